// The names under which a run gives its series, for scenarios that ask for a breakdown or bring
// observed figures.
#pragma once

#include <array>
#include <string_view>

namespace doorstroom {

/// What an indicator is about: its subjects in tables/series.csv.
enum class SubjectKind : std::uint8_t { status, everyone, list, measure, resource };

struct IndicatorName {
  std::string_view name;
  SubjectKind of = SubjectKind::measure;
  bool breaks_down = true;  // by attributes of people
};

inline constexpr std::array<IndicatorName, 28> series_indicators{{
    {"people", SubjectKind::status},
    {"jobseekers", SubjectKind::everyone},
    {"jobseekers_under_1_year", SubjectKind::everyone},
    {"jobseekers_1_to_2_years", SubjectKind::everyone},
    {"jobseekers_over_2_years", SubjectKind::everyone},
    {"waiting", SubjectKind::list},
    {"advice_holders"},
    {"in_trajectory"},
    {"joins"},
    {"starts"},
    {"completions"},
    {"dropouts"},
    {"ended_early"},
    {"reneges"},
    {"refusals"},
    {"left_for_job"},
    {"left_for_other"},
    {"left_otherwise"},
    {"turned_away"},
    {"not_admitted"},
    {"wait_of_starters_mean", SubjectKind::measure, false},
    {"wait_of_starters_p50", SubjectKind::measure, false},
    {"wait_of_starters_p90", SubjectKind::measure, false},
    {"capacity", SubjectKind::resource, false},
    {"occupancy", SubjectKind::resource, false},
    {"available", SubjectKind::resource, false},
    {"committed", SubjectKind::resource, false},
    {"spent", SubjectKind::resource, false},
}};

/// The subject of indicators that are about everyone.
inline constexpr std::string_view everyone = "all";

/// Breaks down the table of waiting times by month of joining.
inline constexpr std::string_view waiting_time = "waiting_time";
/// Groups of the table of equity (output.equity).
inline constexpr std::string_view equity = "equity";
/// Groups of the tables on the carousel and on what follows a measure (output.carousel.by), and
/// what makes people alike there (output.carousel.alike).
inline constexpr std::string_view carousel_by = "carousel.by";
inline constexpr std::string_view carousel_alike = "carousel.alike";

}  // namespace doorstroom
