#include "doorstroom/compare.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "analysis/intervals.hpp"
#include "compare/layouts.hpp"
#include "compare/side_by_side.hpp"
#include "compare/twin_figures.hpp"
#include "study/ensemble.hpp"

namespace doorstroom {

namespace {

/// Everything about one alternative that is the same in all replications.
struct Beside {
  Beside(const Experiment& base, const scenario::Scenario& scenario)
      : experiment(scenario),
        common(base.layout(), experiment.layout()),
        people(base.model(), experiment.model(), payers_of_both(base.model(), experiment.model())),
        full_size({{people.table()}}, scenario.scale) {}

  /// Base, alternative, difference, people.
  [[nodiscard]] std::size_t figures() const {
    return 3 * common.layout().figures() + people.table().keys.size();
  }

  Experiment experiment;
  CommonLayout common;
  TwinFigures people;
  FullSize full_size;
};

class Comparing final {
 public:
  Comparing(const scenario::Scenario& base, const std::vector<scenario::Scenario>& alternatives,
            const RunOptions& options)
      : options_(options), base_(base) {
    for (scenario::Scenario alternative : alternatives) {
      alternative.seed = base.seed;
      beside_.push_back(std::make_unique<Beside>(base_, alternative));
    }
  }

  CompareResult go() {
    std::size_t figures = 0;
    for (const auto& beside : beside_) figures += beside->figures();
    Cells cells = options_.keep_in.empty() ? Cells(figures) : Cells(figures, options_.keep_in);
    const auto worlds = static_cast<std::int64_t>(beside_.size()) + 1;
    const Arm arm{base_.model().horizon.days() * worlds,
                  [this](std::uint32_t number, const KeepGoing& keep_going) {
                    return live_side_by_side(number, keep_going);
                  },
                  &cells};
    const EnsembleOptions ensemble{options_.threads, options_.on_progress};
    if (!options_.automatic) {
      const auto replications = static_cast<std::uint32_t>(options_.replications);
      simulate_arms({arm}, replications, ensemble);
      return collect(cells, replications);
    }
    PrecisionRule rule(*options_.automatic, watched_differences());
    CompareResult result = collect(cells, simulate_until_precise(arm, rule, ensemble));
    result.precision = rule.reached();
    return result;
  }

 private:
  /// The differences of the headline figures that decide, among all that is kept.
  [[nodiscard]] std::vector<WatchedFigure> watched_differences() const {
    std::vector<WatchedFigure> watched;
    std::size_t first = 0;
    for (const auto& beside : beside_) {
      const FigureLayout& layout = beside->common.layout();
      for (WatchedFigure one : watched_figures(layout)) {
        one.figure += first + 2 * layout.figures();
        watched.push_back(one);
      }
      first += beside->figures();
    }
    return watched;
  }

  ReplicationCells live_side_by_side(std::uint32_t number, const KeepGoing& keep_going) const {
    std::vector<const Experiment*> alternatives;
    for (const auto& beside : beside_) alternatives.push_back(&beside->experiment);
    SideBySide worlds(base_, alternatives, number);
    worlds.live(keep_going);
    return figures_of(worlds);
  }

  ReplicationCells figures_of(const SideBySide& worlds) const {
    ReplicationCells all = worlds.cells_of_base();
    const FigureValues of_base = std::move(all.figures);
    all.figures = {};
    const auto append = [&](const FigureValues& values) {
      all.figures.insert(all.figures.end(), values.begin(), values.end());
    };
    for (std::size_t i = 0; i < beside_.size(); ++i) {
      const Beside& beside = *beside_[i];
      const ReplicationCells cells = worlds.cells_of(i);
      const FigureValues before = beside.common.of_base(of_base);
      const FigureValues after = beside.common.of_alternative(cells.figures);
      FigureValues difference(before.size());
      for (std::size_t f = 0; f < before.size(); ++f) difference[f] = after[f] - before[f];
      append(before);
      append(after);
      append(difference);
      append(beside.full_size.of(beside.people.of(worlds.twins(i))));
      all.audit_checks += cells.audit_checks;
      all.effort.events += cells.effort.events;
      all.effort.most_people += cells.effort.most_people;
    }
    return all;
  }

  CompareResult collect(const Cells& cells, std::uint32_t replications) const {
    CompareResult result;
    result.replications = replications;
    result.confidence = confidence_of_each(beside_.size());
    const std::vector<Summary> all = summaries_of(cells, replications);
    auto next = all.begin();
    const auto take = [&](std::size_t count) {
      const auto first = next;
      next += static_cast<std::ptrdiff_t>(count);
      return std::vector<Summary>(first, next);
    };
    for (const auto& beside : beside_) {
      Comparison comparison;
      comparison.layout = beside->common.layout();
      const std::size_t figures = comparison.layout.figures();
      comparison.base = take(figures);
      comparison.alternative = take(figures);
      comparison.difference = take(figures);
      comparison.people = beside->people.table();
      comparison.people_figures = take(comparison.people.keys.size());
      result.comparisons.push_back(std::move(comparison));
    }
    for (std::uint32_t r = 0; r < replications; ++r) {
      const ReplicationCells of = cells.of(r);
      result.audit_checks += of.audit_checks;
      result.events += of.effort.events;
      result.most_people = std::max(result.most_people, of.effort.most_people);
      result.bytes_per_person = std::max(result.bytes_per_person, of.effort.bytes_per_person);
    }
    return result;
  }

  const RunOptions& options_;
  Experiment base_;
  std::vector<std::unique_ptr<Beside>> beside_;
};

}  // namespace

std::string why_not_comparable(const scenario::Scenario& base,
                               const scenario::Scenario& alternative) {
  const auto days = [](const scenario::Scenario& s) {
    return fmt::format("{} to {}", iso_date(s.horizon.start), iso_date(s.horizon.end));
  };
  if (base.horizon != alternative.horizon) {
    return fmt::format("{} covers {}, {} covers {}: give both the same horizon", base.name,
                       days(base), alternative.name, days(alternative));
  }
  if (base.scale != alternative.scale) {
    return fmt::format("{} has scale {}, {} has {}: give both the same with --scale", base.name,
                       base.scale, alternative.name, alternative.scale);
  }
  return {};
}

CompareResult compare_scenarios(const scenario::Scenario& base,
                                const std::vector<scenario::Scenario>& alternatives,
                                const RunOptions& options) {
  return Comparing(base, alternatives, options).go();
}

}  // namespace doorstroom
