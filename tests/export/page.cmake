entente_test(html_test SOURCES html_test.cc LIBS entente_export entente_graph)
entente_test(layout_test SOURCES layout_test.cc LIBS entente_export entente_graph)
