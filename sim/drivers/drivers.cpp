#include "drivers/drivers.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "analysis/summary.hpp"
#include "study/ensemble.hpp"

namespace doorstroom {

namespace {

constexpr std::size_t figures = carousel_figures.size();
constexpr auto deciding = static_cast<std::size_t>(deciding_figure);

/// A scenario that is simulated, and where the figures of its carousel are.
class World final {
 public:
  explicit World(const scenario::Scenario& scenario)
      : experiment_(scenario), carousel_(experiment_.take_layout()) {}

  /// Only the figures of the carousel are kept.
  [[nodiscard]] ReplicationCells simulate(std::uint32_t replication, const KeepGoing& go) const {
    ReplicationCells cells = experiment_.simulate(replication, go);
    const CarouselValues values = carousel_.of(cells.figures);
    cells.figures.assign(values.begin(), values.end());
    return cells;
  }
  [[nodiscard]] std::int64_t days() const { return experiment_.model().horizon.days(); }

 private:
  Experiment experiment_;
  PooledCarousel carousel_;
};

/// One number of each replication.
using Sample = std::vector<double>;

Sample minus(const Sample& a, const Sample& b) {
  Sample difference(a.size());
  for (std::size_t r = 0; r < a.size(); ++r) difference[r] = a[r] - b[r];
  return difference;
}

/// Share of the base that goes, from the replications that gave both.
void add_share(DriverEffect& effect, const Sample& base, const Sample& difference,
               double confidence) {
  Sample gone;
  Sample whole;
  for (std::size_t r = 0; r < base.size(); ++r) {
    if (std::isnan(difference[r])) continue;
    gone.push_back(-difference[r]);
    whole.push_back(base[r]);
  }
  const double mean = summarise(whole).mean;
  if (!(mean > 0)) return;
  effect.share = summarise(gone).mean / mean;
  effect.share_interval = interval_of_ratio(gone, whole, confidence);
}

class Drivers final {
 public:
  Drivers(const scenario::Scenario& base, const SwitchedWorlds& switched, const RunOptions& options)
      : options_(options), switched_(switched) {
    worlds_.push_back(std::make_unique<World>(base));
    for (const SwitchedWorld& world : switched.worlds) {
      worlds_.push_back(std::make_unique<World>(world.scenario));
    }
  }

  DriversResult go() {
    Cells cells =
        options_.keep_in.empty() ? Cells(cell_count()) : Cells(cell_count(), options_.keep_in);
    const auto count = static_cast<std::int64_t>(worlds_.size());
    const Arm arm{
        worlds_.front()->days() * count,
        [this](std::uint32_t number, const KeepGoing& go) { return simulate(number, go); }, &cells};
    const EnsembleOptions ensemble{options_.threads, options_.on_progress};
    if (!options_.automatic) {
      const auto replications = static_cast<std::uint32_t>(options_.replications);
      simulate_arms({arm}, replications, ensemble);
      return collect(cells, replications);
    }
    PrecisionRule rule(*options_.automatic, watched_shares());
    DriversResult result = collect(cells, simulate_until_precise(arm, rule, ensemble));
    result.precision = rule.reached();
    return result;
  }

 private:
  /// The figures of every world, and the share of the carousel that goes in each switched one.
  [[nodiscard]] std::size_t cell_count() const {
    return figures * worlds_.size() + switched_.worlds.size();
  }

  [[nodiscard]] std::vector<WatchedFigure> watched_shares() const {
    std::vector<WatchedFigure> watched;
    for (std::size_t w = 0; w < switched_.worlds.size(); ++w) {
      watched.push_back({figures * worlds_.size() + w, 1, switched_.worlds[w].id});
    }
    return watched;
  }

