// Which group is said to wait longest, from figures made by hand.
#include "report/group_waits.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

constexpr std::size_t replications = 20;

Summary spread(double mean, double sd) {
  return {mean, sd, no_figure, no_figure, no_figure, replications};
}

class Waits {
 public:
  Waits() {
    result_.replications = replications;
    result_.layout.tables = {{"starters", {"year", "measure", "group", "statistic"}, {}},
                             {"waiting", {"cohort", "measure", "breakdown", "statistic"}, {}}};
    scenario::Measure training;
    training.id = "training";
    training.label = {"Opleiding", "Training"};
    scenario_.measures.push_back(training);
  }

  void starters(const char* year, const char* group, double starts, const Summary& wait) {
    give(0, {year, "training", group, "starts"}, spread(starts, 0));
    give(0, {year, "training", group, "wait_mean"}, wait);
  }
  void joiners(const char* month, const char* group, double joined, const Summary& waiting) {
    give(1, {month, "training", group, "joined"}, spread(joined, 0));
    give(1, {month, "training", group, "waiting_after_365"}, waiting);
  }

  [[nodiscard]] std::string said() const {
    const auto longest = longest_waiting_group(scenario_, result_);
    return longest ? longest->about + "| " + longest->text.en : std::string();
  }

  scenario::Scenario& scenario() { return scenario_; }

 private:
  void give(std::size_t table, std::vector<std::string> values, const Summary& figure) {
    const auto& tables = result_.layout.tables;
    std::size_t at = 0;
    for (std::size_t t = 0; t <= table; ++t) at += tables[t].keys.size();
    result_.layout.tables[table].keys.push_back({std::move(values), "days"});
    result_.summaries.insert(result_.summaries.begin() + static_cast<std::ptrdiff_t>(at), figure);
  }

  scenario::Scenario scenario_;
  RunResult result_;
};

// Three groups make three pairs, so that each interval holds with 1 - 0.05 / 3: Student's t with 19
// degrees of freedom is 2.6251 there. The sd of the difference is at most 6 + 4, its mean known to
// 2.6251 * 10 / sqrt(20) = 5.87.
TEST(GroupWaits, SayTheLongestAgainstTheShortest) {
  Waits waits;
  waits.starters("2026", "unemployed=under_1_year", 100, spread(400, 1));  // not the last year
  waits.starters("2026", "unemployed=over_2_years", 100, spread(10, 1));
  waits.starters("2027", "all", 300, spread(120, 1));
  waits.starters("2027", "unemployed=under_1_year", 100, spread(60, 4));
  waits.starters("2027", "unemployed=1_to_2_years", 100, spread(100, 4));
  waits.starters("2027", "unemployed=over_2_years", 100, spread(200, 6));
  EXPECT_EQ(waits.said(),
            "group_wait:training| Of those who start Training in 2027, those unemployed for two "
            "years or more have waited longest: 200 days on average, 140 days more than those "
            "unemployed under a year (95 % interval: 134 to 146).");
}

TEST(GroupWaits, AreSilentWhereChanceExplainsTheDifference) {
  Waits waits;
  waits.starters("2027", "unemployed=under_1_year", 100, spread(60, 60));
  waits.starters("2027", "unemployed=over_2_years", 100, spread(100, 60));
  // 40 days; the interval of the mean reaches 2.093 * 120 / sqrt(20) = 56 days either way.
  EXPECT_EQ(waits.said(), "");
}

TEST(GroupWaits, AreSilentOnDifferencesThatNobodyWouldNotice) {
  Waits waits;
  waits.starters("2027", "unemployed=under_1_year", 100, spread(60, 0.1));
  waits.starters("2027", "unemployed=over_2_years", 100, spread(70, 0.1));
  EXPECT_EQ(waits.said(), "");
}

TEST(GroupWaits, LeaveOutGroupsOfAHandful) {
  Waits waits;
  waits.starters("2027", "unemployed=under_1_year", 100, spread(60, 1));
  waits.starters("2027", "unemployed=over_2_years", 1, spread(900, 1));  // 20 people in all
  EXPECT_EQ(waits.said(), "");
}

// The clearest axis speaks: of joiners by sex 40 points with an sd of at most 0.02, against days by
// time unemployed with a tenth of that clearness. January has three times the people of February:
// (3 * 0.6 + 0.8) / 4 = 65 % and (3 * 0.2 + 0.4) / 4 = 25 %.
TEST(GroupWaits, PutMonthsTogetherByHowManyJoined) {
  Waits waits;
  waits.scenario().attributes.push_back(
      {.id = "sex", .label = {"geslacht", "sex"}, .values = {}, .shares = {}});
  waits.starters("2027", "unemployed=under_1_year", 100, spread(60, 20));
  waits.starters("2027", "unemployed=over_2_years", 100, spread(120, 20));
  waits.joiners("2026-01", "sex=woman", 300, spread(0.6, 0.01));
  waits.joiners("2026-02", "sex=woman", 100, spread(0.8, 0.01));
  waits.joiners("2026-01", "sex=man", 300, spread(0.2, 0.01));
  waits.joiners("2026-02", "sex=man", 100, spread(0.4, 0.01));
  waits.joiners("initial", "sex=man", 5000, spread(1, 0));
  EXPECT_EQ(
      waits.said().substr(0, 190),
      std::string("joiners:training| Of those who joined the list for Training in 2026, those "
                  "with “woman” for sex wait longest: 65 % still wait a year later, 40 "
                  "percentage points more than of those with “man” for sex")
          .substr(0, 190));
}

}  // namespace
}  // namespace doorstroom
