#include "size/size.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>

#include "base/contracts.hpp"
#include "size/relaxation.hpp"
#include "size/search.hpp"
#include "size/verdict.hpp"
#include "study/parallel.hpp"

namespace doorstroom {

namespace {

/// Fresh replications that the answer is judged by, for each one that is searched with: searching
/// takes so many simulations that these hardly count.
constexpr std::uint32_t fresh_for_each = 4;

/// How often a path that fails on fresh replications is sized again.
constexpr int most_times = 3;

/// What a stage is likely to simulate, in replications of the whole horizon.
struct Pace {
  // Of earlier searches: candidates a year until its level is found, and the part of their
  // replications that it takes to know.
  static constexpr double candidates_a_year = 9;
  static constexpr double needed_part = 0.65;
  static constexpr double exchanges_a_year = 1.2;
  static constexpr double candidates_a_year_again = 4;
};

/// What is done, in order.
enum class Stage : std::uint8_t { present, search, exchange, verification, prices, frontier };
constexpr std::size_t stages = 6;

/// Parts of the path found that the frontier is seen at, besides the path itself.
constexpr std::array<double, 6> parts_of_path{0.7, 0.85, 0.95, 1.05, 1.15, 1.3};

class Sizing final {
 public:
  Sizing(const scenario::Scenario& scenario, const SizeRequest& request, const SizeOptions& options)
      : scenario_(scenario_of(scenario, request.budgets)),
        question_(question_of(scenario, request)),
        sized_(scenario_, question_.resource, question_.years),
        options_(options),
        meter_(options.on_progress),
        trials_(question_, meter_, options.threads),
        search_{0, static_cast<std::uint32_t>(request.replications)} {
    result_.question = question_;
    result_.resource = request.resource;
    result_.step = sized_.step();
    result_.present = sized_.present();
    result_.search_replications = request.replications;
  }

