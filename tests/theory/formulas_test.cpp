// The formulas against values worked by hand and against each other: a test that holds the engine
// to a wrong formula proves nothing.
#include "support/formulas.hpp"

#include <cmath>

#include <gmock/gmock.h>

namespace doorstroom::theory {
namespace {

TEST(Formulas, LoseOneInFiveAtTwoPlacesAndALoadOfOne) {
  // p(n) is proportional to 1, 1, 1/2.
  EXPECT_NEAR(erlang_b(2, 1), 0.2, 1e-12);
  EXPECT_NEAR(erlang_b(1, 0.5), 1.0 / 3, 1e-12);
}

TEST(Formulas, LetWaitAsManyAsTheLoadAtOnePlace) {
  EXPECT_NEAR(erlang_c(1, 0.7), 0.7, 1e-12);
  // M/M/1: load / (1 - load) stays.
  EXPECT_NEAR(erlang_c_mean_wait(1, 0.07, 10), 10 * 0.7 / 0.3, 1e-12);
}

TEST(Formulas, LetOneInThreeWaitAtTwoPlacesAndALoadOfOne) {
  // p(0) = 1/3, p(1) = 1/3, p(2) = 1/6, halving from there: 1/3 find both taken.
  EXPECT_NEAR(erlang_c(2, 1), 1.0 / 3, 1e-12);
  EXPECT_NEAR(erlang_c_people(2, 1, 0), 1.0 / 3, 1e-12);
  EXPECT_NEAR(erlang_c_people(2, 1, 1), 1.0 / 3, 1e-12);
  EXPECT_NEAR(erlang_c_people(2, 1, 2), 1.0 / 6, 1e-12);
  EXPECT_NEAR(erlang_c_people(2, 1, 3), 1.0 / 12, 1e-12);
  EXPECT_NEAR(erlang_c_mean_wait(2, 1, 1), 1.0 / 3, 1e-12);
}

TEST(Formulas, GiveErlangAWherePatienceIsAsLongAsTheStay) {
  // Each leaves at the same rate, waiting or not: Poisson with the load as its mean.
  const ErlangA a(2, 1, 1, 1);
  const double e = std::exp(1);
  EXPECT_NEAR(a.share_waits, 1 - 2 / e, 1e-12);
  EXPECT_NEAR(a.mean_waiting, 1 - (1 / e + 2 * (1 - 2 / e)), 1e-12);
  EXPECT_NEAR(a.share_gives_up, a.mean_waiting, 1e-12);
}

TEST(Formulas, GiveErlangAThatTendsToErlangCAndErlangB) {
  EXPECT_NEAR(ErlangA(5, 4, 1, 1e9).share_waits, erlang_c(5, 4), 1e-6);
  EXPECT_NEAR(ErlangA(5, 4, 1, 1e-9).share_gives_up, erlang_b(5, 4), 1e-6);
}

TEST(Formulas, GiveCobhamThatKeepsTheMeanWorkWhateverTheOrder) {
  // Kleinrock's conservation law: the waits weighted by load add up to those without classes.
  const std::vector<double> arrivals{0.03, 0.05};
  const double alone = cobham({0.08}, 10, 150).front();
  EXPECT_NEAR(alone, 0.08 * 150 / 2 / (1 - 0.8), 1e-12);  // Pollaczek and Khinchine
  const auto both = cobham(arrivals, 10, 150);
  EXPECT_NEAR(0.3 * both[0] + 0.5 * both[1], 0.8 * alone, 1e-12);
  const auto days = day_wait_by_class(arrivals, 10, 150);
  EXPECT_NEAR(day_wait_by_class({0.08}, 10, 150).front(), alone, 1e-12);
  EXPECT_NEAR(0.3 * days[0] + 0.5 * days[1], 0.8 * alone, 1e-12);
}

TEST(Formulas, GiveDayWaitsThatTendToCobhamAsStaysGrowLong) {
  const std::vector<double> arrivals{0.00003, 0.00005};
  const auto days = day_wait_by_class(arrivals, 1e4, 1.5e8);
  const auto times = cobham(arrivals, 1e4, 1.5e8);
  for (std::size_t k = 0; k < 2; ++k) EXPECT_NEAR(days[k] / times[k], 1, 1e-4);
}

TEST(Formulas, SplitThoseWhoLeaveByTheRatesOfTheirWaysOut) {
  EXPECT_NEAR(left_within({0.03, 0.01}, 1e5), 0.75, 1e-12);
  EXPECT_NEAR(left_within({std::log(2)}, 3), 7.0 / 8, 1e-12);
  EXPECT_NEAR(left_by({0.03, 0.01}, 100'000), 0.75, 1e-12);
  // Without competitors and with small rates: 1 - exp(-rate t), the moment being half a day early.
  EXPECT_NEAR(left_by({1e-4}, 3000), 1 - std::exp(-1e-4 * 3000.5), 1e-9);
}

DayQueue long_stays(int places, double load, double patience_in_stays = 0, int max_length = -1) {
  constexpr double stay = 2e5;
  return DayQueue({.places = places,
                   .arrivals = load / stay,
                   .mean_stay = stay,
                   .mean_patience = patience_in_stays * stay,
                   .max_length = max_length});
}

TEST(DayQueue, TendsToErlangCAsStaysGrowLong) {
  const DayQueue days = long_stays(3, 2.1);
  EXPECT_NEAR(days.share_waits(), erlang_c(3, 2.1), 1e-4);
  EXPECT_NEAR(days.mean_waiting(), 2.1 * erlang_c_mean_wait(3, 2.1, 1), 1e-4);
  EXPECT_NEAR(days.people(2), erlang_c_people(3, 2.1, 2), 1e-4);
}

TEST(DayQueue, TendsToErlangAAsStaysGrowLong) {
  const DayQueue days = long_stays(3, 2.5, 1.5);
  const ErlangA times(3, 2.5, 1, 1.5);
  EXPECT_NEAR(days.share_waits(), times.share_waits, 1e-4);
  EXPECT_NEAR(days.mean_waiting(), times.mean_waiting, 1e-4);
  EXPECT_NEAR(days.share_gives_up(), times.share_gives_up, 1e-4);
}

TEST(DayQueue, TendsToErlangBAsStaysGrowLong) {
  const DayQueue days = long_stays(3, 2.5, 0, 0);
  EXPECT_NEAR(days.share_turned_away(), erlang_b(3, 2.5), 1e-4);
  EXPECT_EQ(days.share_waits(), 0);
}

TEST(DayQueue, KeepsEverybodyWhoJoins) {
  // Starts a day are those who join less those who give up or are turned away; by Little's law they
  // fill the places for as long as they stay. Short stays, so that days matter.
  const DayQueue::Parameters p{
      .places = 3, .arrivals = 0.6, .mean_stay = 6, .mean_patience = 9, .max_length = 4};
  const DayQueue days(p);
  const double starts = p.arrivals * (1 - days.share_gives_up() - days.share_turned_away());
  EXPECT_NEAR(days.mean_in_measure(), starts * p.mean_stay, 1e-9);
}

}  // namespace
}  // namespace doorstroom::theory
