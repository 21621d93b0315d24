// What drives the carousel: the same people in the scenario as it is, and in worlds in which one
// cause is switched off.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/run.hpp"

#include "analysis/intervals.hpp"
#include "drivers/pooled_carousel.hpp"
#include "drivers/worlds.hpp"

namespace doorstroom {

/// What one figure of the carousel does when something is switched.
struct DriverEffect {
  Summary base;
  Summary value;       // with it switched; of sums and interactions there is none
  Summary difference;  // paired: replication by replication
  /// How much of the figure goes with it: minus the difference, as a share of the base; and the
  /// interval of that.
  double share = no_figure;
  Interval share_interval;
};

/// A cause, or several of them together.
struct Driver {
  enum class Kind : std::uint8_t {
    cause,        // one
    all,          // all at once
    sum,          // the effects of each by itself, added up
    interaction,  // all at once, less that sum
  };
  Kind kind = Kind::cause;
  std::string id;
  std::array<DriverEffect, carousel_figures.size()> effects;

  [[nodiscard]] const DriverEffect& of(CarouselFigure figure) const {
    return effects[static_cast<std::size_t>(figure)];
  }
};

struct DriversResult {
  /// Causes in the order of the share of the deciding figure that goes with them, largest first;
  /// then all at once, the sum and the interaction, where there are several causes.
  std::vector<Driver> drivers;
  std::size_t replications = 0;
  /// Of each interval, so that those of all drivers hold at once with 95 %.
  double confidence = usual_confidence;
  /// Where replications were automatic: how closely the shares that go with the causes are known.
  std::optional<PrecisionReached> precision;
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
};

/// Does the scenario have measures from which people could come back?
bool has_carousel(const scenario::Scenario& scenario);

/// Simulates the base and the worlds made of it, each replication of all of them on one thread.
/// Throws RunStopped, AuditFailure, FileError.
DriversResult find_drivers(const scenario::Scenario& base, const SwitchedWorlds& worlds,
                           const RunOptions& options);

}  // namespace doorstroom
