// Where a person stands in the labour market, and the ways out of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/benefits.hpp"
#include "model/hazard_model.hpp"

namespace doorstroom {

enum class PaidWork : std::uint8_t { none, nec, sec };
enum class UnemploymentClock : std::uint8_t { runs, frozen, stopped };

/// A status of the scenario. Nobody leaves a status without exits by themselves.
struct Status {
  std::string id;
  bool registered = false;
  bool is_jobseeker = false;  // counted among those without work
  PaidWork paid_work = PaidWork::none;
  UnemploymentClock unemployment = UnemploymentClock::stopped;
  std::vector<StatusExit> exits;
  /// What people live on here: a statute, or whatever they have a right to; neither: no change.
  StatuteCode benefit = no_statute;
  bool benefit_by_right = false;
  /// Can anybody come back from here? If not, a person who arrives is only counted.
  bool is_final = false;
  bool used = false;  // can anybody ever be in it?
};

}  // namespace doorstroom
