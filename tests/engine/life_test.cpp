#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

TEST(Life, TakesAWayOutThatChangesNoStatusAgainOnlyAfterItsTime) {
  const Simulation s = simulate(in("2025-01-01", "2030-01-01", R"(
      "stock": [{"id": "p", "people": 500}],
      "labour_market": {"exits": [{"id": "asks", "to": "refer", "per_month": 0.5}]})"));
  const double times = static_cast<double>(s.events(EventKind::asked_referral).size()) / 500;
  EXPECT_NEAR(times, 1826 / 30.4375 / 2, 0.75);
}

}  // namespace
}  // namespace doorstroom::tests
