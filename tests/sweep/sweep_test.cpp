#include "sweep/sweep.hpp"

#include <bit>
#include <functional>

#include <gmock/gmock.h>

#include "support/directory.hpp"

namespace doorstroom::tests {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr const char* two_lists = R"({
  "name": "two-lists", "horizon": { "start": "2025-03-01", "end": "2027-03-01" },
  "seed": 7, "replications": 3,
  "arrivals": [ { "id": "new", "per_year": 120, "refer_to": "training" } ],
  "resources": [
    { "id": "starts", "kind": "contingent", "per_year": { "2025": 60, "2026": 80 } },
    { "id": "seats", "kind": "places",
      "level": { "value": 30, "range": [20, 40], "status": "assumption" } } ],
  "measures": [ {
    "id": "training", "needs": [ { "resource": "starts" }, { "resource": "seats" } ],
    "waiting_list": { "leave_after": { "exponential": { "mean": "10 months" } } },
    "phases": [ { "id": "course", "duration": { "uniform": [ "1 month", "5 months" ] } } ] } ]
})";

const std::string starts = "/resources/starts/per_year/2026";
const std::string seats = "/resources/seats/level";

class SweepTest : public testing::Test {
 protected:
  [[nodiscard]] Sweep sweep(const SweepPoints& points, const SweepSettings& settings = {}) const {
    return {file_, points, settings, 2, {}};
  }
  [[nodiscard]] Sweep sweep(const std::vector<std::string>& vary,
                            const SweepSettings& settings = {}) const {
    return sweep(grid_of(variations_of(vary)), settings);
  }
  /// What the points of a sweep have wrong, one text each.
  [[nodiscard]] std::vector<std::string> problems(const SweepPoints& points) const {
    std::vector<std::string> problems;
    try {
      (void)sweep(points);
    } catch (const ScenarioError& error) {
      for (const Diagnostic& d : error.diagnostics()) problems.push_back(to_text(d));
    }
    return problems;
  }

  TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_.write("scenario.json", two_lists);
};

std::vector<SweepPoint> run(const Sweep& sweep, const SweepOptions& options = {}) {
  std::vector<SweepPoint> points;
  sweep.run(options, [&](SweepPoint point) { points.push_back(std::move(point)); });
  return points;
}

/// Every bit of what the points gave.
std::vector<std::uint64_t> bits_of(const std::vector<SweepPoint>& points) {
  std::vector<std::uint64_t> bits;
  for (const SweepPoint& point : points) {
    bits.push_back(point.point);
    bits.push_back(static_cast<std::uint64_t>(point.audit_checks));
    for (const Summary& s : point.summaries) {
      for (const double x : {s.mean, s.sd, s.p05, s.p50, s.p95}) {
        bits.push_back(std::bit_cast<std::uint64_t>(x));
      }
    }
  }
  return bits;
}

/// The mean of a figure of the headline.
double mean_of(const SweepPoint& point, const std::vector<std::string>& values) {
  const std::vector<FigureKey>& keys = point.layout.tables.front().keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].values == values) return point.summaries[i].mean;
  }
  ADD_FAILURE() << "no such figure";
  return no_figure;
}

TEST_F(SweepTest, GivesTheSameBytesForAnyNumberOfThreads) {
  const Sweep grid = sweep({starts + "=10,80,200", seats + "=5,30,100"});
  std::vector<std::uint64_t> one;
  for (const int threads : {1, 2, 3, 8}) {
    SweepOptions options;
    options.threads = threads;
    const std::vector<SweepPoint> points = run(grid, options);
    ASSERT_THAT(points, SizeIs(9));
    if (threads == 1) one = bits_of(points);
    EXPECT_EQ(bits_of(points), one) << threads << " threads";
  }
  ASSERT_GT(one.size(), 1000U);
}

