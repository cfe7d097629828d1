// SPDX-License-Identifier: Apache-2.0
#include "export/formats/csv_writer.h"

#include <fstream>
#include <string_view>

#include "export/formats/json_fields.h"
#include "export/formats/neo4j_names.h"
#include "export/text/day_span.h"
#include "export/text/escape.h"
#include "export/text/walk.h"
#include "graph/error.h"

namespace entente {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // by which Excel knows UTF-8
constexpr char kListSeparator = '\x1F';                      // between the elements of a Neo4j list

// One file of the folder: a header, then rows of cells.
class Table {
 public:
  Table(const std::filesystem::path& file, std::string_view header, bool spreadsheet)
      : stream_(file, std::ios::binary), sink_(stream_), file_(file), spreadsheet_(spreadsheet) {
    if (!stream_) throw OutputError("cannot write " + file.string());
    if (spreadsheet) sink_.text += kByteOrderMark;
    sink_.text += header;
    sink_.text += '\n';
  }

  Table& cell(std::string_view text) {
    separate();
    if (spreadsheet_)
      append_spreadsheet_cell(sink_.text, text);
    else
      append_csv_cell(sink_.text, text);
    return *this;
  }

  template <typename Number>
  Table& number(Number number) {
    separate();
    append_number(sink_.text, number);
    return *this;
  }

  Table& edge_id(std::size_t index) {
    separate();
    append_edge_id(sink_.text, index);
    return *this;
  }

  Table& flag(bool flag) { return cell(flag ? "true" : "false"); }

  void end_row() {
    sink_.text += '\n';
    at_start_ = true;
    sink_.settle();
  }

  void close() {
    sink_.finish();
    stream_.close();
    if (!stream_) throw OutputError("cannot write " + file_.string());
  }

 private:
  void separate() {
    if (!at_start_) sink_.text += ',';
    at_start_ = false;
  }

  std::ofstream stream_;
  TextSink sink_;
  std::filesystem::path file_;
  bool spreadsheet_;
  bool at_start_ = true;
};

// The elements of a list in one cell, for Neo4j. The separator within an element becomes U+FFFD.
class ListCell {
 public:
  template <typename Values, typename Text>
  std::string_view join(const Values& values, Text&& text) {
    cell_.clear();
    for (const auto& value : values) {
      if (&value != &values.front()) cell_ += kListSeparator;
      for (const char c : std::string_view(text(value))) {
        if (c == kListSeparator)
          cell_ += "\uFFFD";
        else
          cell_ += c;
      }
    }
    return cell_;
  }

