// Which numbers a sweep varies, and the points it visits.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/edit.hpp"

namespace doorstroom {

/// The points of a sweep are asked for in a way that cannot be understood; the message has a line
/// for every problem.
class PointsError final : public std::runtime_error {
 public:
  explicit PointsError(const std::vector<std::string>& problems);
};

/// One number with the values it takes, as they would be written in a scenario.
struct Variation {
  std::string pointer;
  std::vector<std::string> values;
};

/// The points of a sweep in order: for each the values of all pointers.
struct SweepPoints {
  std::vector<std::string> pointers;
  std::vector<std::vector<std::string>> values;

  [[nodiscard]] std::size_t size() const { return values.size(); }
  [[nodiscard]] std::vector<Edit> edits(std::size_t point) const;
};

/// More points are a slip of the pen, or a study that nobody can read.
inline constexpr std::size_t most_points = 10'000;

/// "PATH=1100,1200", "PATH=1000..1400:100" (both ends included) or a mixture of these, one text for
/// each number that is varied. Throws PointsError with all that is wrong.
std::vector<Variation> variations_of(const std::vector<std::string>& texts);

/// Every combination; the last number varies fastest. Throws PointsError.
SweepPoints grid_of(const std::vector<Variation>& variations);

/// The first values together, then the second ones, and so on. Throws PointsError.
SweepPoints together_of(const std::vector<Variation>& variations);

/// A CSV file whose first line has the pointers; every further line is a point. Throws PointsError
/// with all that is wrong, each with its line.
SweepPoints list_of(const std::filesystem::path& file);

}  // namespace doorstroom