TEST_F(SweepTest, GivesAtTheBaseWhatARunGives) {
  SweepOptions keeping;
  keeping.tables = {"series", "budget"};
  const std::vector<SweepPoint> points = run(sweep({starts + "=80", seats + "=30,31"}), keeping);
  const LoadedScenario loaded = load_scenario(file_);
  RunOptions options;
  options.replications = 3;
  const RunResult whole = run_scenario(loaded.scenario, options);
  std::size_t first = 0;
  std::size_t compared = 0;
  std::vector<std::string> names;
  for (const FigureTable& table : whole.layout.tables) {
    const auto& kept = points[0].layout.tables;
    const auto same = std::ranges::find(kept, table.name, &FigureTable::name);
    if (same != kept.end()) {
      names.push_back(table.name);
      EXPECT_EQ(same->keys, table.keys);
      for (std::size_t i = 0; i < table.keys.size(); ++i) {
        const Summary& a = whole.summaries[first + i];
        const Summary& b = points[0].summaries[compared + i];
        EXPECT_EQ(std::bit_cast<std::uint64_t>(a.mean), std::bit_cast<std::uint64_t>(b.mean));
        EXPECT_EQ(a.replications, b.replications);
      }
      compared += table.keys.size();
    }
    first += table.keys.size();
  }
  EXPECT_THAT(names, testing::UnorderedElementsAre("series", "budget", "headline"));
  EXPECT_EQ(points[0].summaries.size(), compared);
  EXPECT_EQ(points[0].audit_checks, whole.audit_checks);
  EXPECT_NE(bits_of({points[0]}), bits_of({points[1]})) << "a place more changes something";
}

TEST_F(SweepTest, LivesWithTheSamePeopleAtEveryPoint) {
  const std::vector<SweepPoint> points = run(sweep({starts + "=0,80,100000"}));
  for (const char* year : {"2025", "2026"}) {
    const double joins = mean_of(points[0], {year, "joins", "training"});
    EXPECT_GT(joins, 0);
    EXPECT_EQ(mean_of(points[2], {year, "joins", "training"}), joins);
  }
  EXPECT_EQ(mean_of(points[0], {"2025", "starts", "training"}),
            mean_of(points[2], {"2025", "starts", "training"}))
      << "what comes before the change stays as it was";
  EXPECT_EQ(mean_of(points[0], {"2026", "starts", "training"}), 0);
  EXPECT_GT(mean_of(points[2], {"2026", "starts", "training"}),
            mean_of(points[1], {"2026", "starts", "training"}));
}

TEST_F(SweepTest, HandsOverPointsInTheirOrder) {
  SweepOptions options;
  options.threads = 1;  // many batches
  std::vector<std::size_t> order;
  const Sweep ten = sweep({seats + "=1..10:1"}, {.seed = {}, .scale = {}, .replications = 1});
  ten.run(options, [&](const SweepPoint& point) { order.push_back(point.point); });
  EXPECT_THAT(order, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
}

TEST_F(SweepTest, HasTheSettingsAtEveryPoint) {
  const Sweep other = sweep({seats + "=30"}, {.seed = 8, .scale = 0.5, .replications = 2});
  EXPECT_EQ(other.replications(), 2U);
  EXPECT_EQ(other.base().scenario.seed, 8U);
  const std::vector<SweepPoint> points = run(other);
  LoadedScenario loaded = load_scenario(file_);
  loaded.scenario.seed = 8;
  loaded.scenario.scale = 0.5;
  RunOptions options;
  options.replications = 2;
  const RunResult whole = run_scenario(loaded.scenario, options);
  const std::size_t headline = whole.layout.tables.back().keys.size();
  ASSERT_EQ(whole.layout.tables.back().name, "headline");
  for (std::size_t i = 0; i < headline; ++i) {
    EXPECT_EQ(
        std::bit_cast<std::uint64_t>(points[0].summaries[i].mean),
        std::bit_cast<std::uint64_t>(whole.summaries[whole.summaries.size() - headline + i].mean));
  }
}

TEST_F(SweepTest, VariesSpans) {
  const std::string longest = "/measures/training/phases/course/duration/uniform/1";
  const std::vector<SweepPoint> points = run(sweep({longest + "=2 months,60 weeks"}));
  EXPECT_LT(mean_of(points[0], {"2026", "in_trajectory", "training"}),
            mean_of(points[1], {"2026", "in_trajectory", "training"}));
}

TEST_F(SweepTest, SaysWhatIsWrongWithAnyOfItsPointsOnce) {
  const std::vector<std::string> found =
      problems(grid_of(variations_of({starts + "=-5,80,1.320", seats + "=30,x,40"})));
  EXPECT_THAT(found, ElementsAre(AllOf(HasSubstr("scenario.json:6:"), HasSubstr("-5 is out of"),
                                       HasSubstr("(with " + starts + " = -5)")),
                                 AllOf(HasSubstr("not \"x\""), HasSubstr(seats + " = x")),
                                 AllOf(HasSubstr("may be read"), HasSubstr(starts + " = 1.320"))));
}

TEST_F(SweepTest, BlamesThePointWhereNoValueAloneIsWrong) {
  const std::string corner = "/measures/training/phases/course/duration/uniform/";
  // Each alone is within the other one's end; together they are not.
  const std::vector<std::string> found = problems(
      grid_of(variations_of({corner + "0=1 month,4 months", corner + "1=3 months,5 months"})));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0], AllOf(HasSubstr("do not ascend"), HasSubstr("0 = 4 months, "),
                              HasSubstr("1 = 3 months)")));
}

