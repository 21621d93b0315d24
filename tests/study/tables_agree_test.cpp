// The tables of one replication tell one story: what several of them count must be the same number.
#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>

#include "analysis/leaver_figures.hpp"
#include "analysis/reentry_figures.hpp"
#include "model/indicators.hpp"
#include "record/capacity_recorder.hpp"
#include "record/carousel_recorder.hpp"
#include "record/flow_recorder.hpp"
#include "record/outcome_recorder.hpp"
#include "record/period_recorder.hpp"
#include "record/referral_recorder.hpp"
#include "record/sec_fallback.hpp"
#include "record/series_recorder.hpp"
#include "record/starter_recorder.hpp"
#include "record/trajectory_recorder.hpp"
#include "scenario/compile.hpp"
#include "support/random_scenario.hpp"
#include "support/simulation.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

class TablesAgree : public testing::TestWithParam<std::uint64_t> {
 protected:
  void SetUp() override {
    constexpr std::uint32_t everything = ~0U;
    const std::string json = random_scenario(GetParam(), everything).dump();
    model = std::make_shared<const Model>(scenario::compile(read(json).scenario));
    SeriesRecorder series(*model, Breakdowns(*model, {}));
    FlowRecorder flows(*model);
    OutcomeRecorder outcomes(*model);
    TrajectoryRecorder trajectories(*model);
    ReferralRecorder referral(*model);
    PeriodRecorder periods(*model);
    const CycleRules rules = cycle_rules(1, 3);
    const Breakdowns by(*model, {{std::string(carousel_by), {"region"}}});
    CarouselRecorder carousel(*model, rules, by.of(std::string(carousel_by)));
    const Breakdowns no_groups(*model, {});
    ExitsToWork exits(*model, no_groups, rules);
    SecFallback fallback(*model);
    NightRecorder nights(*model, {&exits, &fallback});
    StarterRecorder starters(*model);
    CapacityRecorder capacity(*model);
    simulation = simulate(model, 0,
                          {&series, &flows, &outcomes, &trajectories, &referral, &periods,
                           &carousel, &nights, &starters, &capacity});
    of_leavers = figures_of(LeaverFigures(*model, outcomes));
    of_reentry = figures_of(ReentryFigures(*model, no_groups, exits));
    of_fallback = figures_of(fallback);
    of_series = figures_of(series);
    of_flows = figures_of(flows);
    of_outcomes = figures_of(outcomes);
    of_trajectories = figures_of(trajectories);
    of_referral = figures_of(referral);
    of_periods = figures_of(periods);
    of_carousel = figures_of(carousel);
    of_starters = figures_of(starters);
    of_capacity = figures_of(capacity);
  }

  using Table = std::map<std::string, double>;
  /// Sum of the figures whose key begins and ends so, and holds `within`.
  static double sum(const Table& table, const std::string& begin, const std::string& end,
                    const std::string& within = "") {
    double total = 0;
    for (const auto& [key, value] : table) {
      const bool counts = key.starts_with(begin) && key.ends_with(end) &&
                          key.find(within) != std::string::npos && !std::isnan(value);
      if (counts) total += value;
    }
    return total;
  }
  [[nodiscard]] double series_of_year(const std::string& year, const std::string& indicator,
                                      const std::string& measure) const {
    return sum(of_series, year + "-", "/" + indicator + "/" + measure + "/all people");
  }
  [[nodiscard]] double endings_of_year(const std::string& year, const std::string& measure) const {
    return series_of_year(year, "completions", measure) +
           series_of_year(year, "dropouts", measure) + series_of_year(year, "ended_early", measure);
  }
  /// Completions by people who ended another measure later on that day: where they spend the night
  /// follows on that one.
  [[nodiscard]] double overtaken_on_the_day(const std::string& year,
                                            const std::string& measure) const {
    double overtaken = 0;
    std::map<std::pair<Day, PersonId>, const Event*> last;
    for (const Told& told : simulation.events(EventKind::ended)) {
      if (model->measures[told.event.subject].is_screening) continue;
      const Event*& before = last[{told.day, told.person}];
      const bool counts =
          before != nullptr && iso_date(told.day).starts_with(year) &&
          model->measures[before->subject].id == measure &&
          (before->reason == Reason::completed || before->reason == Reason::maximum);
      if (counts) ++overtaken;
      before = &told.event;
    }
    return overtaken;
  }
  [[nodiscard]] std::vector<std::string> years() const {
    std::vector<std::string> all;
    const int last = civil(model->horizon.end - 1).year;
    for (int y = civil(model->horizon.start).year; y <= last; ++y) all.push_back(std::to_string(y));
    return all;
  }

