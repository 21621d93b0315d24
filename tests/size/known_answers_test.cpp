// Sizes that queueing theory knows: the smallest number of places at which the share of those who
// start on the day they join is large enough. Stays are short, so that the theory is that of whole
// days (DayQueue), which tends to Erlang's formulas.
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "size/sizing.hpp"
#include "support/formulas.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom {
namespace {

using theory::DayQueue;

constexpr std::size_t replications = 40;

std::string one_list(const DayQueue::Parameters& p, int places) {
  const std::string patience =
      p.mean_patience == 0 ? ""
                           : fmt::format(R"("waiting_list": {{"leave_after": {{"exponential":
                                              {{"mean": "{} days"}}}}}},)",
                                         p.mean_patience);
  // At the rate of a day, leap years or not.
  std::string rate;
  for (int year = 2001; year <= 2005; ++year) {
    rate += fmt::format("{}\"{}\": {}", rate.empty() ? "" : ", ", year,
                        p.arrivals * days_in_year(year));
  }
  return tests::in("2001-01-01", "2005-01-01",
                   fmt::format(R"(
    "arrivals": [{{"id": "p", "per_year": {{{}}}, "refer_to": "m"}}],
    "resources": [{{"id": "places", "kind": "places", "level": {}}}],
    "measures": [{{"id": "m", "needs": [{{"resource": "places"}}], {}
                   "phases": [{{"id": "a",
                     "duration": {{"exponential": {{"mean": "{} days"}}}}}}]}}])",
                               rate, places, patience, p.mean_stay));
}

double share_waits(DayQueue::Parameters p, int places) {
  p.places = places;
  return DayQueue(p).share_waits();
}

/// The bound lies between what theory says of `smallest` places and of one less, and farther from
/// both than three of the errors with which the replications know them. Half of the years must meet
/// it: then the middle year decides, and that is theory's mean.
void hold_to_theory(const DayQueue::Parameters& p, int smallest) {
  const double enough = share_waits(p, smallest);
  const double too_few = share_waits(p, smallest - 1);
  const double bound = (enough + too_few) / 2;
  SizeRequest request;
  request.resource = "places";
  request.targets = {fmt::format("waiting_after(0 days) <= {:.6f}", bound)};
  request.years = {2003, 2004};
  request.probability = 0.5;
  request.replications = replications;
  SizeOptions options;
  options.threads = 2;
  // With one place too few until then, so that the years begin as theory says of the others.
  const scenario::Scenario scenario = tests::read(one_list(p, smallest - 1)).scenario;
  const SizeResult result = size_resource(scenario, request, options);
  for (std::size_t year = 0; year < 2; ++year) {
    const double root = std::sqrt(static_cast<double>(replications));
    const Summary& before = result.before.targets[year].summary;
    const Summary& after = result.after.targets[year].summary;
    ASSERT_GT(too_few - bound, 3 * before.sd / root) << "theory does not clear the target";
    ASSERT_GT(bound - enough, 3 * after.sd / root) << "theory does not clear the target";
    EXPECT_EQ(result.after.levels[year], smallest) << result.question.years[year];
  }
}

TEST(KnownAnswer, OfErlangC) {
  hold_to_theory({.arrivals = 3, .mean_stay = 4}, 16);
}

TEST(KnownAnswer, OfErlangA) {
  hold_to_theory({.arrivals = 3, .mean_stay = 4, .mean_patience = 6}, 13);
}

}  // namespace
}  // namespace doorstroom
