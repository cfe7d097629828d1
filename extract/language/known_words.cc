// SPDX-License-Identifier: Apache-2.0
#include "extract/language/known_words.h"

#include <array>
#include <string_view>

#include "extract/language/atom_hash.h"

namespace entente {
namespace {

struct InnerCut {
  std::uint32_t hash;
  std::uint8_t length, cut;
};

constexpr InnerCut cut(std::string_view word, std::uint8_t at) {
  return {hash_of(word), static_cast<std::uint8_t>(word.size()), at};
}

constexpr std::array inner_cuts = {cut("cannot", 3),  cut("gonna", 3),    cut("gotta", 3),  cut("wanna", 3),
                                   cut("dont", 2),    cut("doesnt", 4),   cut("didnt", 3),  cut("cant", 2),
                                   cut("wont", 2),    cut("isnt", 2),     cut("wasnt", 3),  cut("wouldnt", 5),
                                   cut("couldnt", 5), cut("shouldnt", 6), cut("havent", 4), cut("hasnt", 3),
                                   cut("arent", 3),   cut("werent", 4),   cut("aint", 2),   cut("im", 1),
                                   cut("ive", 1),     cut("youre", 3),    cut("theyre", 4), cut("thats", 4),
                                   cut("theres", 5),  cut("youve", 3),    cut("theyve", 4), cut("youll", 3),
                                   cut("theyll", 4),  cut("outta", 3),    cut("itll", 2),   cut("hadnt", 3)};

constexpr std::array title_abbreviations = {
    hash_of("mr"),     hash_of("mrs"), hash_of("ms"),   hash_of("dr"),   hash_of("prof"), hash_of("gen"),
    hash_of("col"),    hash_of("maj"), hash_of("capt"), hash_of("cmdr"), hash_of("lt"),   hash_of("sgt"),
    hash_of("brig"),   hash_of("adm"), hash_of("sen"),  hash_of("rep"),  hash_of("reps"), hash_of("sens"),
    hash_of("gov"),    hash_of("hon"), hash_of("rev"),  hash_of("st"),   hash_of("amb"),  hash_of("pres"),
    hash_of("messrs"), hash_of("vs"),  hash_of("cpl"),  hash_of("pvt"),  hash_of("supt"), hash_of("insp"),
    hash_of("e.g"),    hash_of("i.e"), hash_of("cf"),   hash_of("fig"),  hash_of("mme"),  hash_of("mlle")};

constexpr std::array date_or_state_abbreviations = {
    hash_of("jan"),  hash_of("feb"),  hash_of("apr"),   hash_of("aug"),  hash_of("sept"), hash_of("oct"),
    hash_of("nov"),  hash_of("ariz"), hash_of("calif"), hash_of("colo"), hash_of("conn"), hash_of("fla"),
    hash_of("mich"), hash_of("minn"), hash_of("nev"),   hash_of("okla"), hash_of("tenn"), hash_of("tex"),
    hash_of("wis"),  hash_of("wyo"),  hash_of("penn"),  hash_of("ala"),  hash_of("nebr"), hash_of("dept"),
    hash_of("govt"), hash_of("corp"), hash_of("bros"),  hash_of("ltd"),  hash_of("univ"), hash_of("assn")};

// Hashes of the words above, folded to 64 bits: most words are turned away by one test.
template <typename Hashes>
constexpr std::uint64_t fold(const Hashes& hashes) {
  std::uint64_t bits = 0;
  for (const std::uint32_t hash : hashes) bits |= std::uint64_t{1} << (hash & 63);
  return bits;
}
constexpr std::uint64_t title_bits = fold(title_abbreviations);
constexpr std::uint64_t date_bits = fold(date_or_state_abbreviations);
constexpr std::uint64_t cut_bits = [] {
  std::uint64_t bits = 0;
  for (const InnerCut& c : inner_cuts) bits |= std::uint64_t{1} << (c.hash & 63);
  return bits;
}();

bool in(std::uint64_t bits, std::uint32_t hash) {
  return (bits >> (hash & 63)) & 1;
}

}  // namespace

bool is_title_abbreviation(std::uint32_t hash) {
  if (!in(title_bits, hash)) return false;
  for (const std::uint32_t h : title_abbreviations)
    if (h == hash) return true;
  return false;
}

bool is_date_or_state_abbreviation(std::uint32_t hash) {
  if (!in(date_bits, hash)) return false;
  for (const std::uint32_t h : date_or_state_abbreviations)
    if (h == hash) return true;
  return false;
}

std::uint32_t inner_cut(std::uint32_t hash, std::uint32_t length) {
  if (!in(cut_bits, hash)) return 0;
  for (const InnerCut& c : inner_cuts)
    if (c.hash == hash && c.length == length) return c.cut;
  return 0;
}

}  // namespace entente
