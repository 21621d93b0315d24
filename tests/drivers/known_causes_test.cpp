// Scenarios in which it is known what drives the carousel, since somebody made it so.
#include <cmath>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "compare/verdict.hpp"
#include "drivers/drivers.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;

const std::vector<Cause> all(all_causes.begin(), all_causes.end());

/// People come in during 2017, are looked at for ten days and go where that leads; "right" and
/// "wrong" are measures on one rung. Nobody finds a job but by a measure, and nobody loses one, so
/// that everybody has found one long before the last year of which cycles are known.
std::string round_and_round(const std::string& right, const std::string& more) {
  return in("2017-01-01", "2024-01-01",
            R"(
    "distance_classes": ["near", "far"],
    "arrivals": [{"id": "new", "variation": "even", "refer_to": "look",
                  "per_year": {"2017": 1500, "2018": 0},
                  "people": {"attributes": {"distance": {"near": 1}}}}],
    "resources": [{"id": "seats", "kind": "places", "level": 5000}],
    "referral": [
      {"id": "wrong", "when": {"assessed_distance": "far"}, "refer_to": "wrong"},
      {"id": "right", "refer_to": "right"}],
    "measures": [
      {"id": "wrong", "line": 2, "phases": [{"id": "only", "duration": "20 days"}],
       "afterwards": [{"to": "look", "p": 1}]},
      {"id": "right", "line": 2, "needs": [{"resource": "seats"}], "after_drop_out": [{"to": "look", "p": 1}],
       "afterwards": [{"to": "job_nec", "p": 1}], )" +
                right + "}], " + more);
}

const std::string one_phase = R"("phases": [{"id": "only", "duration": "20 days"}])";
const std::string screening_that_errs =
    R"("screening": [{"id": "look", "duration": "10 days", "sees": {"distance": {"one_class": 0.5}}}])";
const std::string screening_that_sees =
    R"("screening": [{"id": "look", "duration": "10 days", "sees": {"distance": {"one_class": 0}}}])";
const std::string phases_with_a_gap = R"("phases": [
  {"id": "a", "duration": "10 days", "gap": {"duration": "30 days", "drop_out": {"share": 0.5}}},
  {"id": "b", "duration": "10 days"}])";

struct Study {
  scenario::Scenario base;
  SwitchedWorlds worlds;
  DriversResult result;

  explicit Study(const std::string& json, std::size_t replications = 3)
      : base(read(json).scenario), worlds(switched_worlds(base, all)) {
    RunOptions options;
    options.replications = replications;
    options.threads = 2;
    result = find_drivers(base, worlds, options);
  }
  [[nodiscard]] const Driver& of(std::string_view id) const {
    const auto at = std::ranges::find(result.drivers, id, &Driver::id);
    if (at == result.drivers.end()) throw std::out_of_range(std::string(id));
    return *at;
  }
  [[nodiscard]] double share(std::string_view id, CarouselFigure figure = deciding_figure) const {
    return of(id).of(figure).share;
  }
  [[nodiscard]] Verdict verdict(std::string_view id) const {
    return verdict_of(of(id).of(deciding_figure).difference, result.confidence);
  }
  [[nodiscard]] std::vector<std::string> order() const {
    std::vector<std::string> ids;
    for (const Driver& driver : result.drivers) ids.push_back(driver.id);
    return ids;
  }
};

constexpr double errors = 6;  // a test that fails by chance once in hundreds of millions

TEST(KnownCauses, ErrorsInScreeningAreAllOfIt) {
  const Study study(round_and_round(one_phase, screening_that_errs));
  EXPECT_THAT(study.order(), ElementsAre("screening", "places", "all", "sum", "interaction"));
  // Each episode is the wrong one with one half: each of those begins a cycle.
  const DriverEffect& effect = study.of("screening").of(deciding_figure);
  const double episodes = 3 * 1500 * 2;
  EXPECT_NEAR(effect.base.mean, 50, errors * 100 * std::sqrt(0.25 / episodes));
  EXPECT_EQ(effect.value.mean, 0);
  EXPECT_EQ(effect.share, 1);
  EXPECT_NEAR(effect.share_interval.low, 1, 1e-9);
  EXPECT_NEAR(effect.share_interval.high, 1, 1e-9);
  EXPECT_EQ(study.verdict("screening"), Verdict::less);
  // Two wrong ones before the right one.
  const DriverEffect& rate = study.of("screening").of(CarouselFigure::carousel_rate);
  EXPECT_NEAR(rate.base.mean, 0.25, errors * std::sqrt(0.25 * 0.75 / (3 * 1500)));
  EXPECT_EQ(rate.share, 1);
  EXPECT_EQ(study.of("screening").of(CarouselFigure::people).base.mean, 1500);
  EXPECT_EQ(study.share("places"), 0);
  EXPECT_EQ(study.verdict("places"), Verdict::same);
  EXPECT_EQ(study.share("all"), 1);
  EXPECT_EQ(study.share("sum"), 1);
  EXPECT_EQ(study.share("interaction"), 0);
}

TEST(KnownCauses, GapsAreAllOfIt) {
  const Study study(round_and_round(phases_with_a_gap, screening_that_sees));
  EXPECT_THAT(study.order(), ElementsAre("gaps", "places", "all", "sum", "interaction"));
  const DriverEffect& effect = study.of("gaps").of(deciding_figure);
  EXPECT_NEAR(effect.base.mean, 50, errors * 100 * std::sqrt(0.25 / (3 * 1500 * 2)));
  EXPECT_EQ(effect.share, 1);
  EXPECT_EQ(study.share("places"), 0);
}

