// SPDX-License-Identifier: Apache-2.0
// Opens a database that neo4j-admin imported from our csv, compares it with our JSON, and then runs our Cypher script
// twice in another database and compares that. Usage: Neo4jCheck HOME_OF_IMPORT HOME_OF_CYPHER FOLDER
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

public class Neo4jCheck {
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

  static String text(JsonNode node) { return node == null || node.isNull() ? "" : node.asText(); }

  // The separator of Neo4j's lists cannot stand within an element; NUL cannot stand in CSV.
  static String asCsv(String text) { return text.replace('\0', '\ufffd'); }
  static String asListElement(String text) { return asCsv(text).replace('\u001f', '\ufffd'); }

  static TreeSet<String> expectedNodes(JsonNode graph, UnaryOperator<String> spelling) {
    TreeSet<String> nodes = new TreeSet<>();
    for (JsonNode node : graph.get("nodes"))
      nodes.add(List.of(text(node.get("id")), spelling.apply(text(node.get("label"))), text(node.get("kind"))).toString());
    return nodes;
  }

  static TreeSet<String> expectedEdges(JsonNode graph, UnaryOperator<String> label, UnaryOperator<String> quote) {
    TreeSet<String> edges = new TreeSet<>();
    for (JsonNode edge : graph.get("links")) {
      List<String> quotes = new ArrayList<>();
      for (JsonNode piece : edge.get("evidence")) quotes.add(quote.apply(text(piece.get("quote"))));
      edges.add(List.of(text(edge.get("source")), text(edge.get("target")), text(edge.get("type")),
          label.apply(text(edge.get("label"))), text(edge.get("status")), text(edge.get("by")), text(edge.get("date")),
          quotes.toString()).toString());
    }
    return edges;
  }

  static String property(Object value) { return value == null ? "" : value.toString(); }

  static TreeSet<String> rows(GraphDatabaseService database, String query) {
    TreeSet<String> rows = new TreeSet<>();
    database.executeTransactionally(query, java.util.Map.of(), result -> {
      while (result.hasNext()) {
        var row = result.next();
        List<String> cells = new ArrayList<>();
        for (String column : result.columns()) {
          Object value = row.get(column);
          cells.add(value instanceof String[] list ? Arrays.asList(list).toString() : property(value));
        }
        rows.add(cells.toString());
      }
      return null;
    });
    return rows;
  }

  static void equal(TreeSet<String> got, TreeSet<String> want) {
    if (got.equals(want)) return;
    TreeSet<String> extra = new TreeSet<>(got);
    extra.removeAll(want);
    TreeSet<String> missing = new TreeSet<>(want);
    missing.removeAll(got);
    String first = extra.isEmpty() ? "" : extra.first();
    String second = missing.isEmpty() ? "" : missing.first();
    throw new AssertionError(got.size() + " for " + want.size() + "; not ours " + first.substring(0, Math.min(300, first.length()))
        + "; missing " + second.substring(0, Math.min(300, second.length())));
  }

  static final String NODES = "MATCH (n:Actor) RETURN n.id, n.label, n.kind";
  static final String EDGES = "MATCH (a:Actor)-[r]->(b:Actor) "
      + "RETURN a.id, b.id, type(r), r.label, r.status, r.by, r.date, r.quotes";

  static GraphDatabaseService open(DatabaseManagementService service) { return service.database("neo4j"); }

  static DatabaseManagementService start(Path home) {
    return new DatabaseManagementServiceBuilder(home)
        .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
        .build();
  }

  static void checkImport(Path home, JsonNode graph) {
    DatabaseManagementService service = start(home);
    try {
      GraphDatabaseService database = open(service);
      check("neo4j_import_nodes", () -> equal(rows(database, NODES), expectedNodes(graph, Neo4jCheck::asCsv)));
      check("neo4j_import_edges", () ->
          equal(rows(database, EDGES), expectedEdges(graph, Neo4jCheck::asCsv, Neo4jCheck::asListElement)));
      check("neo4j_import_types", () -> equal(
          rows(database, "MATCH ()-[r]->() WHERE r.first_day IS NOT NULL AND r.first_day <= r.last_day "
              + "AND r.confidence > 0.0 RETURN count(r) > 0"), new TreeSet<>(List.of("[true]"))));
      check("neo4j_import_labels", () -> equal(rows(database, "MATCH (n:Actor&Country) RETURN count(n) > 0"),
          new TreeSet<>(List.of("[true]"))));
    } finally {
      service.shutdown();
    }
  }

  static void run(GraphDatabaseService database, List<String> statements) {
    for (String statement : statements)
      database.executeTransactionally(statement.substring(0, statement.lastIndexOf(';')));
  }

  static void checkCypher(Path home, Path script, JsonNode graph) throws Exception {
    DatabaseManagementService service = start(home);
    try {
      GraphDatabaseService database = open(service);
      // Lines end in \n alone; other line ends are within strings.
      List<String> statements = Arrays.asList(Files.readString(script, StandardCharsets.UTF_8).split("\n"));
      for (String round : List.of("", "_again")) {
        check("neo4j_cypher" + round + "_runs", () -> run(database, statements));
        check("neo4j_cypher" + round + "_nodes", () -> equal(rows(database, NODES), expectedNodes(graph, s -> s)));
        check("neo4j_cypher" + round + "_edges", () -> equal(rows(database, EDGES), expectedEdges(graph, s -> s, s -> s)));
      }
    } finally {
      service.shutdown();
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[2]);
    JsonNode graph = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("json")));
    checkImport(Path.of(arguments[0]), graph);
    checkCypher(Path.of(arguments[1]), folder.resolve("cypher"), graph);
    System.exit(failed == 0 ? 0 : 1);
  }
}
