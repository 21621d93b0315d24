// Comparing scenarios on the same people: what a policy changes, replication by replication.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/figures.hpp"
#include "doorstroom/run.hpp"

namespace doorstroom {

/// A scenario beside the base.
struct Comparison {
  /// The tables of both: those of the base, and behind them what only the alternative has.
  FigureLayout layout;
  /// By figure of the layout; a figure that a world does not give has no replications there.
  std::vector<Summary> base;
  std::vector<Summary> alternative;
  /// The alternative less the base in the same replication.
  std::vector<Summary> difference;
  /// Whose lives are different (tables/people.csv), and its figures.
  FigureTable people;
  std::vector<Summary> people_figures;
};

struct CompareResult {
  /// By alternative, in the order in which they were given.
  std::vector<Comparison> comparisons;
  std::size_t replications = 0;
  /// Where replications were automatic: how closely the differences of the headline figures are
  /// known.
  std::optional<PrecisionReached> precision;
  /// Of each interval, so that those of all alternatives hold at once with 95 %.
  double confidence = 0.95;
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
  std::size_t most_people = 0;
  std::size_t bytes_per_person = 0;
};

/// Why the people of an alternative cannot be followed beside those of the base; empty if they can.
std::string why_not_comparable(const scenario::Scenario& base,
                               const scenario::Scenario& alternative);

/// Simulates the base and its alternatives side by side, each replication on one thread, with the
/// seed of the base. All must be comparable with it. Throws RunStopped, AuditFailure, FileError.
CompareResult compare_scenarios(const scenario::Scenario& base,
                                const std::vector<scenario::Scenario>& alternatives,
                                const RunOptions& options);

}  // namespace doorstroom
