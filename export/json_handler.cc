// SPDX-License-Identifier: Apache-2.0
#include "export/json_handler.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "graph/error.h"

namespace entente {

using Type = JsonScalar::Type;

namespace {

// What a field holds.
enum class Holds : std::uint8_t { text, text_or_null, count, offset, flag, number, list, object };

std::string_view name_of(Holds holds) {
  switch (holds) {
    case Holds::text:
      return "a string";
    case Holds::text_or_null:
      return "a string or null";
    case Holds::count:
      return "a whole number below 2^32";
    case Holds::offset:
      return "a whole number";
    case Holds::flag:
      return "true or false";
    case Holds::number:
      return "a number";
    case Holds::list:
      return "a list";
    case Holds::object:
      return "an object";
  }
  return "";
}

bool fits(Holds holds, const JsonScalar& value) {
  switch (holds) {
    case Holds::text:
      return value.type == Type::text;
    case Holds::text_or_null:
      return value.type == Type::text || value.type == Type::null;
    case Holds::count:
      return value.type == Type::count && value.count <= std::numeric_limits<std::uint32_t>::max();
    case Holds::offset:
      return value.type == Type::count;
    case Holds::flag:
      return value.type == Type::flag;
    case Holds::number:
      return value.type == Type::number || value.type == Type::count;
    default:
      return false;
  }
}

std::string mismatch(std::string_view key, Holds holds) {
  return (key.empty() ? "an item of this list" : in_quotes(key)) + " must be " + std::string(name_of(holds));
}

}  // namespace

// The table of what may stand where. A field of a list has no key.
struct JsonFields {
  using Handler = JsonHandler;
  using Value = const JsonScalar&;

  struct Field {
    JsonPlace place;
    std::string_view key;
    Holds holds;
    JsonPlace inside = JsonPlace::skipped;                 // of a list or object
    void (*set)(Handler& handler, Value value) = nullptr;  // of a scalar
  };

  static const Field kFields[];

  static const Field* find(JsonPlace place, std::string_view key) {
    for (const Field* field = begins()[static_cast<std::size_t>(place)]; field->place == place; ++field) {
      if (field->key == key) return field;
    }
    return nullptr;
  }

 private:
  // The first field of each place; the table is sorted by place and closed by one of none.
  static const std::vector<const Field*>& begins();

