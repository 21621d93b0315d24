#include "report/page_selection.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace doorstroom {

namespace {

using Names = std::span<const std::string_view>;

bool is_one_of(Names names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// The value of a dimension; `missing` where the table has no such dimension.
std::string_view value(const FigureTable& table, const FigureKey& key, std::string_view dimension,
                       std::string_view missing = {}) {
  const auto at = std::ranges::find(table.dimensions, dimension);
  if (at == table.dimensions.end()) return missing;
  return key.values[static_cast<std::size_t>(at - table.dimensions.begin())];
}

bool is_about_all(const FigureTable& table, const FigureKey& key) {
  return value(table, key, "breakdown", "all") == "all";
}

constexpr std::array<std::string_view, 22> tables{
    "durable", "rights",   "headline", "series",   "waiting", "held_back", "budget",  "ledger",
    "flows",   "outcomes", "referral", "carousel", "equity",  "loops",     "reentry", "costs",
    "risk",    "capacity", "leavers",  "fallback", "limbo",   "starters"};

constexpr std::array<std::string_view, 6> of_capacity{"unused",   "idle",       "not_released",
                                                      "mismatch", "idle_share", "days_waited_for"};

constexpr std::array<std::string_view, 8> series{
    "starts",   "waiting",   "in_trajectory", "wait_of_starters_p50", "wait_of_starters_p90",
    "capacity", "occupancy", "jobseekers"};

constexpr std::array<std::string_view, 4> series_of_groups{"waiting", "wait_of_starters_p50",
                                                           "capacity", "occupancy"};

constexpr std::array<std::string_view, 9> of_joiners{"joined",
                                                     "started_within_90",
                                                     "started_within_180",
                                                     "started_within_365",
                                                     "started_within_730",
                                                     "waiting_after_90",
                                                     "waiting_after_180",
                                                     "waiting_after_365",
                                                     "waiting_after_730"};

constexpr std::array<std::string_view, 4> of_initial{"joined", "share_started", "share_left",
                                                     "share_waiting"};

constexpr std::array<std::string_view, 2> of_joining_groups{"joined", "waiting_after_365"};

bool holds_waiting(const FigureTable& table, const FigureKey& key) {
  const std::string_view statistic = value(table, key, "statistic");
  if (value(table, key, "cohort") == "initial") {
    return is_about_all(table, key) && is_one_of(of_initial, statistic);
  }
  return is_one_of(is_about_all(table, key) ? Names(of_joiners) : Names(of_joining_groups),
                   statistic);
}

/// Numbers of people are drawn of the first day only: they say how many left.
bool holds_outcome(const FigureTable& table, const FigureKey& key) {
  return key.unit == "share" || value(table, key, "after") == "1";
}

/// Shares of what was referred follow from the people; `assessed` tests the run, it is no finding.
bool holds_referral(const FigureTable& table, const FigureKey& key) {
  const std::string_view figure = value(table, key, "figure");
  return figure == "wrong_referral_rate" || (figure == "referred" && key.unit == "people");
}

/// Of groups only how many of them go round.
bool holds_carousel(const FigureTable& table, const FigureKey& key) {
  return is_about_all(table, key) || (value(table, key, "statistic") == "carousel_rate" &&
                                      value(table, key, "version") == "main");
}

/// What leavers became however they left, and in what share; `outcomes` has it by way.
bool holds_leavers(const FigureTable& table, const FigureKey& key) {
  return key.unit == "share" && value(table, key, "way") == "all";
}

/// Waits of groups; of everybody the series have them.
bool holds_starters(const FigureTable& table, const FigureKey& key) {
  return value(table, key, "group") != "all" && value(table, key, "statistic") == "wait_mean";
}

}  // namespace

PageSelection::PageSelection(const scenario::Scenario& scenario) {
  for (const scenario::Observed& o : scenario.output.observed) {
    observed_.emplace(o.indicator, o.subject);
  }
}

bool PageSelection::has(const std::string& table) {
  return is_one_of(tables, table);
}

bool PageSelection::holds_series(const FigureTable& table, const FigureKey& key) const {
  const std::string indicator(value(table, key, "indicator"));
  if (!is_about_all(table, key)) return is_one_of(series_of_groups, indicator);
  return is_one_of(series, indicator) ||
         observed_.contains({indicator, std::string(value(table, key, "subject"))});
}

bool PageSelection::holds(const FigureTable& table, const FigureKey& key) const {
  if (table.name == "series") return holds_series(table, key);
  if (table.name == "waiting") return holds_waiting(table, key);
  if (table.name == "outcomes") return holds_outcome(table, key);
  if (table.name == "referral") return holds_referral(table, key);
  if (table.name == "equity") return value(table, key, "statistic") != "join_share";
  if (table.name == "carousel") return holds_carousel(table, key);
  if (table.name == "reentry") return is_about_all(table, key);
  if (table.name == "capacity") return is_one_of(of_capacity, value(table, key, "statistic"));
  if (table.name == "leavers") return holds_leavers(table, key);
  if (table.name == "starters") return holds_starters(table, key);
  if (table.name == "durable" || table.name == "rights") {
    return is_about_all(table, key) && value(table, key, "cohort") == "all";
  }
  return true;
}

int decimals_of(const std::string& unit) {
  if (unit == "euro") return 0;
  return unit == "share" || unit == "ratio" ? 5 : 2;
}

}  // namespace doorstroom
