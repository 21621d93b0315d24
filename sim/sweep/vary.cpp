#include "sweep/vary.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sweep/steps.hpp"

namespace doorstroom {

namespace {

using Problems = std::vector<std::string>;

std::string joined(const Problems& problems) {
  std::string text;
  for (const std::string& problem : problems) text += (text.empty() ? "" : "\n") + problem;
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// The values that one part between commas stands for.
std::vector<std::string> values_of(std::string_view part, const std::string& text,
                                   Problems& problems) {
  if (part.empty()) {
    problems.push_back(fmt::format("--vary \"{}\" has an empty value", text));
    return {};
  }
  if (!is_range(part)) return {std::string(part)};
  Steps steps = steps_of(part, most_points);
  if (!steps.problem.empty()) problems.push_back("--vary: " + steps.problem);
  return std::move(steps.values);
}

Variation variation_of(const std::string& text, Problems& problems) {
  const std::size_t equals = text.rfind('=');  // keys may have one, values never
  if (equals == std::string::npos || equals == 0) {
    problems.push_back(
        fmt::format("--vary \"{}\" is not PATH=values; write for example "
                    "/resources/<id>/per_year/2019=1000,1100 or =1000..1400:100",
                    text));
    return {};
  }
  Variation variation{text.substr(0, equals), {}};
  std::string_view rest = std::string_view(text).substr(equals + 1);
  for (bool more = true; more;) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    for (std::string& value : values_of(trimmed(rest.substr(0, comma)), text, problems)) {
      if (std::ranges::find(variation.values, value) != variation.values.end()) {
        problems.push_back(fmt::format("--vary \"{}\" has the value {} twice", text, value));
      }
      variation.values.push_back(std::move(value));
    }
    more = comma < rest.size();
    if (more) rest.remove_prefix(comma + 1);
  }
  return variation;
}

std::vector<std::string> pointers_of(const std::vector<Variation>& variations) {
  std::vector<std::string> pointers;
  Problems problems;
  for (const Variation& variation : variations) {
    if (std::ranges::find(pointers, variation.pointer) != pointers.end()) {
      problems.push_back(
          fmt::format("\"{}\" is varied twice; give all its values together", variation.pointer));
    }
    pointers.push_back(variation.pointer);
  }
  if (pointers.empty()) problems.emplace_back("nothing is varied; give --vary or --list");
  if (!problems.empty()) throw PointsError(problems);
  return pointers;
}

}  // namespace

PointsError::PointsError(const std::vector<std::string>& problems)
    : std::runtime_error(joined(problems)) {}

std::vector<Edit> SweepPoints::edits(std::size_t point) const {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < pointers.size(); ++i) {
    edits.push_back({pointers[i], values[point][i]});
  }
  return edits;
}

std::vector<Variation> variations_of(const std::vector<std::string>& texts) {
  std::vector<Variation> variations;
  Problems problems;
  for (const std::string& text : texts) variations.push_back(variation_of(text, problems));
  if (!problems.empty()) throw PointsError(problems);
  return variations;
}

SweepPoints grid_of(const std::vector<Variation>& variations) {
  SweepPoints points{pointers_of(variations), {{}}};
  std::size_t count = 1;
  for (const Variation& variation : variations) {
    count *= variation.values.size();
    if (count <= most_points) continue;
    throw PointsError(
        {fmt::format("the grid has more than {} points; vary less, or list the points with --list",
                     most_points)});
  }
  for (const Variation& variation : variations) {
    std::vector<std::vector<std::string>> longer;
    for (const std::vector<std::string>& point : points.values) {
      for (const std::string& value : variation.values) {
        longer.push_back(point);
        longer.back().push_back(value);
      }
    }
    points.values = std::move(longer);
  }
  return points;
}

SweepPoints together_of(const std::vector<Variation>& variations) {
  SweepPoints points{pointers_of(variations), {}};
  Problems problems;
  const std::size_t count = variations.front().values.size();
  for (const Variation& variation : variations) {
    if (variation.values.size() == count) continue;
    problems.push_back(fmt::format("\"{}\" has {} values where \"{}\" has {} (--together)",
                                   variation.pointer, variation.values.size(),
                                   variations.front().pointer, count));
  }
  if (!problems.empty()) throw PointsError(problems);
  points.values.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (const Variation& variation : variations) points.values[i].push_back(variation.values[i]);
  }
  return points;
}

}  // namespace doorstroom
