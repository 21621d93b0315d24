// Places that stay empty, that employers fill as they like, and that follow a stock of people.
#include <cmath>

#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

TEST(Places, StayEmptyForAWhileWhenSomebodyHasLeft) {
  const Simulation s = simulate(in("2025-01-01", "2025-06-01", R"(
      "stock": [{"id": "p", "people": 2, "refer": true}],
      "referral": [{"id": "r", "refer_to": "m"}],
      "resources": [{"id": "job", "kind": "places", "level": 1, "refill_after": "30 days"}],
      "measures": [{"id": "m", "needs": [{"resource": "job"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  const auto started = s.events(EventKind::started);
  ASSERT_EQ(started.size(), 2U);
  EXPECT_EQ(iso_date(started[0].day), "2025-01-01");
  EXPECT_EQ(iso_date(started[1].day), "2025-02-10");
  const Stand& january = s.at("2025-01-31");
  EXPECT_EQ(january.accounts[0].used, 0);
  EXPECT_EQ(january.accounts[0].empty, one_place);
  ASSERT_EQ(january.held_back.size(), 1U);
  EXPECT_EQ(january.held_back[0].by, HeldBy::release);  // not yet offered again
  EXPECT_EQ(s.at("2025-03-31").accounts[0].empty, 0);
}

/// One place a day, a hundred people on the list since the same day, half of them near. `share` of
/// the places is filled by employers who like the near ones nine times as much.
double near_among_the_first(double share) {
  double near = 0;
  constexpr std::uint32_t replications = 40;
  constexpr int starts = 20;
  for (std::uint32_t r = 0; r < replications; ++r) {
    const Simulation s = simulate(in("2025-01-01", "2025-01-21",
                                     R"(
      "distance_classes": ["near", "far"],
      "stock": [{"id": "p", "people": 100, "refer": true,
                 "profile": {"attributes": {"distance": {"near": 0.5, "far": 0.5}}}}],
      "referral": [{"id": "r", "refer_to": "m"}],
      "resources": [{"id": "job", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "job"}],
                    "waiting_list": {"employer_choice": {"share": )" +
                                         std::to_string(share) + R"(,
                      "preference": {"by_distance": {"near": 9, "far": 1}}}},
                    "phases": [{"id": "a", "duration": "1 day"}]}])"),
                                  r);
    for (const Told& told : s.events(EventKind::started)) {
      near += told.event.profile.code(s.model->fields.distance) == 0 ? 1 : 0;
    }
  }
  return near / (starts * replications);
}

TEST(Places, GoToWhomEmployersPreferWhereTheyMayChoose) {
  // In order of the lottery half of the first are near; binomial, z = 4.
  EXPECT_NEAR(near_among_the_first(0), 0.5, 4 * std::sqrt(0.25 / 800));
  // Weights of 9 to 1 without replacement: a near one nine times in ten at first, a little less as
  // they get fewer.
  const double chosen = near_among_the_first(1);
  EXPECT_GT(chosen, 0.8);
  EXPECT_LT(chosen, 0.95);
  const double half = near_among_the_first(0.5);
  EXPECT_GT(half, 0.5 + 0.1);
  EXPECT_LT(half, chosen - 0.1);
}

TEST(Places, MayBeAShareOfAStockOfPeopleCountedEveryYear) {
  const Simulation s = simulate(in("2025-01-01", "2027-02-01",
                                   R"(
      "stock": [{"id": "p", "people": 200}],
      "labour_market": {"exits": [{"id": "away", "to": "sick", "per_month": 1000,
        "by_time_in_status": [{"below": "40 days", "factor": 0}, {"factor": 1}]}]},
      "arrivals": [{"id": "new", "per_year": {"2025": 0, "2026-12-30": 36500},
                    "variation": "even", "refer_to": "m"}],
      "resources": [{"id": "exempt", "kind": "contingent", "release": "at_once",
                     "share_of": {"of": "unemployed", "share": {"2025": 0.125, "2027": 0.1}}}],
      "measures": [{"id": "m", "needs": [{"resource": "exempt"}],
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  const std::size_t account = s.account("exempt");
  EXPECT_EQ(s.at("2025-01-31").accounts[account].level, 25 * one_place);
  EXPECT_EQ(s.at("2026-01-31").accounts[account].level, 0);
  // 100 a day since 30 December 2026: 200 are there on the morning of 1 January.
  EXPECT_EQ(s.at("2027-01-31").accounts[account].level, 20 * one_place);
  EXPECT_EQ(s.at("2027-01-31").accounts[account].used, 20 * one_place);
}

}  // namespace
}  // namespace doorstroom::tests
