entente_bench(actors_bench SOURCES actors_bench.cc
  LIBS entente_actors entente_language entente_document entente_graph utf8proc)
