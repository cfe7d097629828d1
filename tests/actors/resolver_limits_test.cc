// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/actors/resolver_fixture.h"

namespace entente {
namespace {

// A text of sentences "NAME met NAME." with a flat tree each, made without any file.
struct Made {
  Document document;
  Analysis analysis;

  void add(const std::vector<std::string>& names) {
    Sentence& sentence = analysis.sentences.emplace_back();
    std::int32_t verb = -1;
    for (const std::string& name : names) {
      if (verb < 0 && !sentence.tokens.empty()) {
        verb = static_cast<std::int32_t>(sentence.tokens.size());
        token(sentence, "met", Upos::verb, Deprel::root, -1);
      }
      const auto begin = static_cast<std::uint32_t>(sentence.tokens.size());
      token(sentence, name, Upos::propn, verb < 0 ? Deprel::nsubj : Deprel::obj, verb < 0 ? 1 : verb);
      sentence.names.push_back({begin, begin + 1, NameType::person});
    }
  }

  void token(Sentence& sentence, const std::string& form, Upos upos, Deprel deprel, std::int32_t head) {
    Token& t = sentence.tokens.emplace_back();
    t.form = analysis.keep(form);
    t.lemma = t.form;
    t.upos = upos;
    t.deprel = deprel;
    t.head = head;
  }
};

ResolvedActors resolve(const Made& made) {
  return ActorResolver(project_gazetteer()).resolve(made.document, made.analysis);
}

TEST(ResolverLimits, NamesOfTenThousandCharacters) {
  Made made;
  made.add({"A" + std::string(9999, 'b'), "Kofi"});
  const ResolvedActors resolved = resolve(made);
  ASSERT_EQ(resolved.actors.size(), 2u);
  EXPECT_TRUE(is_actor_id(resolved.actors[0].id));
}

TEST(ResolverLimits, NamesOfControlCharacters) {
  Made made;
  made.add({std::string("\x01\x02\x03"), std::string("K\x1b\x07z")});
  for (const DocumentActor& actor : resolve(made).actors) {
    EXPECT_TRUE(is_actor_id(actor.id)) << actor.id;
    for (const char c : actor.label) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
  }
}

TEST(ResolverLimits, TenThousandDifferentNamesAreTenThousandActors) {
  Made made;
  for (int i = 0; i < 10000; i += 2)
    made.add({"Xaver" + std::to_string(i) + "q", "Yolo" + std::to_string(i + 1) + "q"});
  EXPECT_EQ(resolve(made).actors.size(), 10000U);
}

TEST(ResolverLimits, NothingGivesNothing) {
  Made made;
  EXPECT_TRUE(resolve(made).actors.empty());
  made.analysis.sentences.emplace_back();
  EXPECT_TRUE(resolve(made).mentions.empty());
}

}  // namespace
}  // namespace entente
