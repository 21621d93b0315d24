// A sweep: the same people under many values of some numbers of a scenario.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/load.hpp"
#include "doorstroom/run.hpp"

#include "study/experiment.hpp"
#include "sweep/vary.hpp"

namespace doorstroom {

/// What holds for all points, instead of what the scenario says.
struct SweepSettings {
  std::optional<std::uint64_t> seed;
  std::optional<double> scale;
  std::optional<std::int64_t> replications;
};

struct SweepOptions {
  int threads = 0;  // 0: as many as the machine has; the results do not depend on it
  /// Tables of which all figures are kept besides those of `headline`.
  std::vector<std::string> tables;
  /// Directory in which the finished replications of each point are kept, so that memory does not
  /// grow with their number and a sweep can be gone on with. Empty: in memory.
  std::filesystem::path keep_in;
  /// Called now and then from any thread; returning false stops the sweep.
  std::function<bool(const Progress&)> on_progress;
};

/// What a point gave: the wanted tables only.
struct SweepPoint {
  std::size_t point = 0;  // from 0
  FigureLayout layout;
  std::vector<Summary> summaries;
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
};

class Sweep final {
 public:
  /// Reads the scenario and tries the points on it, with so many threads (0: all). Throws
  /// ScenarioError with what is wrong with the scenario or with any of its points, PointsError,
  /// RunStopped.
  Sweep(const std::filesystem::path& scenario, SweepPoints points, const SweepSettings& settings,
        int threads, const KeepGoing& keep_going);

  /// The scenario without the sweep, and with the settings.
  [[nodiscard]] const LoadedScenario& base() const { return base_; }
  [[nodiscard]] const SweepPoints& points() const { return points_; }
  [[nodiscard]] std::size_t replications() const {
    return static_cast<std::size_t>(base_.scenario.replications);
  }

  /// Throws PointsError where there is no table of figures of that name.
  void check_tables(const std::vector<std::string>& tables) const;
  /// Names what the sweep computes where these tables are kept (see study_key).
  [[nodiscard]] std::string key(const std::vector<std::string>& tables) const;

  /// Simulates the points and hands over each as it is ready, in their order. Only a few are in
  /// memory at once. Throws PointsError as check_tables does, RunStopped, AuditFailure, FileError.
  void run(const SweepOptions& options, const std::function<void(SweepPoint)>& on_point) const;

 private:
  [[nodiscard]] LoadedScenario at(std::size_t point) const;
  void apply(scenario::Scenario& scenario) const;

  ScenarioFiles files_;
  SweepPoints points_;
  SweepSettings settings_;
  LoadedScenario base_;
};

}  // namespace doorstroom
