// Which figures the page of a report holds: those that a section draws. All of them stand in
// tables/*.csv; docs/adr/0023 says why the page has fewer.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "doorstroom/figures.hpp"
#include "doorstroom/load.hpp"

namespace doorstroom {

/// What the page draws of a run.
class PageSelection final {
 public:
  explicit PageSelection(const scenario::Scenario& scenario);

  /// Does the page have this table at all?
  [[nodiscard]] static bool has(const std::string& table);

  /// Does the page have this figure? `key` is one of `table`, and `has` is true for it.
  [[nodiscard]] bool holds(const FigureTable& table, const FigureKey& key) const;

 private:
  [[nodiscard]] bool holds_series(const FigureTable& table, const FigureKey& key) const;

  std::set<std::pair<std::string, std::string>> observed_;  // indicator, subject
};

/// Decimals that figures of a unit keep on the page: more than any text or drawing there shows.
[[nodiscard]] int decimals_of(const std::string& unit);

}  // namespace doorstroom
