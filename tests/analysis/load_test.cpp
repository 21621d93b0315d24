// What a list can serve, where its phases are open.
#include "analysis/load.hpp"

#include <cmath>

#include <gmock/gmock.h>

#include "scenario/compile.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {
namespace {

/// A hundred people a year for ten places in a measure of one phase.
Loads loads_with(std::string_view phase, std::string_view labour_market = "{}") {
  const std::string json =
      in("2025-01-01", "2026-01-01",
         R"("arrivals": [{"id": "p", "variation": "even", "per_year": 100, "refer_to": "m"}],
            "resources": [{"id": "places", "kind": "places", "level": 10}],
            "labour_market": )" +
             std::string(labour_market) + R"(, "measures": [{"id": "m", "lock_in": 0.5,
            "needs": [{"resource": "places"}], "phases": [{"id": "a", )" +
             std::string(phase) + "}]}]");
  return loads_of(scenario::compile(read(json).scenario));
}

double can_serve(const Loads& loads) {
  return loads.resources.at(0).years.at(0).can_serve;
}

constexpr double months_a_year = days_per_year / days_per_month;

TEST(Load, OfAnOpenPhaseFollowsFromDropOut) {
  const Loads loads = loads_with(R"("duration": "open", "drop_out": {"per_month": 0.05})");
  EXPECT_NEAR(can_serve(loads), 10 * 0.05 * months_a_year, 1e-9);
}

TEST(Load, OfAnOpenPhaseFollowsFromWaysOutToo) {
  const Loads loads = loads_with(R"("duration": "open", "drop_out": {"per_month": 0.05})",
                                 R"({"exits": [{"id": "job", "kind": "job_finding", "to": "job_nec",
                     "per_month": 0.1}, {"id": "ill", "to": "sick", "per_month": 0.01}]})");
  EXPECT_NEAR(can_serve(loads), 10 * (0.05 + 0.5 * 0.1 + 0.01) * months_a_year, 1e-9);
}

TEST(Load, OfAnOpenPhaseThatNobodyLeavesHasNoEnd) {
  const Loads loads = loads_with(R"("duration": "open")");
  EXPECT_EQ(can_serve(loads), 0);
  EXPECT_TRUE(std::isinf(loads.resources.at(0).years.at(0).load()));
  EXPECT_EQ(loads.outlooks.at(0).kind, ListOutlook::Kind::only_grows);
}

TEST(Load, OfAFixedPhaseIsAsItWas) {
  EXPECT_NEAR(can_serve(loads_with(R"("duration": "73.05 days")")), 50, 1e-9);
}

}  // namespace
}  // namespace doorstroom::tests