  std::shared_ptr<const Model> model;
  Simulation simulation;
  Table of_series;
  Table of_flows;
  Table of_outcomes;
  Table of_trajectories;
  Table of_referral;
  Table of_periods;
  Table of_carousel;
  Table of_leavers;
  Table of_reentry;
  Table of_fallback;
  Table of_starters;
  Table of_capacity;
};

TEST_P(TablesAgree, OnStartsAndEnds) {
  double starts = 0;
  for (const std::string& year : years()) {
    for (const Measure& measure : model->measures) {
      const std::string to = "/" + measure.id + " people";
      const double into = sum(of_flows, year + "/", to) - sum(of_flows, year + "/at_start/", to);
      EXPECT_EQ(into, series_of_year(year, "starts", measure.id)) << year << measure.id;
      const double endings = endings_of_year(year, measure.id);
      EXPECT_EQ(sum(of_flows, year + "/" + measure.id + "/", " people"), endings);
      EXPECT_EQ(of_trajectories.at(year + "/" + measure.id + "/ended people"), endings);
      starts += into;
    }
  }
  EXPECT_GT(starts, 20) << "nothing happened: the test says nothing";
}

TEST_P(TablesAgree, OnWhoIsThereAtTheEnd) {
  const std::string last = iso_date(model->horizon.end - 1);
  double in_measures = 0;
  for (const Measure& measure : model->measures) {
    const double there = of_series.at(last + "/in_trajectory/" + measure.id + "/all people");
    const double came = sum(of_flows, "", "/" + measure.id + " people");
    EXPECT_EQ(came - sum(of_flows, "", " people", "/" + measure.id + "/"), there) << measure.id;
    in_measures += there;
  }
  double outside = 0;
  double people = 0;
  for (const Status& status : model->statuses) {
    outside += sum(of_flows, "", "/" + status.id + " people") -
               sum(of_flows, "", " people", "/" + status.id + "/");
    people += of_series.at(last + "/people/" + status.id + "/all people");
  }
  EXPECT_EQ(outside + in_measures, people);
}

TEST_P(TablesAgree, OnWhereThoseWhoCompletedAreTheNextDay) {
  double followed = 0;
  for (const std::string& year : years()) {
    if (year == years().back()) break;  // its last day has no next one
    for (const Measure& measure : model->measures) {
      if (measure.is_screening) continue;
      const std::string group = year + "/" + measure.id + "/";
      const double completed = sum(of_outcomes, group + "completed/1/", " people");
      EXPECT_EQ(completed, series_of_year(year, "completions", measure.id));
      EXPECT_EQ(sum(of_outcomes, group + "dropped_out/1/", " people"),
                series_of_year(year, "dropouts", measure.id));
      EXPECT_EQ(sum(of_outcomes, group + "other/1/", " people"),
                series_of_year(year, "ended_early", measure.id));
      if (completed > 0) {
        EXPECT_NEAR(sum(of_outcomes, group + "completed/1/", " share"), 1, 1e-12);
      }
      followed += completed;
    }
  }
  EXPECT_GT(followed, 0);
}

