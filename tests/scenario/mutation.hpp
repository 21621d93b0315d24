// Sound scenarios broken at random, and what becomes of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace doorstroom {

/// A scenario changed in a few places, the same for the same seed.
struct Mutant {
  std::string text;
  /// Is it JSON still, with every key once? Then every pointer in a diagnostic can be followed.
  bool is_json = true;
  /// What was changed, for whoever reads the failure.
  std::string changes;
};

/// The scenarios that are broken: all in one file.
std::vector<std::string> sound_scenarios();

Mutant mutant_of(const std::string& scenario, std::uint64_t seed);

struct Fate {
  enum class Kind { simulated, compiled, refused, failed };
  Kind kind = Kind::failed;
  /// Why it failed: a diagnostic that is nowhere, an exception, a signal, a time limit.
  std::string why;
};

/// Loads it in a process of its own; what loads is compiled, and simulated for two months where it
/// has few enough people.
Fate fate_of(const Mutant& mutant);

/// Tries `count` mutants from `first_seed` on and fails the test for each that fails. Returns how
/// many were refused and simulated.
struct Tally {
  int refused = 0;
  int compiled = 0;
  int simulated = 0;
};
Tally try_mutants(const std::vector<std::string>& scenarios, std::uint64_t first_seed, int count);

/// Every scenario file in scenarios/ that can be run.
std::vector<std::filesystem::path> shipped_scenarios();

/// The same with `count` mutants of each of them, all in one file.
Tally try_mutants_of_shipped(std::uint64_t first_seed, int count);

}  // namespace doorstroom
