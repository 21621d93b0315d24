#include "engine/properties.hpp"

#include <algorithm>
#include <bit>
#include <exception>

#include <fmt/format.h>

#include "doorstroom/run.hpp"

#include "engine/lives.hpp"
#include "engine/variants.hpp"
#include "random/hash.hpp"

namespace doorstroom::tests {

namespace {

/// Something that is true of one replication of a scenario as it is.
Property of_one_replication(std::string (*problem)(const Simulation&)) {
  return [problem](std::uint64_t seed, std::uint32_t features) {
    return problem(simulate(random_scenario(seed, features).dump()));
  };
}

std::string nothing_more_than_the_audit(const Simulation& simulation) {
  return simulation.audit_checks > 0 ? "" : "the audit compared nothing";
}

std::string same_for_any_number_of_threads(std::uint64_t seed, std::uint32_t features) {
  const LoadedScenario loaded = read(random_scenario(seed, features).dump());
  RunOptions options;
  options.replications = 5;
  options.threads = 1;
  const RunResult one = run_scenario(loaded.scenario, options);
  options.threads = 3;
  const RunResult many = run_scenario(loaded.scenario, options);
  const auto same = [](double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
  };
  for (std::size_t r = 0; r < one.figures.size(); ++r) {
    const auto [a, b] = std::ranges::mismatch(one.figures[r], many.figures[r], same);
    if (a != one.figures[r].end()) return fmt::format("replication {}: {} and {}", r, *a, *b);
  }
  return one.events == many.events ? "" : "another number of events";
}

std::string unused_changes_nothing(std::uint64_t seed, std::uint32_t features) {
  const Json scenario = random_scenario(seed, features);
  return difference_but_for("unused", live(scenario), live(with_unused(scenario)));
}

std::string order_changes_nothing(std::uint64_t seed, std::uint32_t features) {
  const Json scenario = random_scenario(seed, features);
  return difference(live(scenario), live(in_another_order(scenario, mix(seed, 1))));
}

/// A day of the horizon, another one for each seed.
Day some_day(const Horizon& horizon, std::uint64_t seed) {
  const auto days = static_cast<std::uint64_t>(horizon.days() - 1);
  return horizon.start + 1 + static_cast<DayCount>(mix(seed, 2) % days);
}

std::string policy_leaves_what_came_before(std::uint64_t seed, std::uint32_t features) {
  const Json scenario = random_scenario(seed, features);
  const Lived base = live(scenario);
  const Day date = some_day(base.simulation.model->horizon, seed);
  return difference_before(date, base, live(with_policy_from(scenario, date)));
}

std::string horizon_leaves_what_came_before(std::uint64_t seed, std::uint32_t features) {
  const Json scenario = random_scenario(seed, features);
  const Lived base = live(scenario);
  Json longer = scenario;
  const Day end = base.simulation.model->horizon.end;
  longer["horizon"]["end"] = iso_date(end + 100 + static_cast<DayCount>(seed % 200));
  return difference_before(first_of_month(month_number(end)), base, live(longer));
}

constexpr std::string_view invalid = "the scenario is not valid: ";

std::string attempt(const Property& property, std::uint64_t seed, std::uint32_t features) {
  try {
    return property(seed, features);
  } catch (const ScenarioError& error) {
    return std::string(invalid) + error.what();
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

const std::vector<NamedProperty>& properties() {
  static const std::vector<NamedProperty> all{
      {"TheAuditPasses", of_one_replication(nothing_more_than_the_audit)},
      {"EveryLifeIsPossible", of_one_replication(impossible_in_a_life)},
      {"NothingIsGrantedBeyondCapacity", of_one_replication(granted_beyond_capacity)},
      {"NobodyIsLostOrDoubled", of_one_replication(lost_or_doubled)},
      {"ThreadsChangeNothing", same_for_any_number_of_threads},
      {"WhatNobodyUsesChangesNothing", unused_changes_nothing},
      {"TheOrderOfTheFileChangesNothing", order_changes_nothing},
      {"APolicyLeavesWhatCameBefore", policy_leaves_what_came_before},
      {"ALongerHorizonLeavesWhatCameBefore", horizon_leaves_what_came_before},
  };
  return all;
}

std::uint32_t features_of(std::uint64_t seed) {
  constexpr std::uint64_t purpose = 3;
  return seed % 4 == 0 ? ~0U : static_cast<std::uint32_t>(mix(seed, purpose));
}

std::string smallest_failure(const Property& property, std::uint64_t seed) {
  std::uint32_t features = features_of(seed);
  std::string problem = attempt(property, seed, features);
  if (problem.empty()) return {};
  for (bool smaller = true; smaller;) {
    smaller = false;
    for (std::uint32_t bit = 1; bit != 0; bit <<= 1U) {
      if ((features & bit) == 0) continue;
      const std::string without = attempt(property, seed, features & ~bit);
      // What is left must fail in the same way, not for want of what was left out.
      if (without.empty()) continue;
      if (without.starts_with(invalid) != problem.starts_with(invalid)) continue;
      features &= ~bit;
      problem = without;
      smaller = true;
    }
  }
  return fmt::format("seed {} with features [{}] (0x{:x}): {}", seed, names_of(features), features,
                     problem);
}

std::string first_failure(const Property& property, std::uint64_t first_seed, std::uint64_t seeds) {
  for (std::uint64_t seed = first_seed; seed < first_seed + seeds; ++seed) {
    std::string failure = smallest_failure(property, seed);
    if (!failure.empty()) return failure;
  }
  return {};
}

}  // namespace doorstroom::tests
