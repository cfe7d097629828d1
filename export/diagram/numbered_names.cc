// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/numbered_names.h"

#include <graphviz/cgraph.h>

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {
namespace {

// Even numbers have a name, odd ones none.
class Names {
 public:
  bool find(std::string_view name, IDTYPE* id) const {
    const auto found = ids_.find(name);
    if (found == ids_.end()) return false;
    *id = found->second;
    return true;
  }
  IDTYPE add(std::string_view name) {
    const std::string& kept = names_.emplace_back(name);
    const IDTYPE id = 2 * names_.size();
    ids_.emplace(kept, id);
    return id;
  }
  IDTYPE add_nameless() { return 2 * nameless_++ + 1; }
  char* name_of(IDTYPE id) {
    const bool named = id % 2 == 0 && id > 0 && id / 2 <= names_.size();
    return named ? names_[id / 2 - 1].data() : nullptr;
  }

 private:
  std::deque<std::string> names_;  // which stay where they are
  std::unordered_map<std::string_view, IDTYPE> ids_;
  IDTYPE nameless_ = 0;
};

Names& names_in(void* state) {
  return *static_cast<Names*>(state);
}

void* open(Agraph_t*, Agdisc_t*) {
  return new Names;
}

long map(void* state, int, char* name, IDTYPE* id, int create) {
  Names& names = names_in(state);
  if (name != nullptr && names.find(name, id)) return 1;
  if (!create) return 0;
  *id = name == nullptr ? names.add_nameless() : names.add(name);
  return 1;
}

long alloc(void*, int, IDTYPE) {
  return 0;  // nobody chooses numbers
}

void free(void*, int, IDTYPE) {}

char* print(void* state, int, IDTYPE id) {
  return names_in(state).name_of(id);
}

void close(void* state) {
  delete &names_in(state);
}

void note(void*, int, void*) {}

}  // namespace

void number_names() {
  AgIdDisc = {open, map, alloc, free, print, close, note};
}

}  // namespace entente
