# The network's own tests; include from this folder's CMakeLists.txt.
foreach(name network_kernels network_tree_decoder network_name_decoder network_word_features network model_file)
  entente_test(language_${name}_test
    SOURCES ${name}_test.cc
    LIBS entente_language entente_document entente_graph utf8proc)
endforeach()