TEST_F(SweepTest, AllowsPointsWhoseValuesAreWrongOnlyAlone) {
  const std::string corner = "/measures/training/phases/course/duration/uniform/";
  EXPECT_THAT(problems(together_of(
                  variations_of({corner + "0=1 month,7 months", corner + "1=5 months,9 months"}))),
              SizeIs(0));
}

TEST_F(SweepTest, SaysAWrongPointerOnce) {
  EXPECT_THAT(problems(grid_of(variations_of({"/resources/seat/level=1,2,3", "/b=4,5"}))),
              ElementsAre(HasSubstr("did you mean /resources/seats/level?"), HasSubstr("/b")));
}

std::string points_error(const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const PointsError& error) {
    return error.what();
  }
}

TEST_F(SweepTest, HasPoints) {
  EXPECT_THAT(points_error([&] { (void)sweep(SweepPoints{}); }), HasSubstr("has no points"));
}

TEST_F(SweepTest, LeavesWhatIsTheSameForAllPointsToOptions) {
  EXPECT_THAT(points_error([&] {
                (void)sweep({"/seed=1,2", "/scale=0.1"});
              }),
              AllOf(HasSubstr("set it with --seed"), HasSubstr("set it with --scale")));
}

TEST_F(SweepTest, KeepsOnlyTablesThereAre) {
  SweepOptions options;
  options.tables = {"series", "budgets"};
  const Sweep one = sweep({seats + "=30"});
  EXPECT_THAT(points_error([&] { run(one, options); }),
              HasSubstr("\"budgets\" is not a table of figures; did you mean \"budget\"?"));
}

TEST_F(SweepTest, StopsWhenAsked) {
  const Sweep grid = sweep({seats + "=1..9:1"});
  for (const std::int64_t until : {0, 200, 3000}) {
    std::size_t handed_over = 0;
    SweepOptions options;
    options.threads = 2;
    options.on_progress = [&](const Progress& p) { return p.days_done < until; };
    EXPECT_THROW(grid.run(options, [&](const SweepPoint&) { ++handed_over; }), RunStopped);
    EXPECT_LT(handed_over, 9U);
  }
  EXPECT_THROW(Sweep(file_, grid.points(), {}, 1, [] { return false; }), RunStopped);
}

TEST_F(SweepTest, CountsItsProgressThroughAllPoints) {
  const Sweep grid = sweep({seats + "=1..9:1"});
  std::int64_t last = -1;
  const std::int64_t days = 9 * 3 * grid.base().scenario.horizon.days();
  SweepOptions options;
  options.threads = 1;
  options.on_progress = [&](const Progress& p) {
    EXPECT_GE(p.days_done, last);
    EXPECT_LE(p.days_done, p.days_total);
    last = p.days_done;
    EXPECT_EQ(p.days_total, p.days_total == 0 ? 0 : days) << "not known before the first model";
    return true;
  };
  run(grid, options);
  EXPECT_GT(last, days * 9 / 10);
}

TEST_F(SweepTest, GoesOnWithReplicationsThatAreKept) {
  const Sweep grid = sweep({seats + "=10,30"});
  SweepOptions options;
  options.threads = 2;
  options.keep_in = directory_.path() / "kept";
  const std::vector<std::uint64_t> first = bits_of(run(grid, options));
  EXPECT_EQ(first, bits_of(run(grid))) << "in files as in memory";
  options.on_progress = [](const Progress& p) { return p.days_done == 0; };
  EXPECT_EQ(bits_of(run(grid, options)), first) << "nothing is simulated again";
}

}  // namespace
}  // namespace doorstroom::tests