  /// World by world: they have the same people, and need not be in memory together.
  [[nodiscard]] ReplicationCells simulate(std::uint32_t number, const KeepGoing& go) const {
    ReplicationCells all;
    for (const auto& world : worlds_) {
      const ReplicationCells cells = world->simulate(number, go);
      all.figures.insert(all.figures.end(), cells.figures.begin(), cells.figures.end());
      all.audit_checks += cells.audit_checks;
      all.effort.events += cells.effort.events;
      all.effort.most_people = std::max(all.effort.most_people, cells.effort.most_people);
      all.effort.bytes_per_person =
          std::max(all.effort.bytes_per_person, cells.effort.bytes_per_person);
    }
    const double base = all.figures[deciding];
    for (std::size_t w = 1; w < worlds_.size(); ++w) {
      const double now = all.figures[w * figures + deciding];
      all.figures.push_back(base > 0 ? 1 - now / base : no_figure);
    }
    return all;
  }

  DriversResult collect(const Cells& cells, std::uint32_t replications) {
    DriversResult result;
    result.replications = replications;
    samples_.assign(worlds_.size() * figures, Sample());
    for (std::uint32_t r = 0; r < replications; ++r) {
      const ReplicationCells of = cells.of(r);
      for (std::size_t i = 0; i < samples_.size(); ++i) samples_[i].push_back(of.figures[i]);
      result.audit_checks += of.audit_checks;
      result.events += of.effort.events;
    }
    const std::size_t combined = switched_.has_all() ? 2 : 0;
    result.confidence = confidence_of_each(switched_.worlds.size() + combined);
    add_worlds(result);
    if (switched_.has_all()) add_combinations(result);
    return result;
  }

  [[nodiscard]] const Sample& sample(std::size_t world, std::size_t figure) const {
    return samples_[world * figures + figure];
  }
  [[nodiscard]] Sample change(std::size_t world, std::size_t figure) const {
    return minus(sample(world, figure), sample(0, figure));
  }

  [[nodiscard]] DriverEffect effect(std::size_t figure, const Sample& difference,
                                    double confidence) const {
    DriverEffect effect;
    effect.base = summarise(sample(0, figure));
    effect.difference = summarise(difference);
    add_share(effect, sample(0, figure), difference, confidence);
    return effect;
  }

  void add_worlds(DriversResult& result) const {
    for (std::size_t w = 1; w < worlds_.size(); ++w) {
      const bool is_all = w > switched_.single.size();
      Driver driver{
          is_all ? Driver::Kind::all : Driver::Kind::cause, switched_.worlds[w - 1].id, {}};
      for (std::size_t f = 0; f < figures; ++f) {
        driver.effects[f] = effect(f, change(w, f), result.confidence);
        driver.effects[f].value = summarise(sample(w, f));
      }
      result.drivers.push_back(std::move(driver));
    }
    const auto last = result.drivers.begin() + static_cast<std::ptrdiff_t>(switched_.single.size());
    // Those of which nothing is known come last.
    std::stable_sort(result.drivers.begin(), last, [](const Driver& a, const Driver& b) {
      const double one = a.effects[deciding].share;
      const double other = b.effects[deciding].share;
      return std::isnan(other) ? !std::isnan(one) : one > other;
    });
  }

  void add_combinations(DriversResult& result) const {
    Driver sum{Driver::Kind::sum, "sum", {}};
    Driver interaction{Driver::Kind::interaction, "interaction", {}};
    for (std::size_t f = 0; f < figures; ++f) {
      Sample added(result.replications, 0);
      for (std::size_t w = 1; w <= switched_.single.size(); ++w) {
        const Sample one = change(w, f);
        for (std::size_t r = 0; r < added.size(); ++r) added[r] += one[r];
      }
      sum.effects[f] = effect(f, added, result.confidence);
      interaction.effects[f] =
          effect(f, minus(change(worlds_.size() - 1, f), added), result.confidence);
    }
    result.drivers.push_back(std::move(sum));
    result.drivers.push_back(std::move(interaction));
  }

  const RunOptions& options_;
  const SwitchedWorlds& switched_;
  std::vector<std::unique_ptr<World>> worlds_;  // the base first
  std::vector<Sample> samples_;                 // worlds x figures
};

}  // namespace

bool has_carousel(const scenario::Scenario& scenario) {
  return !PooledCarousel(Experiment(scenario).layout()).is_empty();
}

DriversResult find_drivers(const scenario::Scenario& base, const SwitchedWorlds& worlds,
                           const RunOptions& options) {
  return Drivers(base, worlds, options).go();
}

}  // namespace doorstroom
