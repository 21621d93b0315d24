#include "sweep/sweep.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "base/files.hpp"
#include "base/nearest_name.hpp"
#include "study/ensemble.hpp"
#include "study/parallel.hpp"
#include "study/unfinished.hpp"
#include "sweep/check_points.hpp"

namespace doorstroom {

namespace {

/// The tables that are kept of a layout, and where their figures stand.
class KeptTables final {
 public:
  KeptTables(FigureLayout all, const std::vector<std::string>& wanted) {
    std::size_t first = 0;
    for (FigureTable& table : all.tables) {
      const std::size_t count = table.keys.size();
      const bool is_kept =
          table.name == "headline" || std::ranges::find(wanted, table.name) != wanted.end();
      if (is_kept) {
        layout_.tables.push_back(std::move(table));
        firsts_.push_back(first);
      }
      first += count;
    }
  }

  [[nodiscard]] const FigureLayout& layout() const { return layout_; }
  [[nodiscard]] FigureValues of(const FigureValues& all) const {
    FigureValues kept;
    for (std::size_t i = 0; i < firsts_.size(); ++i) {
      const auto from = all.begin() + static_cast<std::ptrdiff_t>(firsts_[i]);
      kept.insert(kept.end(), from,
                  from + static_cast<std::ptrdiff_t>(layout_.tables[i].keys.size()));
    }
    return kept;
  }

 private:
  FigureLayout layout_;
  std::vector<std::size_t> firsts_;
};

/// A point while it is simulated.
class PointInWork final {
 public:
  PointInWork(const scenario::Scenario& scenario, std::size_t point, const SweepOptions& options)
      : experiment_(scenario),
        kept_(experiment_.take_layout(), options.tables),
        cells_(options.keep_in.empty()
                   ? Cells(kept_.layout().figures())
                   : Cells(kept_.layout().figures(),
                           options.keep_in / fmt::format("point-{:05}", point + 1))),
        point_(point) {}

  [[nodiscard]] ReplicationCells simulate(std::uint32_t replication, const KeepGoing& go) const {
    ReplicationCells cells = experiment_.simulate(replication, go);
    cells.figures = kept_.of(cells.figures);
    return cells;
  }

  [[nodiscard]] Arm arm() {
    return {days(), [this](std::uint32_t r, const KeepGoing& go) { return simulate(r, go); },
            &cells_};
  }

  [[nodiscard]] SweepPoint result(std::size_t replications) const {
    const auto count = static_cast<std::uint32_t>(replications);
    SweepPoint result{point_, kept_.layout(), summaries_of(cells_, count), 0, 0};
    for (std::uint32_t r = 0; r < count; ++r) {
      const ReplicationCells cells = cells_.of(r);
      result.audit_checks += cells.audit_checks;
      result.events += cells.effort.events;
    }
    return result;
  }

  [[nodiscard]] std::int64_t days() const { return experiment_.model().horizon.days(); }

 private:
  Experiment experiment_;
  KeptTables kept_;
  Cells cells_;
  std::size_t point_;
};

/// Goes through the points a few at a time: enough to keep all threads at work, few enough for
/// memory.
class SweepInWork final {
 public:
  SweepInWork(const Sweep& sweep, const SweepOptions& options,
              std::function<LoadedScenario(std::size_t)> scenario_of)
      : sweep_(sweep),
        options_(options),
        scenario_of_(std::move(scenario_of)),
        threads_(static_cast<std::size_t>(threads_for(options.threads))) {}

  void go(const std::function<void(SweepPoint)>& on_point) {
    const std::size_t at_once = points_at_once();
    for (std::size_t first = 0; first < sweep_.points().size(); first += at_once) {
      begin(first, std::min(at_once, sweep_.points().size() - first));
      simulate(first);
      for (const auto& point : points_) on_point(point->result(sweep_.replications()));
    }
  }

 private:
  [[nodiscard]] std::size_t points_at_once() const {
    constexpr std::size_t rounds = 8;  // of replications on each thread, between two pauses
    const std::size_t wanted = rounds * threads_ / std::max<std::size_t>(1, sweep_.replications());
    return std::clamp<std::size_t>(wanted, 1, 2 * threads_);
  }

