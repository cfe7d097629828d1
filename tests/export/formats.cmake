# The formats of other tools: their unit tests, and the files that tests/consumers hands to those tools.
entente_test(escape_test SOURCES escape_test.cc day_span_test.cc text_buffer_test.cc LIBS entente_export entente_graph)
entente_test(formats_test
  SOURCES csv_test.cc cypher_test.cc cytoscape_test.cc d3_test.cc events_test.cc ftm_test.cc gexf_test.cc
    graphml_test.cc graphology_test.cc jgf_test.cc jsonld_test.cc mermaid_test.cc turtle_test.cc every_format_test.cc
  LIBS entente_export entente_graph)

add_executable(entente_consumer_files ${PROJECT_SOURCE_DIR}/tests/consumers/write_formats.cc)
target_link_libraries(entente_consumer_files PRIVATE entente::export entente::graph)
