// Small scenarios that use many features at once, drawn at random for properties that must hold of
// every scenario.
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

namespace doorstroom::tests {

using Json = nlohmann::ordered_json;

/// What a random scenario may use: bits that can be left out one by one to find the smallest
/// scenario that fails.
enum Feature : std::uint32_t {
  labour_market = 1U << 0,
  drift = 1U << 1,
  screening = 1U << 2,
  validity = 1U << 3,
  split = 1U << 4,
  pool = 1U << 5,
  contingent = 1U << 6,
  budget = 1U << 7,
  monthly_budget = 1U << 8,
  levels = 1U << 9,
  patience = 1U << 10,
  refusal = 1U << 11,
  max_wait = 1U << 12,
  max_length = 1U << 13,
  priority = 1U << 14,
  gaps = 1U << 15,
  phase_needs = 1U << 16,
  drop_out = 1U << 17,
  decision = 1U << 18,
  extension = 1U << 19,
  cumulated = 1U << 20,
  aftercare = 1U << 21,
  approval = 1U << 22,
  start_delay = 1U << 23,
  opening = 1U << 24,
  own_status = 1U << 25,
  refers_on = 1U << 26,
  stock = 1U << 27,
  no_nights = 1U << 28,
  not_binding = 1U << 29,
  long_lists = 1U << 30,
  effects = 1U << 31,
};

/// Their names, "screening, levels".
std::string names_of(std::uint32_t features);

/// The scenario of a seed with those features: valid, of one to three years and some hundreds of
/// people.
Json random_scenario(std::uint64_t seed, std::uint32_t features);

}  // namespace doorstroom::tests
