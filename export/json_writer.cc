// SPDX-License-Identifier: Apache-2.0
#include "export/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "export/plain_writer.h"
#include "graph/error.h"
#include "graph/utf8.h"

namespace entente {
namespace {

// The graph's parts in JSON, streamed: RapidJSON writes into a buffer that goes out whenever it is full.
template <typename Writer>
class JsonOutput {
 public:
  JsonOutput(std::ostream& out, const WriteOptions& options)
      : out_(out), options_(options), writer_(buffer_) {}

  void write(const KnowledgeGraph& graph) {
    by_document_ = graph.document_count() > 1;
    begin();
    list("documents", [&] {
      for (std::size_t i = 0; i < graph.document_count(); ++i) {
        document(graph.document(i), graph.notes(i));
        pass_on();
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
      for (const Actor& actor : fragment.actors) node(actor, {});
    });
    list("links", [&] {
      for (const Relation& relation : fragment.relations) link(relation, {});
    });
    end();
  }

 private:
  static constexpr std::size_t kBufferSize = 1 << 16;

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
    buffer_.Put('\n');
    flush();
    out_.flush();
    if (!out_) throw OutputError("cannot write JSON");
  }

  void pass_on() {
    if (buffer_.GetSize() >= kBufferSize) flush();
  }

  void flush() {
    out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    if (!out_) throw OutputError("cannot write JSON");
    buffer_.Clear();
  }

  void nodes(const KnowledgeGraph& graph) {
    Actor actor;
    for (std::size_t i = 0; i < graph.actor_count(); ++i) {
      graph.read_actor(i, actor);
      node(actor, by_document_ ? graph.actor_parts(i) : std::vector<Part<Actor>>());
      pass_on();
    }
  }

  void links(const KnowledgeGraph& graph) {
    Relation relation;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
      graph.read_relation(i, relation);
      link(relation, by_document_ ? graph.relation_parts(i) : std::vector<Part<Relation>>());
      pass_on();
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

  void node(const Actor& actor, const std::vector<Part<Actor>>& parts) {
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
  void node_part(const Actor& whole, const Part<Actor>& part) {
    const Actor& actor = part.value;
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

  void aliases(const std::vector<Alias>& aliases) {
    list("aliases", [&] {
      for (const Alias& alias : aliases) string(alias.name);
    });
    list("alias_counts", [&] {
      for (const Alias& alias : aliases) writer_.Uint(alias.count);
    });
  }

  void offices(const std::vector<Office>& offices) {
    list("offices", [&] {
      for (const Office& office : offices) {
        writer_.StartObject();
        field("title", office.title);
        field("of", office.of);
        field("current", office.current);
        writer_.EndObject();
      }
    });
  }

  void external_ids(const std::vector<ExternalId>& ids) {
    list("external_ids", [&] {
      for (const ExternalId& id : ids) {
        writer_.StartObject();
        field("scheme", id.scheme);
        field("value", id.value);
        writer_.EndObject();
      }
    });
  }

  void reasons(const std::vector<MentionReason>& reasons) {
    list("reasons", [&] {
      for (const MentionReason& reason : reasons) {
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

  void link(const Relation& relation, const std::vector<Part<Relation>>& parts) {
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
    if (std::ranges::any_of(parts, [&](const auto& part) { return needs_part(relation, part.value); })) {
      list("documents", [&] {
        for (const Part<Relation>& part : parts) {
          if (needs_part(relation, part.value)) link_part(relation, part);
        }
      });
    }
    writer_.EndObject();
  }

  // What tells parallel links apart.
  void link_key(const Relation& relation) {
    text_.assign(relation.type).append("/").append(to_string(relation.status));
    if (!relation.by.empty()) text_.append("/").append(relation.by);
    field("key", text_);
  }

  void evidence(const std::vector<Evidence>& evidence) {
    list("evidence", [&] {
      for (const Evidence& piece : evidence) {
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

  bool needs_part(const Relation& whole, const Relation& part) const {
    return part.evidence.empty() || !options_.evidence || part.label != whole.label ||
           part.mode != whole.mode || part.date != whole.date || part.title != whole.title ||
           part.symmetric != whole.symmetric || part.confidence != whole.confidence ||
           part.reasons != whole.reasons;
  }

  void link_part(const Relation& whole, const Part<Relation>& part) {
    const Relation& relation = part.value;
    writer_.StartObject();
    field("id", part.document);
    if (relation.label != whole.label) field("label", relation.label);
    if (relation.date != whole.date) field_or_null("date", relation.date);
    if (relation.confidence != whole.confidence) field("confidence", relation.confidence);
    if (relation.mode != whole.mode) field("mode", relation.mode);
    if (relation.title != whole.title) field("title", relation.title);
    if (relation.symmetric != whole.symmetric) field("symmetric", relation.symmetric);
    if (relation.reasons != whole.reasons) strings("reasons", relation.reasons);
    writer_.EndObject();
  }

  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

  void string(std::string_view text) {
    if constexpr (std::is_same_v<Writer, PlainWriter>) {
      if (is_plain_json(text)) return writer_.plain_string(text);
    }
    if (valid_utf8_prefix(text) == text.size()) {
      writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    } else {
      const std::string repaired = repair_utf8(text);
      writer_.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
    }
  }

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
      string(value);
    }
  }

  void field_or_null(std::string_view name, std::string_view value) {
    key(name);
    if (value.empty()) {
      writer_.Null();
    } else {
      string(value);
    }
  }

  template <typename Items>
  void list(std::string_view name, Items items) {
    key(name);
    writer_.StartArray();
    items();
    writer_.EndArray();
  }

  void strings(std::string_view name, const std::vector<std::string>& list_of) {
    list(name, [&] {
      for (const std::string& text : list_of) string(text);
    });
  }

  std::ostream& out_;
  const WriteOptions& options_;
  bool by_document_ = false;
  std::string text_;  // reused
  rapidjson::StringBuffer buffer_;
  Writer writer_;
};

template <typename Source>
void write(const Source& source, std::ostream& out, const WriteOptions& options) {
  if (options.pretty) {
    JsonOutput<rapidjson::PrettyWriter<rapidjson::StringBuffer>>(out, options).write(source);
  } else {
    JsonOutput<PlainWriter>(out, options).write(source);
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