  static void set_kind(Handler& handler, Value value) {
    const auto kind = parse_actor_kind(value.text);
    if (!kind) handler.fail_at_value(value, "unknown kind of actor " + in_quotes(value.text));
    handler.actor(Handler::kind).kind = *kind;
  }
  static void set_type(Handler& handler, Value value) {
    handler.relation_.relation.type =
        handler.ontology_
            .require(value.text, handler.file_, handler.stream_.line(), handler.value_column(value))
            .name;
  }
  static void set_status(Handler& handler, Value value) {
    const auto status = parse_status(value.text);
    if (!status) handler.fail_at_value(value, "unknown status " + in_quotes(value.text));
    handler.relation_.relation.status = *status;
  }
  static void set_confidence(Handler& handler, Value value) {
    if (!(value.number >= 0 && value.number <= 1))
      handler.fail_at_value(value, "confidence is not from 0 to 1");
    handler.relation(Handler::r_confidence).confidence = value.number;
  }
  static void check_schema(Handler& handler, Value value) {
    if (value.text == "entente-graph/1") return;
    handler.fail_at_value(value, "schema " + in_quotes(value.text) + " is not \"entente-graph/1\"");
  }
};

using P = JsonPlace;
using H = JsonHandler;
using V = const JsonScalar&;

const JsonFields::Field JsonFields::kFields[] = {
    {P::top, "", Holds::object, P::root},

    {P::root, "schema", Holds::text, {}, check_schema},
    {P::root, "graph", Holds::object, P::graph},
    {P::root, "nodes", Holds::list, P::nodes},
    {P::root, "links", Holds::list, P::links},
    {P::root, "edges", Holds::list, P::links},

    {P::graph, "documents", Holds::list, P::documents},

    {P::documents, "", Holds::object, P::document},

    {P::document, "id", Holds::text, {}, [](H& h, V v) { h.document_.id = v.text, h.has_document_id_ = true; }},
    {P::document, "title", Holds::text_or_null, {}, [](H& h, V v) { h.document_.title = v.text; }},
    {P::document, "date", Holds::text_or_null, {}, [](H& h, V v) { h.document_.date = v.text; }},
    {P::document, "source", Holds::text_or_null, {}, [](H& h, V v) { h.document_.source = v.text; }},
    {P::document, "sha256", Holds::text_or_null, {}, [](H& h, V v) { h.document_.sha256 = v.text; }},
    {P::document, "notes", Holds::list, P::notes},

    {P::notes, "", Holds::text, {}, [](H& h, V v) { h.notes_.emplace_back(v.text); }},

    {P::nodes, "", Holds::object, P::node},

    {P::node, "id", Holds::text, {}, [](H& h, V v) { h.set_id(v, h.actor_.actor.id); }},
    {P::node, "label", Holds::text, {}, [](H& h, V v) { h.actor(H::label).label = v.text; }},
    {P::node, "kind", Holds::text, {}, set_kind},
    {P::node, "country", Holds::text_or_null, {}, [](H& h, V v) { h.actor(H::country).country = v.text; }},
    {P::node, "aliases", Holds::list, P::aliases},
    {P::node, "alias_counts", Holds::list, P::alias_counts},
    {P::node, "offices", Holds::list, P::offices},
    {P::node, "mentions", Holds::count, {},
     [](H& h, V v) { h.actor(H::mentions).mentions = static_cast<std::uint32_t>(v.count); }},
    {P::node, "external_ids", Holds::list, P::external_ids},
    {P::node, "reasons", Holds::list, P::mention_reasons},
    {P::node, "documents", Holds::list, P::node_parts},

    {P::aliases, "", Holds::text, {},
     [](H& h, V v) { h.actor(H::aliases).aliases.push_back({std::string(v.text), 0}); }},

    {P::alias_counts, "", Holds::count, {},
     [](H& h, V v) { h.actor_draft().alias_counts.push_back(static_cast<std::uint32_t>(v.count)); }},

    {P::offices, "", Holds::object, P::office},

    {P::office, "title", Holds::text_or_null, {}, [](H& h, V v) { h.actor(H::offices).offices.back().title = v.text; }},
    {P::office, "of", Holds::text_or_null, {}, [](H& h, V v) { h.actor(H::offices).offices.back().of = v.text; }},
    {P::office, "current", Holds::flag, {}, [](H& h, V v) { h.actor(H::offices).offices.back().current = v.flag; }},

    {P::external_ids, "", Holds::object, P::external_id},

    {P::external_id, "scheme", Holds::text, {},
     [](H& h, V v) { h.actor(H::external_ids).external_ids.back().scheme = v.text; }},
    {P::external_id, "value", Holds::text, {},
     [](H& h, V v) { h.actor(H::external_ids).external_ids.back().value = v.text; }},

    {P::mention_reasons, "", Holds::object, P::mention_reason},

    {P::mention_reason, "document", Holds::text, {}, [](H& h, V v) { h.mention_reason_.document = v.text; }},
    {P::mention_reason, "begin", Holds::offset, {}, [](H& h, V v) { h.mention_reason_.begin = v.count; }},
    {P::mention_reason, "end", Holds::offset, {}, [](H& h, V v) { h.mention_reason_.end = v.count; }},
    {P::mention_reason, "text", Holds::text, {}, [](H& h, V v) { h.mention_reason_.text = v.text; }},
    {P::mention_reason, "rule", Holds::text, {}, [](H& h, V v) { h.mention_reason_.rule = v.text; }},

    {P::node_parts, "", Holds::object, P::node_part},

    {P::node_part, "id", Holds::text, {}, [](H& h, V v) { h.actor_draft().document = v.text; }},
    {P::node_part, "label", Holds::text, {}, [](H& h, V v) { h.actor(H::label).label = v.text; }},
    {P::node_part, "kind", Holds::text, {}, set_kind},
    {P::node_part, "country", Holds::text_or_null, {}, [](H& h, V v) { h.actor(H::country).country = v.text; }},
    {P::node_part, "aliases", Holds::list, P::aliases},
    {P::node_part, "alias_counts", Holds::list, P::alias_counts},
    {P::node_part, "offices", Holds::list, P::offices},
    {P::node_part, "mentions", Holds::count, {},
     [](H& h, V v) { h.actor(H::mentions).mentions = static_cast<std::uint32_t>(v.count); }},
    {P::node_part, "external_ids", Holds::list, P::external_ids},

    {P::links, "", Holds::object, P::link},

    {P::link, "source", Holds::text, {}, [](H& h, V v) { h.set_id(v, h.relation_.relation.source); }},
    {P::link, "target", Holds::text, {}, [](H& h, V v) { h.set_id(v, h.relation_.relation.target); }},
    {P::link, "type", Holds::text, {}, set_type},
    {P::link, "label", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_label).label = v.text; }},
    {P::link, "status", Holds::text, {}, set_status},
    {P::link, "by", Holds::text_or_null, {},
     [](H& h, V v) { if (v.type == Type::text) h.set_id(v, h.relation_.relation.by); }},
    {P::link, "date", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_date).date = v.text; }},
    {P::link, "confidence", Holds::number, {}, set_confidence},
    {P::link, "mode", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_mode).mode = v.text; }},
    {P::link, "title", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_title).title = v.text; }},
    {P::link, "symmetric", Holds::flag, {}, [](H& h, V v) { h.relation(H::r_symmetric).symmetric = v.flag; }},
    {P::link, "reasons", Holds::list, P::reasons},
    {P::link, "evidence", Holds::list, P::all_evidence},
    {P::link, "documents", Holds::list, P::link_parts},

    {P::all_evidence, "", Holds::object, P::evidence},

    {P::evidence, "document", Holds::text, {},
     [](H& h, V v) { h.evidence_.document = v.text, h.has_evidence_document_ = true; }},
    {P::evidence, "begin", Holds::offset, {}, [](H& h, V v) { h.evidence_.begin = v.count; }},
    {P::evidence, "end", Holds::offset, {}, [](H& h, V v) { h.evidence_.end = v.count; }},
    {P::evidence, "quote", Holds::text, {}, [](H& h, V v) { h.evidence_.quote = v.text; }},
    {P::evidence, "sentence", Holds::text_or_null, {}, [](H& h, V v) { h.evidence_.sentence = v.text; }},

    {P::reasons, "", Holds::text, {}, [](H& h, V v) { h.relation(H::r_reasons).reasons.emplace_back(v.text); }},

    {P::link_parts, "", Holds::object, P::link_part},

    {P::link_part, "id", Holds::text, {}, [](H& h, V v) { h.relation_draft().document = v.text; }},
    {P::link_part, "label", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_label).label = v.text; }},
    {P::link_part, "date", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_date).date = v.text; }},
    {P::link_part, "confidence", Holds::number, {}, set_confidence},
    {P::link_part, "mode", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_mode).mode = v.text; }},
    {P::link_part, "title", Holds::text_or_null, {}, [](H& h, V v) { h.relation(H::r_title).title = v.text; }},
    {P::link_part, "symmetric", Holds::flag, {}, [](H& h, V v) { h.relation(H::r_symmetric).symmetric = v.flag; }},
    {P::link_part, "reasons", Holds::list, P::reasons},

    {P::skipped, "", Holds::object, P::skipped},
};