  void begin(std::size_t first, std::size_t count) {
    points_.clear();
    points_.resize(count);
    for_each_in_parallel(count, options_.threads, [&](std::size_t i) {
      if (options_.on_progress && !options_.on_progress(progress(first, 0))) throw RunStopped();
      points_[i] =
          std::make_unique<PointInWork>(scenario_of_(first + i).scenario, first + i, options_);
    });
    days_ = points_.front()->days();
  }

  /// With `points` done, and so many days of the next ones.
  [[nodiscard]] Progress progress(std::size_t points, std::int64_t more) const {
    const auto days = days_ * static_cast<std::int64_t>(sweep_.replications());
    return {days * static_cast<std::int64_t>(points) + more,
            days * static_cast<std::int64_t>(sweep_.points().size())};
  }

  void simulate(std::size_t first) {
    std::vector<Arm> arms;
    for (const auto& point : points_) arms.push_back(point->arm());
    const std::int64_t days_here =
        days_ * static_cast<std::int64_t>(points_.size() * sweep_.replications());
    EnsembleOptions ensemble{options_.threads, {}};
    if (options_.on_progress) {
      ensemble.on_progress = [&, days_here, first](const Progress& p) {
        // What was there already is not simulated again, and counts as done.
        return options_.on_progress(progress(first, days_here - p.days_total + p.days_done));
      };
    }
    simulate_arms(arms, static_cast<std::uint32_t>(sweep_.replications()), ensemble);
  }

  const Sweep& sweep_;
  const SweepOptions& options_;
  std::function<LoadedScenario(std::size_t)> scenario_of_;
  std::size_t threads_;
  std::vector<std::unique_ptr<PointInWork>> points_;
  std::int64_t days_ = 0;
};

}  // namespace

Sweep::Sweep(const std::filesystem::path& scenario, SweepPoints points,
             const SweepSettings& settings, int threads, const KeepGoing& keep_going)
    : files_(scenario),
      points_(std::move(points)),
      settings_(settings),
      base_(files_.as_written()) {
  if (points_.size() == 0) throw PointsError({"the sweep has no points"});
  apply(base_.scenario);
  check_points(files_, points_, threads, keep_going);
}

void Sweep::apply(scenario::Scenario& scenario) const {
  if (settings_.seed) scenario.seed = *settings_.seed;
  if (settings_.scale) scenario.scale = *settings_.scale;
  if (settings_.replications) scenario.replications = *settings_.replications;
}

LoadedScenario Sweep::at(std::size_t point) const {
  LoadedScenario loaded = files_.with(points_.edits(point));
  apply(loaded.scenario);
  return loaded;
}

void Sweep::check_tables(const std::vector<std::string>& tables) const {
  if (tables.empty()) return;
  const Experiment experiment(base_.scenario);
  std::vector<std::string> known;
  for (const FigureTable& table : experiment.layout().tables) known.push_back(table.name);
  std::vector<std::string> problems;
  for (const std::string& name : tables) {
    if (std::ranges::find(known, name) != known.end()) continue;
    problems.push_back(
        fmt::format("\"{}\" is not a table of figures; {}", name, did_you_mean_or(name, known)));
  }
  if (!problems.empty()) throw PointsError(problems);
}

std::string Sweep::key(const std::vector<std::string>& tables) const {
  std::string text = study_key("sweep", {base_.scenario});
  for (const std::string& pointer : points_.pointers) text += '\n' + pointer;
  for (const std::vector<std::string>& point : points_.values) {
    text += '\n';
    for (const std::string& value : point) text += value + ',';
  }
  for (const std::string& table : tables) text += '\n' + table;
  return sha256(text);
}

void Sweep::run(const SweepOptions& options,
                const std::function<void(SweepPoint)>& on_point) const {
  check_tables(options.tables);
  SweepInWork(*this, options, [this](std::size_t point) { return at(point); }).go(on_point);
}

}  // namespace doorstroom