 private:
  std::string cell_;
};

void append_document_cells(Table& table, const DocumentInfo& document) {
  table.cell(document.id)
      .cell(document.title)
      .cell(document.date)
      .cell(document.source)
      .cell(document.sha256);
}

void append_relation_cells(Table& table, const Relation& relation, const WriteOptions& options) {
  table.cell(relation.label).cell(relation.mode);
  if (const RelationType* type = options.ontology->find(relation.type))
    table.cell(to_string(type->quad)).number(type->score);
  else
    table.cell("").cell("");
  table.cell(to_string(relation.status)).cell(relation.by).cell(relation.date);
  const DaySpan days = day_span(relation.date);
  table.cell(days.first).cell(days.last).cell(relation.title).flag(relation.symmetric);
  table.number(relation.confidence).number(std::uint64_t{relation.evidence.size()});
}

void write_plain_actors(const KnowledgeGraph& graph, const std::filesystem::path& folder, bool spreadsheet) {
  Table actors(folder / "actors.csv", "id,label,kind,country,mentions", spreadsheet);
  Table aliases(folder / "aliases.csv", "actor,name,count", spreadsheet);
  Table offices(folder / "offices.csv", "actor,title,of,current", spreadsheet);
  Table identifiers(folder / "identifiers.csv", "actor,scheme,value", spreadsheet);
  Actor actor;
  for (std::size_t index = 0; index < graph.actor_count(); ++index) {
    graph.read_actor(index, actor);
    actors.cell(actor.id).cell(actor.label).cell(to_string(actor.kind)).cell(actor.country);
    actors.number(std::uint64_t{actor.mentions}).end_row();
    for (const Alias& alias : actor.aliases)
      aliases.cell(actor.id).cell(alias.name).number(std::uint64_t{alias.count}).end_row();
    for (const Office& office : actor.offices)
      offices.cell(actor.id).cell(office.title).cell(office.of).flag(office.current).end_row();
    for (const ExternalId& id : actor.external_ids)
      identifiers.cell(actor.id).cell(id.scheme).cell(id.value).end_row();
  }
  for (Table* table : {&actors, &aliases, &offices, &identifiers}) table->close();
}

void write_plain_relations(const KnowledgeGraph& graph, const std::filesystem::path& folder,
                           const WriteOptions& options) {
  Table relations(
      folder / "relations.csv",
      "id,source,target,type,label,mode,quad,score,status,by,date,first_day,last_day,title,symmetric,"
      "confidence,weight",
      options.spreadsheet);
  Table evidence(folder / "evidence.csv", "relation,document,begin,end,quote,sentence", options.spreadsheet);
  Relation relation;
  for (std::size_t index = 0; index < graph.relation_count(); ++index) {
    graph.read_relation(index, relation);
    relations.edge_id(index).cell(relation.source).cell(relation.target).cell(relation.type);
    append_relation_cells(relations, relation, options);
    relations.end_row();
    if (!options.evidence) continue;
    for (const Evidence& e : relation.evidence) {
      evidence.edge_id(index).cell(e.document).number(e.begin).number(e.end).cell(e.quote).cell(e.sentence);
      evidence.end_row();
    }
  }
  relations.close();
  evidence.close();
}

void write_plain_documents(const KnowledgeGraph& graph, const std::filesystem::path& folder,
                           bool spreadsheet) {
  Table documents(folder / "documents.csv", "id,title,date,source,sha256", spreadsheet);
  for (std::size_t index = 0; index < graph.document_count(); ++index) {
    append_document_cells(documents, graph.document(index));
    documents.end_row();
  }
  documents.close();
}

void write_neo4j_actors(const KnowledgeGraph& graph, const std::filesystem::path& folder) {
  Table table(folder / "neo4j-actors.csv",
              "id:ID(Actor),label,kind,country,mentions:long,aliases:string[],offices:string[],"
              "identifiers:string[],:LABEL",
              false);
  ListCell list;
  std::string label;
  Actor actor;
  for (std::size_t index = 0; index < graph.actor_count(); ++index) {
    graph.read_actor(index, actor);
    table.cell(actor.id).cell(actor.label).cell(to_string(actor.kind)).cell(actor.country);
    table.number(std::uint64_t{actor.mentions});
    table.cell(list.join(actor.aliases, [](const Alias& alias) -> const std::string& { return alias.name; }));
    std::vector<std::string> texts;
    for (const Office& office : actor.offices) texts.push_back(office_text(office));
    table.cell(list.join(texts, [](const std::string& text) -> const std::string& { return text; }));
    texts.clear();
    for (const ExternalId& id : actor.external_ids) texts.push_back(id.scheme + ":" + id.value);
    table.cell(list.join(texts, [](const std::string& text) -> const std::string& { return text; }));
    label = "Actor";
    label += kListSeparator;
    label += neo4j_label(actor.kind);
    table.cell(label).end_row();
  }
  table.close();
}

// Evidence is in parallel lists: the first quote is of the first document, from the first begin to the first
// end.
void append_evidence_lists(Table& table, ListCell& list, const Relation& relation, bool evidence) {
  if (!evidence) {
    for (int column = 0; column < 4; ++column) table.cell("");
    return;
  }
  std::vector<std::string> numbers;
  const auto same = [](const std::string& text) -> const std::string& { return text; };
  table.cell(list.join(relation.evidence, [](const Evidence& e) -> const std::string& { return e.quote; }));
  table.cell(
      list.join(relation.evidence, [](const Evidence& e) -> const std::string& { return e.document; }));
  for (const Evidence& e : relation.evidence) numbers.push_back(std::to_string(e.begin));
  table.cell(list.join(numbers, same));
  numbers.clear();
  for (const Evidence& e : relation.evidence) numbers.push_back(std::to_string(e.end));
  table.cell(list.join(numbers, same));
}

void write_neo4j_relations(const KnowledgeGraph& graph, const std::filesystem::path& folder,
                           const WriteOptions& options) {
  Table table(
      folder / "neo4j-relations.csv",
      ":START_ID(Actor),:END_ID(Actor),:TYPE,id,label,mode,quad,score:double,status,by,date,first_day:date,"
      "last_day:date,title,symmetric:boolean,confidence:double,weight:long,quotes:string[],"
      "documents:string[],begins:long[],ends:long[]",
      false);
  ListCell list;
  Relation relation;
  for (std::size_t index = 0; index < graph.relation_count(); ++index) {
    graph.read_relation(index, relation);
    table.cell(relation.source).cell(relation.target).cell(relation.type).edge_id(index);
    append_relation_cells(table, relation, options);
    append_evidence_lists(table, list, relation, options.evidence);
    table.end_row();
  }
  table.close();
}

void write_neo4j_documents(const KnowledgeGraph& graph, const std::filesystem::path& folder) {
  Table table(folder / "neo4j-documents.csv", "id:ID(Document),title,date,source,sha256,:LABEL", false);
  for (std::size_t index = 0; index < graph.document_count(); ++index) {
    append_document_cells(table, graph.document(index));
    table.cell("Document").end_row();
  }
  table.close();
}

}  // namespace

void write_csv(const KnowledgeGraph& graph, const std::filesystem::path& folder,
               const WriteOptions& options) {
  write_plain_actors(graph, folder, options.spreadsheet);
  write_plain_relations(graph, folder, options);
  write_plain_documents(graph, folder, options.spreadsheet);
  if (options.spreadsheet) return;
  write_neo4j_actors(graph, folder);
  write_neo4j_relations(graph, folder, options);
  write_neo4j_documents(graph, folder);
}

}  // namespace entente