const std::vector<const JsonFields::Field*>& JsonFields::begins() {
  static const std::vector<const Field*> begins = [] {
    std::vector<const Field*> first(static_cast<std::size_t>(P::skipped) + 1);
    for (const Field& field : kFields) {
      const Field*& begin = first[static_cast<std::size_t>(field.place)];
      if (begin == nullptr) begin = &field;
    }
    return first;
  }();
  return begins;
}

void JsonHandler::fail(const std::string& message) const {
  throw InputError(file_, stream_.line(), stream_.column(), message);
}

// Where a value begins that has just been taken: exact for strings without escapes.
std::size_t JsonHandler::value_column(const JsonScalar& value) const {
  const std::size_t end = stream_.column();
  const std::size_t size = value.type == Type::text ? value.text.size() + 2 : 1;
  return end > size ? end - size : 1;
}

void JsonHandler::fail_at_value(const JsonScalar& value, const std::string& message) const {
  throw InputError(file_, stream_.line(), value_column(value), message);
}

Actor& JsonHandler::actor(ActorField field) {
  ActorDraft& draft = actor_draft();
  draft.own |= field;
  return draft.actor;
}

Relation& JsonHandler::relation(RelationField field) {
  RelationDraft& draft = relation_draft();
  draft.own |= field;
  return draft.relation;
}

