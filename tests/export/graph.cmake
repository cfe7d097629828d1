find_package(RapidJSON REQUIRED)

# Entente's own JSON, DOT, and what every format shares.
foreach(name atomic_file dot_writer json_reader json_writer writer)
  entente_test(${name}_test SOURCES ${name}_test.cc LIBS entente_export entente_graph)
endforeach()
target_link_libraries(dot_writer_test PRIVATE cgraph cdt)
entente_test(compact_json_test SOURCES compact_json_test.cc LIBS entente_export entente_graph)
target_include_directories(compact_json_test SYSTEM PRIVATE ${RAPIDJSON_INCLUDE_DIRS})
# The benchmark's yardsticks.
entente_test(bare_writers_test SOURCES bare_writers_test.cc LIBS entente_export entente_graph)
entente_test(layout_program_test SOURCES layout_job_test.cc layout_program_test.cc program_test.cc LIBS entente_export entente_graph)
