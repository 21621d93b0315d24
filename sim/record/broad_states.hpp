// The few states in which readers sum up where people are.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "record/nights.hpp"

namespace doorstroom {

enum class BroadState : std::uint8_t {
  job_nec,
  job_sec,
  measure,     // that gives no job; screening services are none
  on_benefit,  // unemployed, with the benefit to which work gives a right
  unemployed,  // without it, or where nobody looks at that
  ocmw,
  sick,
  out,  // inactive, retired, no longer in the model
};
inline constexpr std::array<const char*, 8> names_of_broad_states{
    "job_nec", "job_sec", "measure", "on_benefit", "unemployed", "ocmw", "sick", "out"};
inline constexpr std::size_t broad_states = names_of_broad_states.size();

class BroadStates final {
 public:
  explicit BroadStates(const Model& model);

  /// Of somebody in no measure; never `on_benefit`.
  [[nodiscard]] BroadState of_status(std::size_t status) const { return of_status_[status]; }
  /// Of somebody in a measure; a screening service has none.
  [[nodiscard]] BroadState of_measure(std::size_t measure) const { return of_measure_[measure]; }

 private:
  std::vector<BroadState> of_status_;
  std::vector<BroadState> of_measure_;
};

}  // namespace doorstroom
