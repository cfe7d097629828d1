entente_bench(formats_bench SOURCES formats_bench.cc LIBS entente_export entente_graph)