void JsonHandler::set_id(const JsonScalar& value, std::string& id) const {
  if (!is_actor_id(value.text)) {
    fail_at_value(value,
                  in_quotes(value.text) + " is not an actor id, 1 to 256 characters of [A-Za-z0-9_:.-]");
  }
  id = value.text;
}

bool JsonHandler::scalar(const JsonScalar& value) {
  const P place = places_.back();
  if (place == P::skipped) return true;
  const JsonFields::Field* field = JsonFields::find(place, key_);
  if (place == P::top) fail_at_value(value, "the file is no object");
  if (field == nullptr) return true;
  if (!fits(field->holds, value)) {
    fail_at_value(value, mismatch(key_, field->holds));
  }
  field->set(*this, value);
  return true;
}

bool JsonHandler::open(bool list) {
  const P place = places_.back();
  if (place == P::top && list) fail("the file is a list, no object");
  const JsonFields::Field* field = place == P::skipped ? nullptr : JsonFields::find(place, key_);
  if (field != nullptr && field->holds != (list ? Holds::list : Holds::object)) {
    fail(mismatch(key_, field->holds));
  }
  places_.push_back(field == nullptr ? P::skipped : field->inside);
  key_.clear();
  begin(places_.back());
  return true;
}

bool JsonHandler::close() {
  const P place = places_.back();
  end(place);
  places_.pop_back();
  key_.clear();
  return true;
}

void JsonHandler::begin(JsonPlace place) {
  switch (place) {
    case P::document:
      document_ = {};
      has_document_id_ = false;
      notes_.clear();
      break;
    case P::nodes:
      has_nodes_ = true;
      break;
    case P::node:
      actor_ = {};
      actor_parts_.clear();
      break;
    case P::aliases:
      actor(aliases);
      break;
    case P::offices:
      actor(offices);
      break;
    case P::external_ids:
      actor(external_ids);
      break;
    case P::office:
      actor(offices).offices.emplace_back();
      break;
    case P::external_id:
      actor(external_ids).external_ids.emplace_back();
      break;
    case P::mention_reason:
      mention_reason_ = {};
      break;
    case P::node_part:
      actor_parts_.emplace_back();
      in_part_ = true;
      break;
    case P::link:
      relation_ = {};
      relation_parts_.clear();
      break;
    case P::evidence:
      evidence_ = {};
      has_evidence_document_ = false;
      break;
    case P::reasons:
      relation(r_reasons);
      break;
    case P::link_part:
      relation_parts_.emplace_back();
      in_part_ = true;
      break;
    default:
      break;
  }
}

void JsonHandler::end(JsonPlace place) {
  switch (place) {
    case P::document:
      end_document();
      break;
    case P::node:
      end_node();
      break;
    case P::mention_reason:
      actor_.actor.reasons.push_back(std::move(mention_reason_));
      break;
    case P::node_part:
    case P::link_part:
      in_part_ = false;
      break;
    case P::link:
      end_link();
      break;
    case P::evidence:
      require(has_evidence_document_, "document");
      if (evidence_.end < evidence_.begin) fail("the evidence ends before it begins");
      relation_.relation.evidence.push_back(std::move(evidence_));
      break;
    default:
      break;
  }
}

