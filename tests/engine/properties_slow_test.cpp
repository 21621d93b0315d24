// As properties_test.cpp, on many more scenarios.
#include <gmock/gmock.h>

#include "engine/properties.hpp"

namespace doorstroom::tests {
namespace {

class ManyProperties : public testing::TestWithParam<NamedProperty> {};

TEST_P(ManyProperties, HoldOfRandomScenarios) {
  constexpr std::uint64_t first_seed = 1000;
  constexpr std::uint64_t seeds = 1000;
  EXPECT_EQ(first_failure(GetParam().holds, first_seed, seeds), "");
}

INSTANTIATE_TEST_SUITE_P(Engine, ManyProperties, testing::ValuesIn(properties()),
                         [](const auto& property) { return property.param.name; });

}  // namespace
}  // namespace doorstroom::tests
