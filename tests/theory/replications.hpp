// Replications of a scenario whose answer theory knows, and the error with which they say it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "support/simulation.hpp"

namespace doorstroom::theory {

/// So many numbers of one replication.
using Numbers = std::vector<double>;

/// Simulates so many replications and gives the numbers of each: result[number][replication].
std::vector<Numbers> replicate(const std::string& json, std::uint32_t replications,
                               const std::function<Numbers(const tests::Simulation&)>& numbers);

/// Holds the mean of a sample of independent replications to what it should be: within four of the
/// standard errors that the sample itself has (one in 16,000 would fail by chance; seeds are
/// fixed). Fails as well if that error is more than `precision` of what is expected, for then the
/// test says nothing.
void expect_mean(const Numbers& sample, double expected, double precision, const std::string& what);

/// Arrivals at a constant rate a day, leap years or not: the value of "per_year".
std::string at_rate(double per_day, int first_year, int last_year);

/// A stream of people at that rate from 2001 to 2060 who go to a measure; `more` are its further
/// members.
std::string stream(const std::string& id, double per_day, const std::string& refer_to,
                   const std::string& more = {});

/// One measure from day to day: entry d is the end of day d of the horizon.
struct Course {
  std::vector<int> waiting;
  std::vector<int> inside;
};
Course course_of(const tests::Simulation& simulation, std::string_view measure);

/// What became of those who joined the list of a measure on days [from, until) of the horizon. Days
/// waited count for everybody, those who gave up included.
struct Joined {
  double people = 0;
  double waited = 0;  // started later than on the day itself, or left the list
  double gave_up = 0;
  double turned_away = 0;
  double days = 0;
};
Joined joined_between(const tests::Simulation& simulation, std::string_view measure, int from,
                      int until);

/// Mean of a course over days [from, until).
double mean_of(const std::vector<int>& course, int from, int until);

}  // namespace doorstroom::theory