void JsonHandler::require(bool there, std::string_view field) const {
  if (!there) fail(in_quotes(field) + " is missing");
}

void JsonHandler::end_document() {
  require(has_document_id_, "id");
  graph_.add(std::move(document_), std::move(notes_));
}

void JsonHandler::pair_counts(ActorDraft& draft) const {
  std::vector<Alias>& names = draft.actor.aliases;
  if (draft.alias_counts.empty()) draft.alias_counts.assign(names.size(), 1);
  if (draft.alias_counts.size() != names.size()) fail("\"aliases\" and \"alias_counts\" differ in length");
  for (std::size_t i = 0; i < names.size(); ++i) names[i].count = draft.alias_counts[i];
}

void JsonHandler::end_node() {
  Actor& whole = actor_.actor;
  require(!whole.id.empty(), "id");
  if ((actor_.own & label) == 0) whole.label = whole.id;
  pair_counts(actor_);
  NodeRecord record;
  for (ActorDraft& draft : actor_parts_) {
    pair_counts(draft);
    Actor& part = draft.actor;
    part.id = whole.id;
    if ((draft.own & label) == 0) part.label = whole.label;
    if ((draft.own & kind) == 0) part.kind = whole.kind;
    if ((draft.own & country) == 0) part.country = whole.country;
    if ((draft.own & aliases) == 0) part.aliases = whole.aliases;
    if ((draft.own & offices) == 0) part.offices = whole.offices;
    if ((draft.own & mentions) == 0) part.mentions = whole.mentions;
    if ((draft.own & external_ids) == 0) part.external_ids = whole.external_ids;
    record.parts.push_back({std::move(draft.document), std::move(part)});
  }
  record.actor = std::move(whole);
  const std::string id = record.actor.id;
  if (!graph_.add(std::move(record))) fail("node " + in_quotes(id) + " is there twice");
}

void JsonHandler::check_end(const std::string& id) {
  if (!graph_.has_node(id)) open_ends_.push_back({id, stream_.line(), stream_.column()});
}

void JsonHandler::end_link() {
  Relation& whole = relation_.relation;
  require(!whole.source.empty(), "source");
  require(!whole.target.empty(), "target");
  require(!whole.type.empty(), "type");
  if (whole.source == whole.target) fail("the link joins " + in_quotes(whole.source) + " to itself");
  check_end(whole.source);
  check_end(whole.target);
  LinkRecord record;
  for (RelationDraft& draft : relation_parts_) {
    Relation& part = draft.relation;
    part.source = whole.source;
    part.target = whole.target;
    part.type = whole.type;
    part.status = whole.status;
    part.by = whole.by;
    if ((draft.own & r_label) == 0) part.label = whole.label;
    if ((draft.own & r_mode) == 0) part.mode = whole.mode;
    if ((draft.own & r_date) == 0) part.date = whole.date;
    if ((draft.own & r_title) == 0) part.title = whole.title;
    if ((draft.own & r_symmetric) == 0) part.symmetric = whole.symmetric;
    if ((draft.own & r_confidence) == 0) part.confidence = whole.confidence;
    if ((draft.own & r_reasons) == 0) part.reasons = whole.reasons;
    record.parts.push_back({std::move(draft.document), std::move(part)});
  }
  record.relation = std::move(whole);
  graph_.add(std::move(record));
}

void JsonHandler::finish() const {
  if (!has_nodes_) fail("\"nodes\" is missing");
  for (const OpenEnd& end : open_ends_) {
    if (!graph_.has_node(end.id)) {
      throw InputError(file_, end.line, end.column,
                       "the link's end " + in_quotes(end.id) + " is not among the nodes");
    }
  }
}

}  // namespace entente
