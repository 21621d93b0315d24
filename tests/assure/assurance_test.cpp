// The checklist that is filled in from a finished run: it says what that run was, no more.
#include "assure/assurance.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/files.hpp"
#include "report/run_report.hpp"
#include "support/directory.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* scenario_text = R"({
  "name": "small", "title": { "nl": "Klein", "en": "Small" },
  "horizon": { "start": "2025-01-01", "end": "2027-01-01" }, "seed": 7,
  "arrivals": [ { "id": "people", "refer_to": "course", "per_year": {
    "value": 1200, "status": "public", "source": "the office, 2024", "range": [1000, 1400] } } ],
  "resources": [ { "id": "places", "kind": "places", "level": 20 } ],
  "measures": [ { "id": "course", "line": 2, "needs": [ { "resource": "places" } ],
    "phases": [ { "id": "course", "duration": {
      "value": "1 month", "status": "assumption", "source": "a guess" } } ] } ],
  "output": { "observed": [ { "indicator": "waiting", "subject": "course",
    "values": { "2025-06-30": 300 } } ] }
})";

/// The results of that scenario in a directory of their own.
class AssuranceOfARun : public testing::Test {
 protected:
  AssuranceOfARun() {
    const LoadedScenario loaded = load_scenario(scratch_.write("small.json", scenario_text));
    RunOptions options;
    options.replications = 5;
    options.threads = 1;
    const RunResult result = run_scenario(loaded.scenario, options);
    ResultDirectory made(directory(), ResultDirectory::Existing::keep);
    write_run(made, loaded, result, {"doorstroom run small.json", 1, 2.5, "2026-01-01T00:00:00Z"},
              Language::en);
    made.publish();
  }

  [[nodiscard]] std::filesystem::path directory() const { return scratch_.path() / "result"; }
  [[nodiscard]] std::string text(Language language = Language::en) const {
    return assurance_text(read_finished_run(directory()), language);
  }

  TemporaryDirectory scratch_;
};

TEST_F(AssuranceOfARun, SaysWhatTheRunWas) {
  EXPECT_THAT(
      text(),
      AllOf(HasSubstr("# Assurance: Small"), HasSubstr("`doorstroom run small.json`"),
            HasSubstr("5 independent replications"), HasSubstr("seed 7"),
            HasSubstr("730 days, from 1 January 2025 up to and including 31 "
                      "December 2026"),
            HasSubstr("Everybody was simulated."), HasSubstr("On 1 January 2025 all is empty")));
}

TEST_F(AssuranceOfARun, CountsHowItsNumbersAreFounded) {
  const FinishedRun run = read_finished_run(directory());
  const auto share = 1.0 - 1.0 / static_cast<double>(run.evidence.size());
  EXPECT_THAT(text(), AllOf(HasSubstr("- the office, 2024 (1)"), Not(HasSubstr("a guess")),
                            HasSubstr("1 numbers are assumptions"), HasSubstr("1 have a range"),
                            HasSubstr("together " + percent(Language::en, share))));
}

TEST_F(AssuranceOfARun, NamesTheLastDayAgainstWhichItWasHeld) {
  EXPECT_THAT(text(), HasSubstr("Observed figures from 2025-06-30 to 2025-06-30"));
}

TEST_F(AssuranceOfARun, GivesTheSpreadOfTheLastYear) {
  const FinishedRun run = read_finished_run(directory());
  const auto starts = std::ranges::find_if(run.headline, [](const HeadlineFigure& figure) {
    return figure.year == "2026" && figure.indicator == "joins";
  });
  ASSERT_NE(starts, run.headline.end());
  ASSERT_EQ(starts->summary.replications, 5U);
  constexpr double t_of_four = 2.7764451;  // 97.5 %, 4 degrees of freedom
  const double half = t_of_four * starts->summary.sd / std::sqrt(5.0);
  EXPECT_THAT(text(),
              HasSubstr(fmt::format("| `joins` | `course` | {} | {} |",
                                    number(Language::en, starts->summary.mean),
                                    percent(Language::en, half / starts->summary.mean, 1))));
}

TEST_F(AssuranceOfARun, HasEveryQuestionInBothLanguages) {
  const std::string english = text();
  const std::string dutch = text(Language::nl);
  for (const char* item :
       {"1.1",   "1.2",   "1.3", "2.1", "2.2", "2.3", "2.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4",
        "2.5.5", "2.5.6", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2",   "4.3",   "5.1",   "5.2",
        "5.3",   "5.4",   "6.1", "7.1", "7.2", "7.3", "7.4", "7.5",   "7.6"}) {
    EXPECT_THAT(english, HasSubstr(fmt::format("\n### {} ", item)));
    EXPECT_THAT(dutch, HasSubstr(fmt::format("\n### {} ", item)));
  }
  EXPECT_THAT(english, Not(HasSubstr("Aan u")));
  EXPECT_THAT(dutch, AllOf(HasSubstr("# Verantwoording: Klein"), Not(HasSubstr("For you"))));
}

TEST_F(AssuranceOfARun, NamesFilesThatAreNoLongerWhatTheRunWrote) {
  EXPECT_THAT(read_finished_run(directory()).facts.damaged, IsEmpty());
  write_file(directory() / "tables/flows.csv", "something else\n");
  std::filesystem::remove(directory() / "tables/series.csv");
  EXPECT_THAT(read_finished_run(directory()).facts.damaged,
              ElementsAre("tables/flows.csv", "tables/series.csv"));
  EXPECT_THAT(text(), AllOf(HasSubstr("- `tables/flows.csv`"), HasSubstr("- `tables/series.csv`")));
}

TEST_F(AssuranceOfARun, IsRefusedWhereThereIsNoRun) {
  const auto problem = [](const std::filesystem::path& of) -> std::string {
    try {
      read_finished_run(of);
    } catch (const FileError& error) {
      return error.what();
    }
    return "none";
  };
  EXPECT_THAT(problem(scratch_.path()), HasSubstr("there is no manifest.json"));
  write_file(directory() / "manifest.json", R"({"format": "doorstroom compare"})");
  EXPECT_THAT(problem(directory()), HasSubstr("\"doorstroom compare\" is not the result of a run"));
  write_file(directory() / "manifest.json", "not JSON");
  EXPECT_THAT(problem(directory()), HasSubstr("not a JSON object"));
  write_file(directory() / "manifest.json", R"({"format": "doorstroom run", "format_version": 1})");
  EXPECT_THAT(problem(directory()), HasSubstr("does not say what a run writes"));
}

}  // namespace
}  // namespace doorstroom
