// What must hold of every scenario, on random ones; properties_slow_test.cpp tries many more.
#include "engine/properties.hpp"

#include <gmock/gmock.h>

namespace doorstroom::tests {
namespace {

class Properties : public testing::TestWithParam<NamedProperty> {};

TEST_P(Properties, HoldOfRandomScenarios) {
  constexpr std::uint64_t first_seed = 1;
  constexpr std::uint64_t seeds = 40;
  EXPECT_EQ(first_failure(GetParam().holds, first_seed, seeds), "");
}

INSTANTIATE_TEST_SUITE_P(Engine, Properties, testing::ValuesIn(properties()),
                         [](const auto& property) { return property.param.name; });

}  // namespace
}  // namespace doorstroom::tests
