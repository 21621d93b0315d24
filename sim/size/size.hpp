// Sizing: the cheapest path of one resource that meets targets, found on twin people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "doorstroom/run.hpp"
#include "doorstroom/scenario/scenario.hpp"

#include "size/outcome.hpp"

namespace doorstroom {

/// Whether budgets that only count what is spent limit it here.
enum class Budgets : std::uint8_t { as_written, all_bind };

struct SizeRequest {
  std::string resource;
  std::vector<std::string> targets;
  /// Empty: all years that can be judged.
  std::vector<int> years;
  double probability = 0.9;
  std::size_t replications = 40;
  Budgets budgets = Budgets::as_written;
};

/// What a search is likely to take, known once the first replications have been simulated.
struct SizeEstimate {
  double replications = 0;  // of the whole horizon
  double seconds = 0;
  double bytes = 0;
  int threads = 1;
};

struct SizeOptions {
  int threads = 0;  // 0: as many as the machine has; results do not depend on it
  std::function<void(const SizeEstimate&)> on_estimate;
  /// Called now and then from any thread; returning false stops the study.
  std::function<bool(const Progress&)> on_progress;
};

/// The question that a request is, with everything checked. Throws SizeRequestError.
Question question_of(const scenario::Scenario& scenario, const SizeRequest& request);

/// The scenario in which the resource is sized: that given, or with budgets that bind.
scenario::Scenario scenario_of(scenario::Scenario scenario, Budgets budgets);

/// Throws SizeRequestError, RunStopped, AuditFailure.
SizeResult size_resource(const scenario::Scenario& scenario, const SizeRequest& request,
                         const SizeOptions& options);

}  // namespace doorstroom
