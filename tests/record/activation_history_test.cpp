#include "record/activation_history.hpp"

#include <gmock/gmock.h>

namespace doorstroom::tests {
namespace {

constexpr auto main_version = static_cast<std::size_t>(Version::main);
constexpr auto with_sec = static_cast<std::size_t>(Version::with_sec);
constexpr auto long_job = static_cast<std::size_t>(Version::long_job);
constexpr auto long_window = static_cast<std::size_t>(Version::long_window);

/// One life, told day by day; six months are 182 days, 36 months 1095.
class Life final {
 public:
  Return begin(unsigned day, unsigned rung, bool on_living_wage = false) {
    const Living before{Night::unemployed, on_living_wage ? Payer::ocmw : Payer::other};
    return history.begin(as_day(day), rung, before, rules);
  }
  Evening end(unsigned day, unsigned rung, Night night) {
    history.end(as_day(day), 0, rung);
    return spend(day, night);
  }
  Evening spend(unsigned day, Night night) {
    const Payer payer = night == Night::ocmw         ? Payer::ocmw
                        : night == Night::on_benefit ? Payer::unemployment
                                                     : Payer::other;
    return spend(day, {night, payer});
  }
  Evening spend(unsigned day, Living living) { return history.spend(living, as_day(day), rules); }
  /// An episode of 30 days.
  Return episode(unsigned day, unsigned rung, Night afterwards = Night::unemployed) {
    const Return back = begin(day, rung);
    spend(day, Night::unemployed);
    end(day + 30, rung, afterwards);
    return back;
  }

  ActivationHistory history;
  CycleRules rules = cycle_rules(6, 36);

