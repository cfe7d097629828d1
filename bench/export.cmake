entente_bench(export_bench SOURCES export_bench.cc LIBS entente_export entente_graph)