TEST_P(TablesAgree, OnEpisodesOfActivation) {
  const bool activates = std::ranges::any_of(model->measures, [&](const Measure& measure) {
    const bool is_job = measure.status.exists() &&
                        model->statuses[measure.status.position()].paid_work != PaidWork::none;
    return measure.line >= 2 && !measure.is_screening && !is_job;
  });
  ASSERT_EQ(!of_carousel.empty(), activates);
  double ended = 0;
  double in_work = 0;
  for (const std::string& year : years()) {
    double of_year = 0;
    for (const Measure& measure : model->measures) {
      const std::string group = year + "/" + measure.id + "/";
      if (!of_carousel.contains(group + "all/all/ended episodes")) continue;
      EXPECT_EQ(of_carousel.at(group + "all/all/starts episodes"),
                series_of_year(year, "starts", measure.id));
      EXPECT_EQ(of_carousel.at(group + "all/all/ended episodes"),
                endings_of_year(year, measure.id));
      of_year += endings_of_year(year, measure.id);
      const double into_work = of_carousel.at(group + "all/main/ended_in_work episodes");
      EXPECT_EQ(into_work, sum(of_flows, group + "job_nec", " people"));
      in_work += into_work;
    }
    if (activates) {
      EXPECT_EQ(of_carousel.at(year + "/all/all/all/ended episodes"), of_year);
    }
    ended += of_year;
  }
  EXPECT_EQ(ended > 0, activates);
  const bool any_jobs = sum(of_flows, "", "/job_nec people") > 0;
  EXPECT_EQ(in_work > 0, any_jobs && activates);
}

TEST_P(TablesAgree, OnWhoLeftForAJob) {
  for (const Measure& measure : model->measures) {
    const std::string key = measure.id + "/all/0/in_job people";
    if (!of_reentry.contains(key)) continue;
    EXPECT_EQ(of_reentry.at(key),
              sum(of_carousel, "", "/" + measure.id + "/all/main/ended_in_work episodes"));
  }
  ASSERT_EQ(of_reentry.contains("all/all/0/in_job people"), !of_carousel.empty());
  if (of_carousel.empty()) return;
  EXPECT_EQ(of_reentry.at("all/all/0/in_job people"),
            sum(of_carousel, "", "/all/all/main/ended_in_work episodes"));
}

TEST_P(TablesAgree, OnWhoLeftAndWhere) {
  double left = 0;
  for (const std::string& year : years()) {
    for (const Measure& measure : model->measures) {
      const std::string group = year + "/" + measure.id + "/";
      const double all = sum(of_leavers, group + "all/1/", " people");
      EXPECT_EQ(all, sum(of_outcomes, group, " people", "/1/"));
      EXPECT_EQ(sum(of_leavers, group + "completed/1/", "/job_nec people"),
                sum(of_outcomes, group + "completed/1/", "/job_nec people"));
      left += all;
      const std::string completed = group + "completed people";
      if (!of_fallback.contains(completed)) continue;
      EXPECT_EQ(of_fallback.at(completed) + overtaken_on_the_day(year, measure.id),
                series_of_year(year, "completions", measure.id));
    }
  }
  EXPECT_GT(left, 0);
}

TEST_P(TablesAgree, OnTheCarouselByGroup) {
  for (const std::string& year : years()) {
    for (const char* figure :
         {"all/starts episodes", "all/ended episodes", "all/people people", "main/cycles cycles",
          "main/durable_exits episodes", "main/steps_down episodes", "main/benefit_carousel cycles",
          "main/returner_starts episodes", "main/serv_loop people", "main/people_0_cycles people",
          "main/carousel_people_mild people"}) {
      const std::string all = year + "/all/all/" + figure;
      if (!of_carousel.contains(all) || std::isnan(of_carousel.at(all))) continue;
      EXPECT_EQ(sum(of_carousel, year + "/all/region=", figure), of_carousel.at(all)) << all;
    }
  }
}

TEST_P(TablesAgree, OnRoutes) {
  double cycles = 0;
  double share = 0;
  double returns = 0;
  for (const auto& [key, value] : of_carousel) {
    const bool is_route = std::ranges::count(key, '/') == 3 && !key.starts_with("20");
    if (is_route && key.ends_with(" cycles")) cycles += value;
    if (is_route && key.ends_with(" episodes")) returns += value;
    if (is_route && key.ends_with(" share") && !std::isnan(value)) share += value;
  }
  double counted = 0;
  for (const std::string& year : years()) {
    counted += sum(of_carousel, year + "/all/all/main/cycles", " cycles");
  }
  EXPECT_EQ(cycles, counted);
  EXPECT_NEAR(share, returns > 0 ? 1 : 0, 1e-9);
}