 private:
  static ActivationHistory::Days as_day(unsigned day) {
    return static_cast<ActivationHistory::Days>(day);
  }
};

TEST(ActivationHistory, TurnsMonthsIntoDays) {
  EXPECT_EQ(days_of_months(6), 182);
  EXPECT_EQ(days_of_months(12), 365);
  EXPECT_EQ(days_of_months(36), 1095);
  EXPECT_EQ(days_of_months(60), 1826);
}

TEST(ActivationHistory, KnowsNoReturnOfSomebodyNew) {
  Life life;
  const Return back = life.begin(0, 2);
  EXPECT_FALSE(back.is_return);
  EXPECT_FALSE(back.returners.any());
  EXPECT_FALSE(life.spend(0, Night::unemployed).is_back) << "is in the measure";
  EXPECT_FALSE(life.history.has_ended());
}

TEST(ActivationHistory, ClosesACycleOverUnemployment) {
  Life life;
  life.episode(0, 2);
  const Return back = life.begin(130, 2);
  EXPECT_TRUE(back.is_return);
  EXPECT_EQ(back.days, 100);
  EXPECT_FALSE(back.ends_work);
  for (std::size_t version = 0; version < versions; ++version) {
    EXPECT_TRUE(back.cycles.has(version)) << version;
  }
}

TEST(ActivationHistory, NeverCallsAStepUpwardsACycle) {
  Life up;
  up.episode(0, 1);
  const Return higher = up.begin(100, 2);
  EXPECT_TRUE(higher.returners.has(main_version));
  EXPECT_FALSE(higher.cycles.any());
  Life down;
  down.episode(0, 2);
  EXPECT_TRUE(down.begin(100, 1).cycles.has(main_version));
}

TEST(ActivationHistory, ComparesWithTheEpisodeJustBefore) {
  Life life;
  life.episode(0, 2);
  EXPECT_TRUE(life.episode(100, 1).cycles.has(main_version));
  EXPECT_FALSE(life.episode(200, 2).cycles.has(main_version)) << "upwards again";
}

TEST(ActivationHistory, GoesOnFromInsideWithoutReturning) {
  Life life;
  life.begin(0, 2);
  life.spend(0, Night::unemployed);
  life.history.end(40, 0, 2);
  const Return onwards = life.begin(40, 1);
  EXPECT_FALSE(onwards.is_return);
  EXPECT_FALSE(onwards.cycles.any());
  EXPECT_FALSE(life.spend(40, Night::unemployed).is_first);
  EXPECT_TRUE(life.end(50, 1, Night::unemployed).is_back);
  EXPECT_FALSE(life.begin(60, 2).cycles.any()) << "the later episode has its own rung";
}

TEST(ActivationHistory, NeedsUnemploymentOrTheOcmwInBetween) {
  Life sick;
  sick.episode(0, 2, Night::elsewhere);
  EXPECT_FALSE(sick.begin(100, 2).cycles.any());
  Life client;
  client.episode(0, 2, Night::elsewhere);
  EXPECT_TRUE(client.spend(60, Night::ocmw).is_back);
  client.spend(70, Night::elsewhere);
  EXPECT_TRUE(client.begin(100, 2).cycles.has(main_version));
}

TEST(ActivationHistory, EndsWithADurableJob) {
  const auto after_job_of = [](unsigned days) {
    Life life;
    life.episode(0, 2, Night::job_nec);  // from day 30
    life.spend(30 + days, Night::unemployed);
    return life.begin(600, 2);
  };
  EXPECT_TRUE(after_job_of(181).cycles.has(main_version));
  EXPECT_FALSE(after_job_of(182).cycles.has(main_version));
  EXPECT_FALSE(after_job_of(182).returners.has(main_version));
  EXPECT_FALSE(after_job_of(182).cycles.has(long_window));
  EXPECT_TRUE(after_job_of(364).cycles.has(long_job));
  EXPECT_FALSE(after_job_of(365).cycles.has(long_job));
}

TEST(ActivationHistory, DoesNotAddUpShortJobs) {
  Life life;
  life.episode(0, 2, Night::job_nec);
  life.spend(180, Night::unemployed);
  life.spend(181, Night::job_nec);
  life.spend(331, Night::unemployed);
  EXPECT_TRUE(life.begin(400, 2).cycles.has(main_version));
}

TEST(ActivationHistory, CountsAJobThatAMeasureEnds) {
  Life life;
  life.episode(0, 2, Night::unemployed);
  life.spend(60, Night::job_nec);
  EXPECT_FALSE(life.begin(60 + 182, 2).cycles.has(main_version));
}

TEST(ActivationHistory, TakesJobsOfTheSocialEconomyForWorkInOneVersion) {
  Life life;
  life.episode(0, 2, Night::job_sec);
  life.spend(130, Night::job_nec);  // without a day between: 200 days of paid work, 100 of NEC
  life.spend(230, Night::unemployed);
  EXPECT_FALSE(life.history.went_to(Work::nec));
  EXPECT_TRUE(life.history.went_to(Work::nec_or_sec));
  const Return back = life.begin(300, 2);
  EXPECT_TRUE(back.cycles.has(main_version));
  EXPECT_FALSE(back.cycles.has(with_sec));
}

TEST(ActivationHistory, ForgetsJobsBeforeTheLastEpisode) {
  Life life;
  life.episode(0, 2, Night::job_nec);
  life.spend(300, Night::unemployed);
  EXPECT_FALSE(life.episode(400, 2).cycles.has(main_version));
  EXPECT_TRUE(life.begin(500, 2).cycles.has(main_version));
}

TEST(ActivationHistory, LooksWithinTheWindow) {
  const auto after = [](unsigned days) {
    Life life;
    life.episode(0, 2);
    return life.begin(30 + days, 2);
  };
  EXPECT_TRUE(after(1095).cycles.has(main_version));
  EXPECT_FALSE(after(1096).cycles.has(main_version));
  EXPECT_FALSE(after(1096).returners.has(with_sec));
  EXPECT_TRUE(after(1826).cycles.has(long_window));
  EXPECT_FALSE(after(1827).returners.any());
}

TEST(ActivationHistory, FindsTheLoopFromTheLivingWage) {
  const auto loop = [](bool living_wage, Night between) {
    Life life;
    life.begin(0, 3, living_wage);
    life.spend(0, Night::unemployed);
    life.end(400, 3, between);
    return life.begin(500, 4).loops.has(main_version);  // upwards as well
  };
  EXPECT_TRUE(loop(true, Night::on_benefit));
  EXPECT_FALSE(loop(true, Night::unemployed)) << "without benefit";
  EXPECT_FALSE(loop(true, Night::ocmw));
  EXPECT_FALSE(loop(false, Night::on_benefit));
}

TEST(ActivationHistory, KeepsTheLivingWageOfTheWholeRoute) {
  Life life;
  life.begin(0, 1, true);
  life.spend(0, Night::unemployed);
  life.history.end(40, 0, 1);
  life.begin(40, 2, false);  // on a wage by now
  life.spend(40, Night::unemployed);
  life.end(300, 2, Night::on_benefit);
  EXPECT_TRUE(life.begin(400, 2).loops.has(main_version));
  life.spend(400, Night::unemployed);
  life.end(500, 2, Night::on_benefit);
  EXPECT_FALSE(life.begin(600, 2).loops.any()) << "that one began on a benefit";
}

TEST(ActivationHistory, TellsTheFirstNightAndTheWayBack) {
  Life life;
  life.begin(0, 2);
  life.spend(0, Night::unemployed);
  const Evening first = life.end(30, 2, Night::job_nec);
  EXPECT_TRUE(first.is_first);
  EXPECT_FALSE(first.is_back);
  EXPECT_TRUE(life.history.went_to(Work::nec));
  EXPECT_FALSE(life.spend(50, Night::elsewhere).is_back);
  EXPECT_TRUE(life.spend(60, Night::unemployed).is_back);
  EXPECT_FALSE(life.spend(61, Night::on_benefit).is_back) << "only once";
  EXPECT_TRUE(life.history.went_to(Work::nec));
}

TEST(ActivationHistory, SeesAJobThatEndsInTheNextMeasure) {
  Life life;
  life.episode(0, 2, Night::job_nec);
  EXPECT_TRUE(life.begin(50, 2).ends_work);
  EXPECT_FALSE(life.begin(50, 2).cycles.any()) << "never unemployed";
}

TEST(ActivationHistory, TellsADurableJobOnce) {
  Life life;
  life.episode(0, 2, Night::job_nec);
  EXPECT_FALSE(life.spend(100, Night::job_sec).exits.has(main_version)) << "70 days";
  const Evening over = life.spend(30 + 182, Night::unemployed);
  EXPECT_TRUE(over.exits.has(with_sec));
  EXPECT_FALSE(over.exits.has(main_version));
  life.spend(300, Night::job_nec);
  const Return back = life.begin(482, 2);
  EXPECT_TRUE(back.exits.has(main_version)) << "ends with the next episode";
  EXPECT_FALSE(back.exits.has(with_sec)) << "had one already";
  EXPECT_FALSE(back.steps.has(main_version));
  Life late;
  late.episode(0, 2);
  late.spend(30 + 1096, Night::job_nec);
  const Versions exits = late.history.finish(2000, late.rules);
  EXPECT_FALSE(exits.has(main_version)) << "began after the window";
  EXPECT_TRUE(exits.has(long_window));
}

TEST(ActivationHistory, SaysWhereARouteCameFromAndWhatLayBetween) {
  Life life;
  life.begin(0, 2, true);
  life.spend(0, Night::unemployed);
  EXPECT_EQ(life.history.origin(), Stop::ocmw);
  life.end(30, 2, Night::on_benefit);
  life.spend(40, Night::elsewhere);
  const Return first = life.begin(50, 3);
  EXPECT_EQ(first.from, Stop::ocmw);
  EXPECT_EQ(first.between, Stop::on_benefit);
  EXPECT_EQ(first.step, 1);
  life.spend(50, Night::unemployed);
  life.end(60, 3, {});
  life.spend(70, {Night::unemployed, Payer::ocmw});
  life.spend(75, Night::job_sec);
  const Return second = life.begin(80, 1);
  EXPECT_EQ(second.from, Stop::without_benefit);
  EXPECT_EQ(second.between, Stop::work) << "tells more than the OCMW";
  EXPECT_EQ(second.step, -1);
}

TEST(ActivationHistory, CountsUpToThreeCyclesOfEachVersion) {
  ActivationHistory history;
  EXPECT_EQ(history.add_cycle(main_version), 0U);
  EXPECT_EQ(history.add_cycle(main_version), 1U);
  EXPECT_EQ(history.add_cycle(long_window), 0U);
  EXPECT_EQ(history.add_cycle(main_version), 2U);
  EXPECT_EQ(history.add_cycle(main_version), 3U);
  EXPECT_EQ(history.add_cycle(main_version), 3U);
  EXPECT_EQ(history.add_cycle(with_sec), 0U);
  EXPECT_TRUE(history.add_loop(with_sec));
  EXPECT_FALSE(history.add_loop(with_sec));
  EXPECT_TRUE(history.add_loop(main_version));
}

}  // namespace
}  // namespace doorstroom::tests
