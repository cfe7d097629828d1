// SPDX-License-Identifier: Apache-2.0
#include "export/json_writer.h"

#include <rapidjson/prettywriter.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "export/compact_json.h"
#include "export/text/plain_scan.h"
#include "export/text/sink.h"
#include "graph/utf8.h"
#include "graph/view.h"

namespace entente {
namespace {

// RapidJSON's writer that indents, with the calls of CompactJson.
class PrettyJson : public rapidjson::PrettyWriter<JsonOutputStream> {
 public:
  explicit PrettyJson(TextBuffer& out) : PrettyWriter(stream_), stream_(out) {}

  void Key(std::string_view name) {
    PrettyWriter::Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void String(std::string_view text) {
    if (valid_utf8_prefix(text) < text.size()) return String(repair_utf8(text));
    PrettyWriter::String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

 private:
  JsonOutputStream stream_;
};

// The graph's parts in JSON, streamed.
template <typename Writer>
class JsonOutput {
 public:
  JsonOutput(std::ostream& out, const WriteOptions& options)
      : options_(options), sink_(out), writer_(sink_.text) {}

  void write(const KnowledgeGraph& graph) {
    by_document_ = graph.document_count() > 1;
    begin();
    list("documents", [&] {
      for (std::size_t i = 0; i < graph.document_count(); ++i) {
        document(graph.document(i), graph.notes(i));
        sink_.settle();
      }
    });
    writer_.EndObject();
    list("nodes", [&] { nodes(graph); });
    list("links", [&] { links(graph); });
    end();
  }

  void write(const Fragment& fragment) {
    begin();
    list("documents", [&] { document(fragment.document, fragment.notes); });
    writer_.EndObject();
    list("nodes", [&] {
      ActorView actor;
      for (const Actor& value : fragment.actors) view(value, actor), node(actor, {});
    });
    list("links", [&] {
      RelationView relation;
      for (const Relation& value : fragment.relations) view(value, relation), link(relation, {});
    });
    end();
  }

 private:
  void begin() {
    writer_.StartObject();
    if (!options_.id.empty()) field("id", options_.id);
    field("schema", "entente-graph/1");
    field("directed", true);
    field("multigraph", true);
    key("graph");
    writer_.StartObject();
  }

  void end() {
    writer_.EndObject();
    sink_.text += '\n';
    sink_.finish();
  }

  void nodes(const KnowledgeGraph& graph) {
    ActorReader actors(graph);
    const std::size_t count = graph.actor_count();
    for (std::size_t i = 0; i < count; ++i) {
      node(actors.read(i), by_document_ ? graph.actor_parts(i) : std::vector<Part<Actor>>());
      sink_.settle();
    }
  }

  void links(const KnowledgeGraph& graph) {
    RelationReader relations(graph);
    const std::size_t count = graph.relation_count();
    for (std::size_t i = 0; i < count; ++i) {
      link(relations.read(i), by_document_ ? graph.relation_parts(i) : std::vector<Part<Relation>>());
      sink_.settle();
    }
  }

  void document(const DocumentInfo& document, const std::vector<std::string>& notes) {
    writer_.StartObject();
    field("id", document.id);
    field_or_null("title", document.title);
    field_or_null("date", document.date);
    field_or_null("source", document.source);
    field_or_null("sha256", document.sha256);
    if (!notes.empty()) strings("notes", notes);
    writer_.EndObject();
  }

  void node(const ActorView& actor, const std::vector<Part<Actor>>& parts) {
    writer_.StartObject();
    field("id", actor.id);
    field("label", actor.label);
    field("kind", to_string(actor.kind));
    field_or_null("country", actor.country);
    aliases(actor.aliases);
    offices(actor.offices);
    field("mentions", actor.mentions);
    if (!actor.external_ids.empty()) external_ids(actor.external_ids);
    if (!actor.reasons.empty()) reasons(actor.reasons);
    if (!parts.empty()) {
      list("documents", [&] {
        for (const Part<Actor>& part : parts) node_part(actor, part);
      });
    }
    writer_.EndObject();
  }

  // What a document adds to an actor, where it is not all that there is.
  void node_part(const ActorView& whole, const Part<Actor>& part) {
    ActorView actor;
    view(part.value, actor);
    writer_.StartObject();
    field("id", part.document);
    if (actor.label != whole.label) field("label", actor.label);
    if (actor.kind != whole.kind) field("kind", to_string(actor.kind));
    if (actor.country != whole.country) field_or_null("country", actor.country);
    if (actor.aliases != whole.aliases) aliases(actor.aliases);
    if (actor.offices != whole.offices) offices(actor.offices);
    if (actor.mentions != whole.mentions) field("mentions", actor.mentions);
    if (actor.external_ids != whole.external_ids) external_ids(actor.external_ids);
    writer_.EndObject();
  }

  void aliases(const std::vector<AliasView>& aliases) {
    list("aliases", [&] {
      for (const AliasView& alias : aliases) writer_.String(alias.name);
    });
    list("alias_counts", [&] {
      for (const AliasView& alias : aliases) writer_.Uint64(alias.count);
    });
  }

  void offices(const std::vector<OfficeView>& offices) {
    list("offices", [&] {
      for (const OfficeView& office : offices) {
        writer_.StartObject();
        field("title", office.title);
        field("of", office.of);
        field("current", office.current);
        writer_.EndObject();
      }
    });
  }

  void external_ids(const std::vector<ExternalIdView>& ids) {
    list("external_ids", [&] {
      for (const ExternalIdView& id : ids) {
        writer_.StartObject();
        field("scheme", id.scheme);
        field("value", id.value);
        writer_.EndObject();
      }
    });
  }

  void reasons(const std::vector<MentionReasonView>& reasons) {
    list("reasons", [&] {
      for (const MentionReasonView& reason : reasons) {
        writer_.StartObject();
        field("document", reason.document);
        field("begin", reason.begin);
        field("end", reason.end);
        field("text", reason.text);
        field("rule", reason.rule);
        writer_.EndObject();
      }
    });
  }

  void link(const RelationView& relation, const std::vector<Part<Relation>>& parts) {
    writer_.StartObject();
    field("source", relation.source);
    field("target", relation.target);
    link_key(relation);
    field("type", relation.type);
    field("label", relation.label);
    field("status", to_string(relation.status));
    field_or_null("by", relation.by);
    field_or_null("date", relation.date);
    field("weight", static_cast<std::uint64_t>(relation.evidence.size()));
    field("confidence", relation.confidence);
    if (!relation.mode.empty()) field("mode", relation.mode);
    if (!relation.title.empty()) field("title", relation.title);
    if (relation.symmetric) field("symmetric", true);
    if (!relation.reasons.empty()) strings("reasons", relation.reasons);
    if (options_.evidence) evidence(relation.evidence);
    if (!parts.empty()) link_parts(relation, parts);
    writer_.EndObject();
  }

  // What documents add to a link, where it is not all that there is.
  void link_parts(const RelationView& whole, const std::vector<Part<Relation>>& parts) {
    bool any = false;
    for (const Part<Relation>& part : parts) {
      RelationView relation;
      view(part.value, relation);
      if (!needs_part(whole, relation)) continue;
      if (!any) key("documents"), writer_.StartArray();
      any = true;
      link_part(whole, relation, part.document);
    }
    if (any) writer_.EndArray();
  }

  // What tells parallel links apart.
  void link_key(const RelationView& relation) {
    text_.clear();
    text_ += relation.type;
    text_ += '/';
    text_ += to_string(relation.status);
    if (!relation.by.empty()) (text_ += '/') += relation.by;
    field("key", text_.view());
  }

  void evidence(const std::vector<EvidenceView>& evidence) {
    list("evidence", [&] {
      for (const EvidenceView& piece : evidence) {
        writer_.StartObject();
        field("document", piece.document);
        field("begin", piece.begin);
        field("end", piece.end);
        field("quote", piece.quote);
        if (!piece.sentence.empty()) field("sentence", piece.sentence);
        writer_.EndObject();
      }
    });
  }

  bool needs_part(const RelationView& whole, const RelationView& part) const {
    return part.evidence.empty() || !options_.evidence || part.label != whole.label ||
           part.mode != whole.mode || part.date != whole.date || part.title != whole.title ||
           part.symmetric != whole.symmetric || part.confidence != whole.confidence ||
           part.reasons != whole.reasons;
  }

  void link_part(const RelationView& whole, const RelationView& relation, std::string_view document) {
    writer_.StartObject();
    field("id", document);
    if (relation.label != whole.label) field("label", relation.label);
    if (relation.date != whole.date) field_or_null("date", relation.date);
    if (relation.confidence != whole.confidence) field("confidence", relation.confidence);
    if (relation.mode != whole.mode) field("mode", relation.mode);
    if (relation.title != whole.title) field("title", relation.title);
    if (relation.symmetric != whole.symmetric) field("symmetric", relation.symmetric);
    if (relation.reasons != whole.reasons) strings("reasons", relation.reasons);
    writer_.EndObject();
  }

  void key(std::string_view name) { writer_.Key(name); }

  template <typename T>
  void field(std::string_view name, const T& value) {
    key(name);
    if constexpr (std::is_same_v<T, bool>) {
      writer_.Bool(value);
    } else if constexpr (std::is_same_v<T, double>) {
      writer_.Double(value);
    } else if constexpr (std::is_integral_v<T>) {
      writer_.Uint64(value);
    } else {
      writer_.String(value);
    }
  }

  void field_or_null(std::string_view name, std::string_view value) {
    key(name);
    if (value.empty()) {
      writer_.Null();
    } else {
      writer_.String(value);
    }
  }

  template <typename Items>
  void list(std::string_view name, Items items) {
    key(name);
    writer_.StartArray();
    items();
    writer_.EndArray();
  }

  template <typename Texts>
  void strings(std::string_view name, const Texts& texts) {
    list(name, [&] {
      for (const std::string_view text : texts) writer_.String(text);
    });
  }

  const WriteOptions& options_;
  bool by_document_ = false;
  TextBuffer text_;  // reused
  TextSink sink_;
  Writer writer_;
};

template <typename Source>
void write(const Source& source, std::ostream& out, const WriteOptions& options) {
  if (options.pretty) {
    JsonOutput<PrettyJson>(out, options).write(source);
  } else {
    JsonOutput<CompactJson>(out, options).write(source);
  }
}

}  // namespace

void write_json(const KnowledgeGraph& graph, std::ostream& out, const WriteOptions& options) {
  write(graph, out, options);
}

void write_json(const Fragment& fragment, std::ostream& out, const WriteOptions& options) {
  write(fragment, out, options);
}

}  // namespace entente
