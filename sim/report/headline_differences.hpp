// Which headline figures differ between two scenarios, and by how much.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "doorstroom/compare.hpp"
#include "doorstroom/scenario/scenario.hpp"

#include "compare/verdict.hpp"
#include "report/language.hpp"

namespace doorstroom {

/// A headline figure that is not the same in both scenarios.
struct HeadlineDifference {
  std::size_t figure = 0;  // in the numbering of the comparison
  const FigureKey* key = nullptr;
  Verdict verdict = Verdict::nothing;
  double size = 0;  // of the difference, without its sign, in what the list is ordered by
};

/// The headline figures of a year: those that differ, and how many do not.
struct SortedOut {
  std::vector<HeadlineDifference> changed;  // by their share of the larger of the two means
  std::size_t same = 0;
  std::size_t noise = 0;
  std::vector<double> ratios;  // variance ratios of all of them
};

/// The year of the last day of the horizon.
std::string last_year(const scenario::Scenario& s);

/// Only figures that readers have words for.
SortedOut sorted_out(const Comparison& comparison, double confidence, const std::string& year);

/// An indicator of each subject in the year in which it differs most, where that can be told from
/// chance; `size` in the unit of the figure. By subject.
std::vector<HeadlineDifference> at_their_most(const Comparison& comparison, double confidence,
                                              const std::string& indicator);

/// Keeps the largest ones, in their order.
void keep_largest(std::vector<HeadlineDifference>& differences, std::size_t most);

/// "people waiting, end of the year"; empty for an indicator without words.
std::string indicator_in_words(Language l, const std::string& indicator);

/// The label of a measure, a service or a resource, words for a payer or a value of an attribute;
/// empty for "all".
std::string label_of(const scenario::Scenario& s, const std::string& subject, Language l);

}  // namespace doorstroom
