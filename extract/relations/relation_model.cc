// SPDX-License-Identifier: Apache-2.0
#include "extract/relations/relation_model.h"

#include <fstream>
#include <sstream>

#include "extract/relations/binary.h"
#include "extract/relations/hash.h"
#include "graph/error.h"

namespace entente {
namespace {

constexpr std::string_view magic = "entente relations 3\n";
constexpr std::uint32_t feature_version = 3;  // goes up when the features of pairs or of the judge change

}  // namespace

std::string RelationModel::serialise() const {
  std::string body;
  any.append_to(body);
  types.append_to(body);
  judge.append_to(body);
  second.append_to(body);
  put_float(body, threshold);
  put_u32(body, feature_version);
  body += network.bytes();
  std::string out(magic);
  put_u32(out, hash_text(body));
  return out + body;
}

RelationModel RelationModel::parse(std::string_view bytes, const std::string& file) {
  if (!bytes.starts_with(magic)) throw InputError(file, "no relation model of this version");
  bytes.remove_prefix(magic.size());
  std::uint32_t checksum = 0;
  if (!take_u32(bytes, checksum) || checksum != hash_text(bytes))
    throw InputError(file, "damaged or truncated");
  RelationModel model;
  std::uint32_t features = 0;
  if (!model.any.take_from(bytes) || !model.types.take_from(bytes) || !model.judge.take_from(bytes) ||
      !model.second.take_from(bytes) || !take_float(bytes, model.threshold) || !take_u32(bytes, features) ||
      model.any.outputs() != 1 || model.types.outputs() != event_type_count ||
      (!bytes.empty() && !model.network.take_from(bytes))) {
    throw InputError(file, "damaged");
  }
  if (features != feature_version) throw InputError(file, "made for other features: train it again");
  return model;
}

RelationModel RelationModel::load(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), "cannot be read");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return parse(bytes.str(), path.string());
}

void RelationModel::save(const std::filesystem::path& path) const {
  std::ofstream out(path, std::ios::binary);
  out << serialise();
  if (!out.flush()) throw OutputError(path.string() + ": cannot be written");
}

}  // namespace entente