/// An episode fails if screening errs, or else if somebody drops out in the gap: three in four.
/// Without one of the two one in two fail, without both none.
TEST(KnownCauses, WhatTwoCausesDoTogetherIsMoreThanTheirSum) {
  const Study study(round_and_round(phases_with_a_gap, screening_that_errs));
  const auto near = [](double per_100, double of) {
    // Of episodes that fail with that probability, so many for each of 4,500 people.
    const double p = of / 100;
    return testing::DoubleNear(per_100, errors * 100 * std::sqrt(p * (1 - p) * (1 - p) / 4500));
  };
  EXPECT_THAT(study.of("gaps").of(deciding_figure).base.mean, near(75, 75));
  EXPECT_THAT(study.of("gaps").of(deciding_figure).value.mean, near(50, 50));
  EXPECT_THAT(study.of("screening").of(deciding_figure).value.mean, near(50, 50));
  EXPECT_EQ(study.share("all"), 1);
  const double widest = 3 * errors * std::sqrt(0.25 * 0.5 / 4500) / 0.75;
  EXPECT_NEAR(study.share("sum"), 2.0 / 3, widest);
  EXPECT_NEAR(study.share("interaction"), 1.0 / 3, widest);
  EXPECT_NEAR(study.share("sum") + study.share("interaction"), study.share("all"), 1e-12);
  EXPECT_EQ(study.verdict("interaction"), Verdict::less);
}

TEST(KnownCauses, APlaceThatIsShortIsAllOfIt) {
  const std::string phases = R"("phases": [
    {"id": "a", "duration": "10 days"},
    {"id": "b", "duration": "10 days", "needs": [{"resource": "floors"}],
     "wait_at_most": "5 days", "without_place": "stop"}])";
  const std::string floors =
      R"({"id": "floors", "kind": "places", "level": {"2017": 0, "2018-07-01": 5000}},
    {"id": "seats")";
  const Study study(
      with(round_and_round(phases, screening_that_sees), R"({"id": "seats")", floors));
  EXPECT_THAT(study.order(), ElementsAre("places"));
  EXPECT_EQ(study.share("places"), 1);
  EXPECT_GT(study.of("places").of(CarouselFigure::carousel_rate).base.mean, 0.9);
  EXPECT_EQ(study.result.confidence, 0.95) << "of a single cause";
}

/// Jobs are lost within days when aftercare ends: after three months they were not durable, after
/// six they were.
TEST(KnownCauses, AftercareThatIsTooShortIsAllOfIt) {
  const std::string care =
      one_phase + R"(, "aftercare": {"duration": "92 days", "job_loss_factor": 0})";
  const std::string lose = R"(, "labour_market": {"exits": [
    {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "look", "per_month": 50}]})";
  const Study study(round_and_round(care, screening_that_sees + lose), 2);
  EXPECT_THAT(study.order(), ElementsAre("aftercare", "places", "all", "sum", "interaction"));
  EXPECT_GT(study.of("aftercare").of(deciding_figure).base.mean, 99);
  EXPECT_EQ(study.share("aftercare"), 1);
  EXPECT_EQ(study.share("places"), 0);
}

/// Somebody on a living wage works in a measure for a year, and is seen again: on the benefit that
/// it gave, or on the living wage.
TEST(KnownCauses, RightsAreAllOfTheLoopAndNothingOfTheCycles) {
  const Study study(in("2017-01-01", "2028-01-01", R"(
    "benefits": {
      "statutes": [{"id": "ui", "per_month": 1000}, {"id": "living_wage", "per_month": 800}],
      "right": {"to": "ui", "needs": [{"days": 312, "within": "21 months"}]}},
    "statuses": [
      {"id": "unemployed", "registered": true, "unemployment": "runs", "benefit": "right"},
      {"id": "ocmw", "unemployment": "frozen", "benefit": "living_wage"}],
    "arrivals": [{"id": "new", "variation": "even", "refer_to": "work", "status": "ocmw",
                  "per_year": {"2017": 0, "2020": 300, "2021": 0},
                  "people": {"attributes": {"distance": {"small": 1}, "benefit": {"living_wage": 1}}}}],
    "screening": [{"id": "look", "duration": "10 days", "sees": {"distance": {"one_class": 0}}}],
    "referral": [{"id": "course", "refer_to": "course"}],
    "measures": [
      {"id": "work", "line": 2, "counts_as_work": true,
       "phases": [{"id": "only", "duration": "13 months", "ends_with_right": true}],
       "afterwards": [{"to": "unemployed", "p": 0.5}, {"to": "look", "p": 0.5}]},
      {"id": "course", "line": 2, "phases": [{"id": "only", "duration": "20 days"}],
       "afterwards": [{"to": "inactive", "p": 1}]}],
    "labour_market": {"exits": [{"id": "seen", "to": "look", "per_month": 3}]})"));
  EXPECT_THAT(study.order(), ElementsAre("rights"));
  EXPECT_GT(study.of("rights").of(CarouselFigure::serv_loop).base.mean, 100);
  EXPECT_EQ(study.share("rights", CarouselFigure::serv_loop), 1);
  EXPECT_EQ(study.share("rights"), 0);
  EXPECT_GT(study.of("rights").of(deciding_figure).base.mean, 40);
}

}  // namespace
}  // namespace doorstroom::tests
