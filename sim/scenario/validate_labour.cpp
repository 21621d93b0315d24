#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scenario/validate.hpp"

namespace doorstroom::scenario {

void check_durations(Validation& v, const std::string& path,
                     const std::vector<DurationFactor>& steps) {
  double last = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string place = fmt::format("{}/{}", path, i);
    const bool is_last = i + 1 == steps.size();
    if (!steps[i].below) {
      if (!is_last) v.problem(place, "only the last step has no \"below\"");
      continue;
    }
    if (is_last) {
      v.problem(place, "the last step has a \"below\" (nothing is said about what comes after)",
                "add a step with \"factor\" alone");
    }
    if (steps[i].below->days <= last) v.problem(place, "the steps do not ascend");
    last = steps[i].below->days;
  }
}

namespace {

void check_status(Validation& v, const Status& status) {
  v.only_for("/statuses/" + status.id + "/jobseeker", status.jobseeker.has_value(),
             status.registered && status.paid_work == PaidWork::none,
             "only who is registered and not in paid work can be a jobseeker");
}

void check_exit(Validation& v, const Exit& exit) {
  const std::string path = "/labour_market/exits/" + exit.id;
  v.check_classes(path + "/per_month", exit.per_month);
  if (exit.elasticity) v.check_classes(path + "/elasticity", *exit.elasticity);
  v.only_for(path + "/elasticity", exit.elasticity.has_value(), exit.calibration.has_value(),
             "there is no \"calibration\" to be raised to this power");
  constexpr double most = 1000;
  if (exit.calibration) v.check_path(path + "/calibration", *exit.calibration, most);
  if (exit.factor) v.check_path(path + "/factor", *exit.factor, most);
  check_durations(v, path + "/by_time_unemployed", exit.by_time_unemployed);
  check_durations(v, path + "/by_time_in_status", exit.by_time_in_status);
  for (std::size_t i = 0; i < exit.groups.size(); ++i) {
    v.check_condition(fmt::format("{}/groups/{}/when", path, i), exit.groups[i].when,
                      Validation::Use::labour_market);
  }
  if (exit.to.empty()) v.problem(path + "/to", "this leads nowhere", "name a status");
  v.check_destinations(path + "/to", exit.to, false);
  for (const Destination& place : exit.to) {
    if (place.to == exit.from) v.problem(path + "/to", "this leads to where it comes from");
  }
}

void check_drift(Validation& v, const std::string& path, const Drift& drift,
                 std::set<std::string>& seen) {
  v.uses_distance.push_back(path);
  if (!seen.insert(drift.from).second) {
    v.problem(path, fmt::format("the drift from {} stands here twice", in_quotes(drift.from)),
              "keep one of them");
  }
  if (!v.scenario.distance_classes.empty() && drift.from == v.scenario.distance_classes.back()) {
    v.problem(path, fmt::format("{} is the last class: it cannot grow", in_quotes(drift.from)));
  }
}

}  // namespace

void validate_labour_market(Validation& v) {
  const LabourMarket& market = v.scenario.labour_market;
  for (const Status& status : v.scenario.statuses) check_status(v, status);
  for (const Exit& exit : market.exits) check_exit(v, exit);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < market.distance_drift.size(); ++i) {
    check_drift(v, fmt::format("/labour_market/distance_drift/{}", i), market.distance_drift[i],
                seen);
  }
}

}  // namespace doorstroom::scenario
