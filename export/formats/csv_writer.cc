// SPDX-License-Identifier: Apache-2.0
#include "export/formats/csv_writer.h"

#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

  // Cells that are text of the table already.
  Table& cells(std::string_view row) {
    separate();
    sink_.text += row;
    return *this;
  }

  // Our own words, which need no quotes.
  Table& word(std::string_view word) { return cells(word); }
  Table& flag(bool flag) { return word(flag ? "true" : "false"); }

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
  void clear() {
    cell_.clear();
    first_ = true;
  }

  void add(std::string_view text) {
    begin();
    for (std::size_t at; (at = text.find(kListSeparator)) != std::string_view::npos;
         text.remove_prefix(at + 1)) {
      cell_ += text.substr(0, at);
      cell_ += "\uFFFD";
    }
    cell_ += text;
  }

  void add(std::uint64_t number) {
    begin();
    append_number(cell_, number);
  }

  std::string_view text() const { return cell_; }

 private:
  void begin() {
    if (!first_) cell_ += kListSeparator;
    first_ = false;
  }

  TextBuffer cell_;
  bool first_ = true;
};

void append_document_cells(Table& table, const DocumentInfo& document) {
  table.cell(document.id)
      .cell(document.title)
      .cell(document.date)
      .cell(document.source)
      .cell(document.sha256);
}

// The cells of a relation that its plain row and its row for Neo4j share. A spreadsheet's row is a plain one
// with guarded texts.
class RelationCells {
 public:
  RelationCells(const WriteOptions& options) : options_(options) {}

  void read(const RelationView& relation) {
    row_.clear();
    text(relation.source) += ',';
    text(relation.target) += ',';
    text(relation.type);
    ends_ = row_.size();
    text(relation.label) += ',';
    text(relation.mode) += ',';
    if (const RelationType* type = options_.ontology->find(relation.type)) {
      word(to_string(type->quad)) += ',';
      append_number(row_, type->score);
    } else {
      row_ += ',';
    }
    row_ += ',';
    word(to_string(relation.status)) += ',';
    text(relation.by) += ',';
    text(relation.date) += ',';
    const DaySpan days = day_span(relation.date);
    word(days.first) += ',';
    word(days.last) += ',';
    text(relation.title) += ',';
    word(relation.symmetric ? "true" : "false") += ',';
    append_number(row_, relation.confidence);
    row_ += ',';
    append_number(row_, std::uint64_t{relation.evidence.size()});
  }

  // Of the relation that was read last.
  std::string_view ends_and_type() const { return row_.view().substr(0, ends_); }
  std::string_view label_to_weight() const { return row_.view().substr(ends_); }

 private:
  TextBuffer& text(std::string_view text) {
    if (options_.spreadsheet) {
      append_spreadsheet_cell(row_, text);
    } else {
      append_csv_cell(row_, text);
    }
    return row_;
  }
  TextBuffer& word(std::string_view word) { return row_ += word; }

  const WriteOptions& options_;
  TextBuffer row_;
  std::size_t ends_ = 0;
};

void write_plain_actors(const KnowledgeGraph& graph, const std::filesystem::path& folder, bool spreadsheet) {
  Table actors(folder / "actors.csv", "id,label,kind,country,mentions", spreadsheet);
  Table aliases(folder / "aliases.csv", "actor,name,count", spreadsheet);
  Table offices(folder / "offices.csv", "actor,title,of,current", spreadsheet);
  Table identifiers(folder / "identifiers.csv", "actor,scheme,value", spreadsheet);
  ActorReader reader(graph);
  for (std::size_t index = 0; index < graph.actor_count(); ++index) {
    const ActorView& actor = reader.read(index);
    actors.cell(actor.id).cell(actor.label).word(to_string(actor.kind)).cell(actor.country);
    actors.number(std::uint64_t{actor.mentions}).end_row();
    for (const AliasView& alias : actor.aliases)
      aliases.cell(actor.id).cell(alias.name).number(std::uint64_t{alias.count}).end_row();
    for (const OfficeView& office : actor.offices)
      offices.cell(actor.id).cell(office.title).cell(office.of).flag(office.current).end_row();
    for (const ExternalIdView& id : actor.external_ids)
      identifiers.cell(actor.id).cell(id.scheme).cell(id.value).end_row();
  }
  for (Table* table : {&actors, &aliases, &offices, &identifiers}) table->close();
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
  ActorReader reader(graph);
  for (std::size_t index = 0; index < graph.actor_count(); ++index) {
    const ActorView& actor = reader.read(index);
    table.cell(actor.id).cell(actor.label).word(to_string(actor.kind)).cell(actor.country);
    table.number(std::uint64_t{actor.mentions});
    list.clear();
    for (const AliasView& alias : actor.aliases) list.add(alias.name);
    table.cell(list.text());
    list.clear();
    for (const OfficeView& office : actor.offices) list.add(office_text(office));
    table.cell(list.text());
    list.clear();
    for (const ExternalIdView& id : actor.external_ids) list.add(identifier_text(id));
    table.cell(list.text());
    list.clear();
    list.add("Actor"), list.add(neo4j_label(actor.kind));
    table.cell(list.text()).end_row();
  }
  table.close();
}

