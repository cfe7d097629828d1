entente_bench(graph_bench SOURCES graph_bench.cc LIBS entente_graph)
