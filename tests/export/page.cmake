entente_test(html_test SOURCES html_test.cc LIBS entente_export entente_graph)
entente_test(layout_test SOURCES layout_test.cc LIBS entente_export entente_graph)
entente_test(diagram_plan_test SOURCES diagram_plan_test.cc LIBS entente_export entente_graph)
entente_test(diagram_test SOURCES diagram_test.cc LIBS entente_export entente_graph)
