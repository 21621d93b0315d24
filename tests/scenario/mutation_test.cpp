// Whatever stands in a file, it is either refused with located problems or it can be simulated.
#include "scenario/mutation.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(Mutants, AreMadeOfScenariosThatCanBeSimulated) {
  for (const std::string& scenario : sound_scenarios()) {
    const Fate fate = fate_of({scenario, true, ""});
    EXPECT_EQ(fate.kind, Fate::Kind::simulated) << fate.why;
  }
}

TEST(Mutants, OfSoundScenariosAreRefusedInPlacesOrSimulated) {
  constexpr int count = 400;
  const Tally tally = try_mutants(sound_scenarios(), 1, count);
  EXPECT_GT(tally.refused, count / 4);
  EXPECT_GT(tally.simulated, count / 10);
}

TEST(Mutants, OfEveryShippedScenarioAreRefusedInPlacesOrCompiled) {
  ASSERT_GT(shipped_scenarios().size(), 70U);
  const Tally tally = try_mutants_of_shipped(1, 1);
  EXPECT_GT(tally.refused, 0);
  EXPECT_GT(tally.compiled + tally.simulated, 0);
}

}  // namespace
}  // namespace doorstroom
