// The scenario of history against the one figure that is known of it.
#include <cmath>
#include <sstream>

#include <gmock/gmock.h>

#include "scenario/program.hpp"

namespace doorstroom {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> table(const std::filesystem::path& file) {
  std::istringstream lines(content_of(file));
  std::vector<Row> rows;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    rows.emplace_back();
    for (std::string field; std::getline(fields, field, ',');) rows.back().push_back(field);
  }
  return rows;
}

/// date, indicator, subject, breakdown, unit, mean, ...
double of_2016(const std::vector<Row>& series, const std::string& indicator) {
  double sum = 0;
  for (const Row& row : series) {
    const bool wanted = row[0].starts_with("2016") && row[1] == indicator && row[2] == "tiw";
    if (wanted && row[3] == "all") sum += std::stod(row[5]);
  }
  return sum;
}

/// year, from, to, unit, mean, ...
double moves_of_2016(const std::vector<Row>& flows, const std::string& from,
                     const std::string& to) {
  for (const Row& row : flows) {
    if (row[0] == "2016" && row[1] == from && row[2] == to) return std::stod(row[4]);
  }
  return 0;
}

TEST(History, SendsAsManyToWorkFromWorkplaceLearningAsWerePublished) {
  const TemporaryDirectory directory;
  const std::string scenario = std::string(DOORSTROOM_TOP) + "/scenarios/history-2015.json";
  const Outcome outcome =
      run_doorstroom({"run", scenario, "-o", "run", "-r", "4", "-q"}, directory.path());
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto tables = directory.path() / "run" / "tables";
  const std::vector<Row> series = table(tables / "series.csv");
  const double referred = of_2016(series, "joins");
  const double to_work = of_2016(series, "left_for_job") +
                         moves_of_2016(table(tables / "flows.csv"), "tiw", "job_nec");

  // Parliament 2016: of 2,837 people referred in 2016, 12.9 % had gone to work by 31 December.
  constexpr double published_people = 2837;
  constexpr double published = 0.129;
  const double variance = published * (1 - published);
  const double error = std::sqrt(variance / published_people + variance / (4 * referred));
  EXPECT_NEAR(to_work / referred, published, 3 * error);
  EXPECT_LE(of_2016(series, "starts"), 2500);  // the contingent of that year
}

}  // namespace
}  // namespace doorstroom
