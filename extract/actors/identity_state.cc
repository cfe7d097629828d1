// SPDX-License-Identifier: Apache-2.0
#include "extract/actors/identity_state.h"

#include "extract/actors/person_name.h"

namespace entente {

bool titles_agree(const std::set<std::string>& a, const std::set<std::string>& b) {
  for (const std::string& x : a)
    for (const std::string& y : b)
      if (x == y || x.ends_with(" " + y) || y.ends_with(" " + x) || x.starts_with(y + " ") ||
          y.starts_with(x + " "))
        return true;
  return false;
}

std::set<std::string> keys_of(const IdentityArchive::Seen& seen, bool full) {
  std::set<std::string> keys;
  for (const std::string& text : seen.names) {
    const PersonName name = PersonName::read(text);
    if (!name.words.empty() && name.is_full() == full) keys.insert(name.key());
  }
  return keys;
}

}  // namespace entente
