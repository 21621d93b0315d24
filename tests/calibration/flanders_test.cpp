// The worked checks on a tenth of Flanders; (b) is tests/study/activation_contingent_test.cpp.
#include <gtest/gtest.h>

#include "calibration/worked_checks.hpp"
#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

TEST(Flanders, MeetsTheWorkedChecksAtATenth) {
  expect_the_worked_checks(0.1);
}

/// (c) with nobody new, nobody refusing and nobody leaving: 5,625 at 1,000 a year are 5.6 years.
TEST(Flanders, WouldClearTheListForOrientationIn5Point6YearsWithoutInflow) {
  const Simulation run = simulate(in("2017-01-01", "2024-01-01", R"(
    "stock": [ { "id": "not_referable", "people": 5625, "waiting_for": "tmo" } ],
    "resources": [ { "id": "starts", "kind": "contingent", "per_year": 1000 } ],
    "measures": [ { "id": "tmo", "needs": [ { "resource": "starts" } ],
                    "phases": [ { "id": "orientation", "duration": "4 months" } ] } ])"));
  const std::vector<Told> starts = run.events(EventKind::started, "tmo");
  ASSERT_EQ(starts.size(), 5625U);
  const double years = (starts.back().day - day_of(2017, 1, 1)) / days_per_year;
  constexpr double a_month = 1.0 / 12;  // what a month has is given on its first day
  EXPECT_NEAR(years, 5.6, a_month);
}

}  // namespace
}  // namespace doorstroom::tests
