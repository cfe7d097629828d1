# Entente's own JSON, DOT, and what every format shares.
foreach(name atomic_file dot_writer json_reader json_writer writer)
  entente_test(${name}_test SOURCES ${name}_test.cc LIBS entente_export entente_graph)
endforeach()
target_link_libraries(dot_writer_test PRIVATE cgraph cdt)