  SizeResult go() {
    estimate();
    judge_present();
    expect(Stage::search);
    const std::vector<std::size_t> least = least_of(question_.probability, search_.count);
    const Suffices does = suffices(search_, least);
    std::optional<Levels> found;
    if (trials_.enough(with_unlimited(), search_, least, last())) {
      found = smallest_path(space(), question_.years.size(), does);
    }
    if (!found) {
      explain();
      return std::move(result_);
    }
    expect(Stage::exchange);
    verify(exchanged(space(), *found, does));
    expect(Stage::prices);
    price();
    expect(Stage::frontier);
    see_frontier();
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::size_t last() const { return question_.years.size() - 1; }
  [[nodiscard]] std::uint32_t fresh() const { return search_.count * fresh_for_each; }
  [[nodiscard]] SearchSpace space() const {
    return {sized_.step(), unlimited_level, sized_.present().front()};
  }
  [[nodiscard]] std::vector<std::size_t> least_of(double probability, std::uint32_t n) const {
    return std::vector<std::size_t>(question_.years.size(), fewest_of(probability, n));
  }
  [[nodiscard]] scenario::Scenario with(const Levels& levels) const {
    return sized_.with(levels, scenario_.horizon.end);
  }
  [[nodiscard]] scenario::Scenario with_unlimited() const {
    return sized_.with(Levels(question_.years.size(), unlimited_level),
                       question_.judged_by(last()));
  }
  [[nodiscard]] PathFigures figures_of(const Levels& levels, const scenario::Scenario& candidate,
                                       Replications replications) {
    return count(
        path_figures(question_, levels, replications, trials_.all(candidate, replications)));
  }
  PathFigures count(PathFigures figures) {
    result_.audit_checks += figures.audit_checks;
    return figures;
  }

  /// Times some replications, on all threads at once, and says what the whole is likely to take.
  void estimate() {
    using Clock = std::chrono::steady_clock;
    const auto threads = static_cast<std::uint32_t>(threads_for(options_.threads));
    const auto start = Clock::now();
    const auto seconds = [&] {
      return std::chrono::duration<double>(Clock::now() - start).count();
    };
    SizeEstimate estimate;
    estimate.threads = static_cast<int>(threads);
    constexpr double long_enough = 0.2;
    constexpr std::uint32_t most_rounds = 10;
    std::uint32_t timed = 0;
    for (std::uint32_t round = 0; round < most_rounds && seconds() < long_enough; ++round) {
      const std::vector<Trial> trials = trials_.all(scenario_, {timed, threads});
      timed += threads;
      const Effort& effort = trials.front().effort;
      estimate.bytes = static_cast<double>(effort.most_people * effort.bytes_per_person) * threads;
    }
    estimate.replications = likely_from(Stage::present);
    estimate.seconds = seconds() / timed * estimate.replications;
    expect(Stage::present);
    if (options_.on_estimate) options_.on_estimate(estimate);
  }

  /// What the stages are likely to simulate, in replications of the whole horizon.
  [[nodiscard]] std::array<double, stages> forecast() const {
    const double n = search_.count;
    const auto years = static_cast<double>(question_.years.size());
    double parts = 0;  // of the horizon, to judge each year
    for (std::size_t year = 0; year < question_.years.size(); ++year) {
      parts += static_cast<double>(question_.judged_by(year) - scenario_.horizon.start) /
               scenario_.horizon.days();
    }
    return {static_cast<double>(fresh()),
            n + Pace::candidates_a_year * Pace::needed_part * n * parts,
            Pace::exchanges_a_year * Pace::needed_part * n * years,
            2.0 * fresh() + Pace::candidates_a_year_again * Pace::needed_part * fresh() * parts,
            n * years,
            n * static_cast<double>(parts_of_path.size())};
  }

  /// Replications that are likely from the beginning of a stage on.
  [[nodiscard]] double likely_from(Stage stage) const {
    const std::array<double, stages> all = forecast();
    return std::accumulate(all.begin() + static_cast<std::ptrdiff_t>(stage), all.end(), 0.0);
  }
  void expect(Stage stage) {
    meter_.expect(std::llround(likely_from(stage) * scenario_.horizon.days()));
  }

  void judge_present() {
    const Replications replications{search_.count, fresh()};
    result_.before = figures_of(sized_.present(), scenario_, replications);
    const bool met = result_.before.meets(question_.probability);
    result_.outcome = met ? SizeOutcome::already_met : SizeOutcome::reachable;
  }

  /// The same levels are never simulated twice.
  [[nodiscard]] Suffices suffices(Replications replications,
                                  const std::vector<std::size_t>& least) const {
    using Known = std::map<std::pair<std::size_t, Levels>, bool>;
    const auto known = std::make_shared<Known>();
    return [this, known, replications, least](const Levels& levels, std::size_t last) {
      const auto key = std::pair(last, levels);
      const auto at = known->find(key);
      if (at != known->end()) return at->second;
      const bool enough =
          trials_.enough(sized_.with(levels, question_.judged_by(last)), replications, least, last);
      known->emplace(key, enough);
      return enough;
    };
  }

  /// The path is judged on replications that it was not chosen by. From the first year that fails
  /// there it is sized again on them, with a margin above the probability that grows by one
  /// standard error of the judgement each time, and judged on further ones.
  void verify(Levels levels) {
    Replications replications{search_.count, fresh()};
    std::vector<Trial> trials = trials_.all(with(levels), replications);
    while (true) {
      result_.after = count(path_figures(question_, levels, replications, trials));
      const std::vector<std::size_t> failing = years_short_of_needs(question_, trials);
      if (failing.empty() || result_.times_sized_again == most_times) break;
      ++result_.times_sized_again;
      expect(Stage::verification);
      levels = sized_again(levels, failing.front(), replications);
      replications.first += replications.count;
      trials = trials_.all(with(levels), replications);
    }
    base_ = std::move(trials);
    result_.path = sized_.path(levels);
    if (result_.outcome == SizeOutcome::reachable && is_too_dear()) {
      result_.outcome = SizeOutcome::unreachable;
      result_.path.reset();
    }
  }

  /// In some year the path meets all targets but those on cost.
  [[nodiscard]] bool is_too_dear() const {
    const std::vector<std::size_t> short_of_needs = years_short_of_needs(question_, base_);
    const std::size_t least = fewest_of(question_.probability, base_.size());
    for (std::size_t year = 0; year < question_.years.size(); ++year) {
      const bool fails = result_.after.held_in_year[year] < least;
      if (fails && std::ranges::find(short_of_needs, year) == short_of_needs.end()) return true;
    }
    return false;
  }

  /// From the first year that fails on, the levels with which `seen` does it with a margin.
  Levels sized_again(Levels levels, std::size_t first_failing, Replications seen) {
    const double p = question_.probability;
    const double error = std::sqrt(p * (1 - p) / seen.count);
    const double wanted = std::min(p + result_.times_sized_again * error, (1 + p) / 2);
    std::vector<std::size_t> least = least_of(wanted, seen.count);
    std::fill_n(least.begin(), first_failing, fewest_of(p, seen.count));
    const Suffices does = suffices(seen, least);
    for (std::size_t year = first_failing; year < levels.size(); ++year) {
      // Finer than this is lost in what the replications leave open.
      constexpr double part = 0.0025;
      const double steps = std::max(1.0, std::round(levels[year] * part / sized_.step()));
      const double guess = levels[year];
      const auto holds = [&](double level) {
        Levels tried = levels;
        tried[year] = level;
        return does(tried, year);
      };
      levels[year] = least_that_holds(0, unlimited_level, guess, steps * sized_.step(), holds);
      if (levels[year] < unlimited_level) continue;
      levels[year] = guess;  // the margin is out of reach
      break;
    }
    return levels;
  }

  void price() {
    if (!result_.path) return;
    const Levels& levels = result_.after.levels;
    const Replications replications{result_.after.replications.first, search_.count};
    std::vector<scenario::Scenario> candidates;
    std::vector<double> more;
    for (std::size_t year = 0; year < levels.size(); ++year) {
      constexpr double part = 0.01;
      const double steps = std::max(1.0, std::round(levels[year] * part / sized_.step()));
      more.push_back(steps * sized_.step());
      Levels raised = levels;
      raised[year] += more.back();
      candidates.push_back(with(raised));
    }
    const auto trials = trials_.all(candidates, replications);
    for (std::size_t year = 0; year < levels.size(); ++year) {
      result_.prices.push_back(unit_price(question_.years[year], more[year],
                                          std::span(base_).first(search_.count), trials[year]));
      for (const Trial& trial : trials[year]) result_.audit_checks += trial.audit_checks;
    }
  }

  /// Less and more than the path found, on the same people as the prices.
  void see_frontier() {
    if (!result_.path) return;
    const Levels& found = result_.after.levels;
    const Replications replications{result_.after.replications.first, search_.count};
    std::vector<Levels> tried{found};
    std::vector<double> parts{1};
    for (const double part : parts_of_path) {
      Levels levels = found;
      for (double& level : levels) level = std::round(level * part / sized_.step()) * sized_.step();
      if (std::ranges::find(tried, levels) != tried.end()) continue;  // steps are too large
      tried.push_back(levels);
      parts.push_back(part);
    }
    std::vector<scenario::Scenario> candidates;
    for (std::size_t i = 1; i < tried.size(); ++i) candidates.push_back(with(tried[i]));
    std::vector<std::vector<Trial>> trials = trials_.all(candidates, replications);
    base_.resize(search_.count);
    trials.insert(trials.begin(), std::move(base_));
    for (std::size_t i = 0; i < tried.size(); ++i) {
      FrontierPoint point{parts[i], path_figures(question_, tried[i], replications, trials[i])};
      if (i > 0) result_.audit_checks += point.figures.audit_checks;  // the path found is counted
      result_.frontier.push_back(std::move(point));
    }
    std::ranges::sort(result_.frontier, {}, &FrontierPoint::part);
  }

  void explain() {
    const Levels levels(question_.years.size(), unlimited_level);
    const scenario::Scenario unlimited = with_unlimited();
    result_.after = figures_of(levels, unlimited, search_);
    result_.outcome = SizeOutcome::unreachable;
    result_.binding = binding_resources(unlimited, scenario_, question_, trials_, search_);
    if (!result_.binding.empty()) result_.outcome = SizeOutcome::other_resource_binds;
  }

  scenario::Scenario scenario_;
  Question question_;
  SizedResource sized_;
  const SizeOptions& options_;
  Meter meter_;
  Trials trials_;
  Replications search_;
  SizeResult result_;
  std::vector<Trial> base_;  // of the path found
};

}  // namespace

SizeResult size_resource(const scenario::Scenario& scenario, const SizeRequest& request,
                         const SizeOptions& options) {
  return Sizing(scenario, request, options).go();
}

}  // namespace doorstroom
