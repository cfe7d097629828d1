// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "extract/actors/identity.h"
#include "graph/error.h"

namespace entente {
namespace {

std::pair<std::string, std::string> ordered(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

std::string_view next_word(std::string_view& rest, std::size_t& column) {
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1), ++column;
  const auto end = std::min(rest.find_first_of(" \t"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  return word;
}

}  // namespace

Judgements Judgements::parse(std::string_view text, const std::string& file) {
  Judgements judgements;
  std::set<std::pair<std::string, std::string>> same, different;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    std::string_view rest = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    std::size_t column = 1;
    const std::string_view verb = next_word(rest, column);
    if (verb.empty() || verb.front() == '#') continue;
    if (verb != "same" && verb != "different")
      throw InputError(file, line, column, "a judgement is: same ID ID, or different ID ID");
    column += verb.size();
    std::string ids[2];
    for (std::string& id : ids) {
      const std::string_view word = next_word(rest, column);
      if (!is_actor_id(word)) throw InputError(file, line, column, "an actor id was expected");
      id = word;
      column += word.size();
    }
    if (!next_word(rest, column).empty()) throw InputError(file, line, column, "more than two ids");
    auto pair = ordered(ids[0], ids[1]);
    if ((verb == "same" ? different : same).contains(pair))
      throw InputError(file, line, 1, "another line says the opposite of " + ids[0] + " and " + ids[1]);
    if ((verb == "same" ? same : different).insert(pair).second)
      (verb == "same" ? judgements.same : judgements.different).emplace_back(ids[0], ids[1]);
  }
  return judgements;
}

}  // namespace entente
