#include "analysis/full_size.hpp"

#include <algorithm>
#include <array>

#include "base/contracts.hpp"

namespace doorstroom {

namespace {

struct Unit {
  std::string_view name;
  bool grows = false;
};

/// Every unit that a table may have.
constexpr std::array<Unit, 16> units{{{"people", true},
                                      {"places", true},
                                      {"starts", true},
                                      {"euro", true},
                                      {"episodes", true},
                                      {"cycles", true},
                                      {"person-months", true},
                                      {"person-days", true},
                                      {"days", false},
                                      {"months", false},
                                      {"share", false},
                                      {"ratio", false},
                                      {"per 100", false},
                                      {"euro per exit", false},
                                      {"phases", false},
                                      {"changes", false}}};

}  // namespace

bool grows_with_people(std::string_view unit) {
  const auto at = std::ranges::find(units, unit, &Unit::name);
  EXPECTS(at != units.end());
  return at != units.end() && at->grows;
}

FullSize::FullSize(const FigureLayout& layout, double scale) : people_for_each_(1 / scale) {
  if (scale == 1) return;
  for (const FigureTable& table : layout.tables) {
    for (const FigureKey& key : table.keys) grows_.push_back(grows_with_people(key.unit));
  }
}

FigureValues FullSize::of(FigureValues figures) const {
  EXPECTS(grows_.empty() || grows_.size() == figures.size());
  for (std::size_t i = 0; i < grows_.size(); ++i) {
    if (grows_[i]) figures[i] *= people_for_each_;
  }
  return figures;
}

}  // namespace doorstroom
