// Can a list be kept up with? Demand for each measure against what each of its resources can serve,
// year by year, without simulating.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "model/model.hpp"

namespace doorstroom {

/// One resource of one measure in one year.
struct YearLoad {
  int year = 0;
  double demand = 0;     // starts wanted a year, by those who would accept a place
  double can_serve = 0;  // starts a year the resource allows
  /// Without end where people come and nobody can start.
  [[nodiscard]] double load() const {
    if (can_serve > 0) return demand / can_serve;
    return demand > 0 ? std::numeric_limits<double>::infinity() : 0;
  }
};

struct ResourceLoad {
  MeasureIndex measure;
  ResourceIndex resource;
  std::vector<YearLoad> years;  // those in which the resource exists
};

/// What a list comes to if a year lasted for ever.
struct ListOutlook {
  enum class Kind { keeps_up, settles, only_grows };
  MeasureIndex measure;
  int year = 0;
  Kind kind = Kind::keeps_up;
  double settles_at = 0;  // people
  ResourceIndex tightest;
};

struct Loads {
  std::vector<ResourceLoad> resources;
  std::vector<ListOutlook> outlooks;  // of the last year of the horizon
  /// People who reach a limit that the rules name come on top of the demand.
  bool limits_come_on_top = false;
};

Loads loads_of(const Model& model);

}  // namespace doorstroom
