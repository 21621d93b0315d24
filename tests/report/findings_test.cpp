// What a report says, from figures made by hand.
#include "report/findings.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

Summary certain(double mean) {
  return {mean, 0, mean, mean, mean, 20};
}

Summary between(double mean, double p05, double p95) {
  return {mean, 1, p05, mean, p95, 20};
}

/// Three years of figures that a test gives one by one.
class Report {
 public:
  Report() {
    loaded_.scenario.horizon = {day_of(2025, 1, 1), day_of(2028, 1, 1)};
    result_.replications = 20;
    result_.layout.tables = {
        {"series", {"date", "indicator", "subject", "breakdown"}, {}},
        {"carousel", {"year", "measure", "breakdown", "version", "statistic"}, {}}};
  }

  void give(std::size_t table, std::vector<std::string> values, const Summary& figure) {
    const auto& tables = result_.layout.tables;
    std::size_t at = 0;
    for (std::size_t t = 0; t <= table; ++t) at += tables[t].keys.size();
    result_.layout.tables[table].keys.push_back({std::move(values), "people"});
    result_.summaries.insert(result_.summaries.begin() + static_cast<std::ptrdiff_t>(at), figure);
  }

  /// A list of so many at the ends of the three years.
  void list(const std::string& id, double now, const std::vector<Summary>& ends) {
    MeasureOverview m;
    m.id = id;
    m.has_list = true;
    m.waiting_now = now;
    m.waiting_end = ends.back();
    overview_.measures.push_back(m);
    for (std::size_t year = 0; year < ends.size(); ++year) {
      give(0, {std::to_string(2025 + year) + "-12-31", "waiting", id, "all"}, ends[year]);
    }
  }

  void budget(const std::string& id, double amount, double used) {
    ResourceOverview r;
    r.id = id;
    r.kind = scenario::ResourceKind::budget;
    for (const char* period : {"2025", "2026", "2027"}) {
      PeriodOverview p;
      p.period = period;
      p.amount = certain(amount);
      p.used = certain(used);
      r.periods.push_back(p);
    }
    overview_.resources.push_back(r);
  }

  void replications(std::size_t count) { result_.replications = count; }

  [[nodiscard]] std::vector<Finding> findings() const {
    return findings_of(loaded_, result_, overview_);
  }

  [[nodiscard]] std::vector<std::string> about(const std::string& place) const {
    std::vector<std::string> texts;
    for (const Finding& f : findings()) {
      if (f.about == place) texts.push_back(f.text.en);
    }
    return texts;
  }

 private:
  LoadedScenario loaded_;
  RunResult result_;
  Overview overview_;
};

using Texts = std::vector<std::string>;

TEST(Findings, SayHowAListGrowsWithItsRange) {
  Report report;
  report.list("a", 100, {certain(90), certain(160), between(150, 140, 162)});
  EXPECT_EQ(report.about("list:a"),
            (Texts{"The list for a grows from 100 to 150 (140–162) people waiting."}));
}

TEST(Findings, DoNotCallChanceAGrowth) {
  Report report;
  report.list("a", 100, {certain(90), certain(120), between(110, 80, 140)});
  EXPECT_EQ(report.about("list:a"),
            (Texts{"Whether the list for a grows or shrinks cannot be told from chance: 100 "
                   "people waiting now, 110 (80–140) at the end.",
                   "The list for a has 110 (80–140) people waiting at the end, against 100 now: "
                   "that difference may be chance."}));
}

TEST(Findings, SayOnceWhatHoldsForSeveralLists) {
  Report report;
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    report.list(id, 0, {certain(10), certain(20), certain(id[0] == 'd' ? 50 : 40)});
  }
  const Texts warnings = report.about("lists");
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings.front(),
            "The lists for d, a, b and 2 others are still growing at the end of the horizon: what "
            "comes after cannot be seen.");
}

TEST(Findings, NameWhatNeverBinds) {
  Report report;
  report.budget("much", 1000, 400);
  report.budget("enough", 1000, 1000);
  EXPECT_EQ(report.about("resource:much").front(),
            "Never a limit: much. In no year is more than 40 % of it used.");
  EXPECT_EQ(report.about("resource:enough").size(), 1U);
}

TEST(Findings, OpenWithTheLargestFactOfEachKind) {
  Report report;
  for (int i = 0; i < 25; ++i) {
    report.list("list" + std::to_string(i), 100, {certain(50), certain(40), certain(99.0 - i)});
  }
  report.budget("budget", 1000, 1000);
  const std::vector<Finding> all = report.findings();
  const auto main = std::ranges::count(all, Prominence::main, &Finding::prominence);
  EXPECT_EQ(main, static_cast<std::ptrdiff_t>(most_main_findings));
  EXPECT_EQ(all.size(), 26U);
  EXPECT_EQ(all[0].about, "list:list24");
  EXPECT_EQ(all[1].about, "resource:budget");
  EXPECT_EQ(all[2].about, "list:list23");
}

TEST(Findings, TellCarouselOfTheLastYearThatIsKnown) {
  Report report;
  report.give(1, {"2025", "all", "all", "main", "carousel_rate"}, between(0.25, 0.2, 0.3));
  report.give(1, {"2026", "all", "all", "main", "carousel_rate"}, between(0.04, 0.031, 0.052));
  report.give(1, {"2026", "all", "sex=f", "main", "carousel_rate"}, between(0.5, 0.5, 0.5));
  EXPECT_EQ(report.about("carousel"),
            (Texts{"Of those who ended an activation measure for the first time in 2026, 4.0 % "
                   "(3.1–5.2 %) went round at least twice in the five years after."}));
}

TEST(Findings, SayThatAHorizonIsTooShortForTheCarousel) {
  Report report;
  report.give(1, {"2025", "all", "all", "all", "ended"}, certain(100));
  EXPECT_EQ(report.about("horizon").size(), 1U);
  EXPECT_TRUE(report.about("carousel").empty());
}

TEST(Findings, SayThatFewReplicationsHaveNoRanges) {
  Report report;
  report.replications(2);
  EXPECT_EQ(report.about("replications"), (Texts{"Only 2 replications: there are ranges from 20 "
                                                 "on."}));
  report.replications(20);
  EXPECT_TRUE(report.about("replications").empty());
}

}  // namespace
}  // namespace doorstroom