TEST_P(TablesAgree, OnScreening) {
  double assessed = 0;
  for (const std::string& year : years()) {
    const double completions = series_of_year(year, "completions", "look");
    EXPECT_EQ(sum(of_referral, year + "/assessed/look/distance/", " people"), completions);
    assessed += completions;
  }
  EXPECT_GT(assessed, 0);
  EXPECT_EQ(sum(of_referral, "", " people", "/referred/"),
            static_cast<double>(simulation.events(EventKind::ideal_referral).size()));
}

TEST_P(TablesAgree, OnWhatWasUsedOfContingentsInAYear) {
  for (std::size_t r = 0; r < model->resources.size(); ++r) {
    const Resource& resource = model->resources[r];
    if (resource.kind != ResourceKind::contingent || resource.period_months != 12) continue;
    for (const std::string& year : years()) {
      const double used = of_periods.at(year + "/" + resource.id + "/used starts");
      const std::string day =
          year == years().back() ? iso_date(model->horizon.end - 1) : year + "-12-31";
      const double occupied = of_series.at(day + "/occupancy/" + resource.id + "/all starts");
      if (!std::isnan(used) && !std::isnan(occupied)) {
        EXPECT_EQ(used, occupied) << year;
      }
    }
  }
}

TEST_P(TablesAgree, OnWhoStarts) {
  double divided = 0;
  for (const std::string& year : years()) {
    for (const Measure& measure : model->measures) {
      if (measure.is_screening) continue;
      const std::string group = year + "/" + measure.id + "/";
      const double starts = of_starters.at(group + "all/starts people");
      EXPECT_EQ(starts, series_of_year(year, "starts", measure.id));
      EXPECT_EQ(sum(of_starters, group + "unemployed=", "/starts people"), starts);
      const double by_class = sum(of_starters, group + "priority_class=", "/starts people");
      EXPECT_LE(by_class, starts) << "some came from no list";
      divided += by_class;
    }
  }
  const bool has_classes = std::ranges::any_of(model->lists, [&](const ListModel& list) {
    return list.classes > 1 && !model->measures[list.measure.position()].is_screening;
  });
  EXPECT_TRUE(has_classes || divided == 0);
}

TEST_P(TablesAgree, OnWhatWasLeftOfContingentsAndBudgets) {
  for (const Resource& resource : model->resources) {
    if (resource.kind == ResourceKind::places || resource.period_months != 12) continue;
    const std::string unit = resource.kind == ResourceKind::budget ? " euro" : " starts";
    for (const std::string& year : years()) {
      const double left = of_capacity.at(year + "/" + resource.id + "/unused" + unit);
      const double unspent = of_periods.at(year + "/" + resource.id + "/unspent" + unit);
      if (std::isnan(left) || std::isnan(unspent)) continue;
      // What is reserved for a last day is rounded up to a cent for each part.
      EXPECT_NEAR(left, unspent, 0.02 * static_cast<double>(resource.accounts.size()));
      EXPECT_LE(of_capacity.at(year + "/" + resource.id + "/idle" + unit), left);
    }
  }
}

TEST_P(TablesAgree, OnUnusedPlaces) {
  double people_wait = 0;
  for (const Resource& resource : model->resources) {
    if (resource.kind != ResourceKind::places) continue;
    for (const std::string& year : years()) {
      const auto figure = [&](const char* name) {
        return of_capacity.at(year + "/" + resource.id + "/" + name + " places");
      };
      if (std::isnan(figure("capacity"))) continue;
      EXPECT_LE(figure("idle"), figure("unused") + 1e-9);
      EXPECT_NEAR(figure("idle"), figure("not_refilled") + figure("mismatch"), 1e-9);
      people_wait += of_capacity.at(year + "/" + resource.id + "/days_waited_for share");
    }
  }
  EXPECT_GT(people_wait, 0) << "nobody waited: the test says nothing";
}

INSTANTIATE_TEST_SUITE_P(Random, TablesAgree, testing::Range<std::uint64_t>(1, 13));

}  // namespace
}  // namespace doorstroom::tests
