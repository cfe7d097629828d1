// SPDX-License-Identifier: Apache-2.0
// Loads our GEXF and GraphML with Gephi's own importers and compares them with our JSON. The JSON parser is the small one
// below, since Gephi brings none. Usage: GephiCheck FOLDER
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiCheck {
  static int failed = 0;

  interface Check { void run() throws Exception; }

  static void check(String name, Check check) {
    try {
      check.run();
      System.out.println("ok " + name);
    } catch (Throwable error) {
      failed++;
      System.out.println("FAILED " + name + ": " + String.valueOf(error).replace('\n', ' '));
    }
  }

  // JSON, as far as our own writer makes it.
  static class Json {
    final String text;
    int at = 0;

    Json(String text) { this.text = text; }

    Object value() {
      space();
      char c = text.charAt(at);
      if (c == '{') return object();
      if (c == '[') return array();
      if (c == '"') return string();
      int end = at;
      while (",]} \n".indexOf(text.charAt(end)) < 0) end++;
      String word = text.substring(at, end);
      at = end;
      return word.equals("null") ? null : word;
    }

    Map<String, Object> object() {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (at++, space(); text.charAt(at) != '}'; space()) {
        if (text.charAt(at) == ',') { at++; space(); }
        String name = string();
        space();
        at++;
        fields.put(name, value());
      }
      at++;
      return fields;
    }

    List<Object> array() {
      List<Object> items = new ArrayList<>();
      for (at++, space(); text.charAt(at) != ']'; space()) {
        if (text.charAt(at) == ',') at++;
        items.add(value());
      }
      at++;
      return items;
    }

    String string() {
      StringBuilder out = new StringBuilder();
      for (at++; text.charAt(at) != '"'; at++) {
        if (text.charAt(at) != '\\') { out.append(text.charAt(at)); continue; }
        char c = text.charAt(++at);
        if (c == 'u') {
          out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
          at += 4;
        } else {
          int index = "nrtbf".indexOf(c);
          out.append(index < 0 ? c : "\n\r\t\b\f".charAt(index));
        }
      }
      at++;
      return out.toString();
    }

    void space() { while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) at++; }
  }

  static String asXml(Object text) {
    return text == null ? "" : text.toString().replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> graph, String name) {
    return (List<Map<String, Object>>) graph.get(name);
  }

  // Columns of a GraphML file bear the ids of its keys, so they are found by their titles.
  static Object attribute(Element element, String title) {
    for (Column column : element.getAttributeColumns())
      if (column.getTitle().equalsIgnoreCase(title) && !column.isProperty()) return element.getAttribute(column);
    return null;
  }

  // GraphML has no kinds of edges, so a user must tell Gephi not to join parallel ones; GEXF needs no telling.
  static Graph load(File file, boolean merge) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    if (!merge) container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    importer.process(container, new DefaultProcessor(), workspace);
    return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getDirectedGraph();
  }

  static void equal(TreeSet<String> got, TreeSet<String> want) {
    if (got.equals(want)) return;
    TreeSet<String> extra = new TreeSet<>(got);
    extra.removeAll(want);
    TreeSet<String> missing = new TreeSet<>(want);
    missing.removeAll(got);
    throw new AssertionError(got.size() + " for " + want.size() + "; not ours " + cut(extra) + "; missing " + cut(missing));
  }

  static String cut(TreeSet<String> set) {
    return set.isEmpty() ? "" : set.first().substring(0, Math.min(300, set.first().length()));
  }

  static void compare(Graph graph, Map<String, Object> ours) {
    TreeSet<String> nodes = new TreeSet<>();
    for (Node node : graph.getNodes().toArray())
      nodes.add(List.of(node.getId(), node.getLabel(), attribute(node, "kind")).toString());
    TreeSet<String> wantNodes = new TreeSet<>();
    for (Map<String, Object> node : list(ours, "nodes"))
      wantNodes.add(List.of(node.get("id"), asXml(node.get("label")), node.get("kind")).toString());
    equal(nodes, wantNodes);

    TreeSet<String> edges = new TreeSet<>();
    for (Edge edge : graph.getEdges().toArray())
      edges.add(List.of(edge.getSource().getId(), edge.getTarget().getId(), attribute(edge, "type"), edge.getLabel(),
          attribute(edge, "status"), String.valueOf(attribute(edge, "by")), attribute(edge, "confidence")).toString());
    TreeSet<String> wantEdges = new TreeSet<>();
    for (Map<String, Object> edge : list(ours, "links"))
      wantEdges.add(List.of(edge.get("source"), edge.get("target"), edge.get("type"), asXml(edge.get("label")),
          edge.get("status"), String.valueOf(edge.get("by")), edge.get("confidence")).toString());
    equal(edges, wantEdges);
    if (graph.getEdgeCount() != list(ours, "links").size()) throw new AssertionError("Gephi joined parallel edges");
  }

  static File copy(String folder, String name, String suffix) throws Exception {
    Path file = Files.createTempFile("entente", suffix);  // Gephi goes by the extension
    Files.copy(Path.of(folder, name), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    file.toFile().deleteOnExit();
    return file.toFile();
  }

  static void compareTimes(Graph graph, Map<String, Object> ours) {
    long want = list(ours, "links").stream().map(e -> e.get("date")).filter(d -> d != null && !d.equals("soon")).count();
    long got = 0;
    for (Edge edge : graph.getEdges().toArray()) {
      Object times = edge.getAttribute("timeset");
      if (times instanceof IntervalSet set && set.toArray().length > 0) got++;
    }
    if (got != want) throw new AssertionError(got + " edges with a time for " + want);
  }

  @SuppressWarnings("unchecked")
  public static void main(String[] arguments) throws Exception {
    String folder = arguments[0];
    String json = Files.readString(Path.of(folder, "json"), StandardCharsets.UTF_8);
    Map<String, Object> ours = (Map<String, Object>) new Json(json).value();
    check("gephi_gexf", () -> compare(load(copy(folder, "gexf", ".gexf"), true), ours));
    check("gephi_gexf_times", () -> compareTimes(load(copy(folder, "gexf", ".gexf"), true), ours));
    check("gephi_graphml", () -> compare(load(copy(folder, "graphml", ".graphml"), false), ours));
    System.exit(failed == 0 ? 0 : 1);
  }
}
