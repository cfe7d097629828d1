// SPDX-License-Identifier: Apache-2.0
//
// Stands in for libFuzzer where the compiler has none: mutates the target's seeds and its own finds for as
// many seconds as the first argument says. The inputs are the same at every run; only how many are tried is
// not.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.h"

namespace {

class Mutator {
 public:
  explicit Mutator(std::vector<std::string> seeds) : pool_(std::move(seeds)) {
    if (pool_.empty()) pool_.emplace_back();
  }

  std::string next() {
    std::string input = pool_[below(pool_.size())];
    for (std::size_t i = below(6); i-- > 0;) mutate(input);
    if (pool_.size() < 2000 && below(20) == 0) pool_.push_back(input);
    return input;
  }

 private:
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

  void mutate(std::string& s) {
    static const std::string pieces[] = {
        "\u00AD", "\u200D", "\u200B", "\u2019s", "n't",      "\"",     "\n\n",
        "\r\n",   ".",      "-",      "\xFF",    "\xE2\x80", "\u0301", "\U0001F469",
        "U.S.",   "(",      "//",     "@",       "\t",       "_",      std::string(1, '\0'),
        "1-2",    "B-PER"};
    const std::size_t at = below(s.size() + 1);
    switch (below(7)) {
      case 0:
        s.insert(at, pieces[below(std::size(pieces))]);
        break;
      case 1:
        s.insert(at, 1, static_cast<char>(random_()));
        break;
      case 2:
        if (!s.empty()) s[below(s.size())] = static_cast<char>(random_());
        break;
      case 3:
        s.erase(at, below(8));
        break;
      case 4:
        s.insert(at, s.substr(below(s.size() + 1), below(64)));
        break;
      case 5:
        if (!s.empty()) s[below(s.size())] ^= static_cast<char>(1 << below(8));
        break;
      default:
        if (s.size() < 20000) s += pool_[below(pool_.size())];
        break;
    }
  }

  std::vector<std::string> pool_;
  std::mt19937 random_{20};
};

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 1;
  Mutator mutator(entente::fuzz_seeds());
  const auto start = std::chrono::steady_clock::now();
  std::size_t tried = 0;
  while (std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < seconds) {
    const std::string input = mutator.next();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    ++tried;
  }
  std::printf("%zu inputs\n", tried);
  return 0;
}