// Evidence is in parallel lists: the first quote is of the first document, from the first begin to the first
// end.
void append_evidence_lists(Table& table, ListCell& list, const std::vector<EvidenceView>& evidence) {
  const auto append = [&](auto field) {
    list.clear();
    for (const EvidenceView& e : evidence) list.add(field(e));
    table.cell(list.text());
  };
  append([](const EvidenceView& e) { return std::string_view(e.quote); });
  append([](const EvidenceView& e) { return std::string_view(e.document); });
  append([](const EvidenceView& e) { return e.begin; });
  append([](const EvidenceView& e) { return e.end; });
}

// The tables that relations are in: relations.csv, evidence.csv and, but for spreadsheets,
// neo4j-relations.csv.
class RelationTables {
 public:
  RelationTables(const std::filesystem::path& folder, const WriteOptions& options)
      : options_(options),
        cells_(options),
        relations_(
            folder / "relations.csv",
            "id,source,target,type,label,mode,quad,score,status,by,date,first_day,last_day,title,symmetric,"
            "confidence,weight",
            options.spreadsheet),
        evidence_(folder / "evidence.csv", "relation,document,begin,end,quote,sentence",
                  options.spreadsheet) {
    if (options.spreadsheet) return;
    neo4j_.emplace(folder / "neo4j-relations.csv",
                   ":START_ID(Actor),:END_ID(Actor),:TYPE,id,label,mode,quad,score:double,status,by,date,"
                   "first_day:date,last_day:date,title,symmetric:boolean,confidence:double,weight:long,"
                   "quotes:string[],documents:string[],begins:long[],ends:long[]",
                   false);
  }

  void add(std::size_t index, const RelationView& relation) {
    cells_.read(relation);
    relations_.edge_id(index).cells(cells_.ends_and_type()).cells(cells_.label_to_weight()).end_row();
    static const std::vector<EvidenceView> kNone;
    const std::vector<EvidenceView>& evidence = options_.evidence ? relation.evidence : kNone;
    for (const EvidenceView& e : evidence) {
      evidence_.edge_id(index).cell(e.document).number(e.begin).number(e.end).cell(e.quote).cell(e.sentence);
      evidence_.end_row();
    }
    if (!neo4j_) return;
    neo4j_->cells(cells_.ends_and_type()).edge_id(index).cells(cells_.label_to_weight());
    append_evidence_lists(*neo4j_, list_, evidence);
    neo4j_->end_row();
  }

  void close() {
    relations_.close();
    evidence_.close();
    if (neo4j_) neo4j_->close();
  }

 private:
  const WriteOptions& options_;
  RelationCells cells_;
  Table relations_;
  Table evidence_;
  std::optional<Table> neo4j_;
  ListCell list_;
};

void write_relation_tables(const KnowledgeGraph& graph, const std::filesystem::path& folder,
                           const WriteOptions& options) {
  RelationTables tables(folder, options);
  RelationReader relations(graph);
  for (std::size_t index = 0; index < graph.relation_count(); ++index)
    tables.add(index, relations.read(index));
  tables.close();
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
  write_relation_tables(graph, folder, options);
  write_plain_documents(graph, folder, options.spreadsheet);
  if (options.spreadsheet) return;
  write_neo4j_actors(graph, folder);
  write_neo4j_documents(graph, folder);
}

}  // namespace entente
