// As mutation_test.cpp, with many more.
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "scenario/mutation.hpp"

namespace doorstroom {
namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::stoull(text);
}

/// DOORSTROOM_FIRST_MUTANT and DOORSTROOM_MUTANTS try others.
TEST(ManyMutants, OfSoundScenariosAreRefusedInPlacesOrSimulated) {
  const int count = static_cast<int>(from_environment("DOORSTROOM_MUTANTS", 20'000));
  const Tally tally =
      try_mutants(sound_scenarios(), from_environment("DOORSTROOM_FIRST_MUTANT", 100'000), count);
  EXPECT_GT(tally.refused + tally.compiled + tally.simulated, 0);
}

TEST(ManyMutants, OfEveryShippedScenarioAreRefusedInPlacesOrCompiled) {
  const int count = static_cast<int>(from_environment("DOORSTROOM_MUTANTS", 50));
  const Tally tally =
      try_mutants_of_shipped(from_environment("DOORSTROOM_FIRST_MUTANT", 200'000), count);
  EXPECT_GT(tally.refused + tally.compiled + tally.simulated, 0);
}

}  // namespace
}  // namespace doorstroom
