#include "size/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/summary.hpp"
#include "base/contracts.hpp"

namespace doorstroom {

namespace {

/// The probability at which the figure must still do: of what must stay below the bound the high
/// quantile, of what must stay above it the low one.
double quantile_asked(const Target& target, double probability) {
  return target.direction() == Direction::at_most ? probability : 1 - probability;
}

/// The order statistic that decides: enough of the replications do where it does.
double deciding_figure(std::vector<double> figures, const Target& target, double probability) {
  std::erase_if(figures, [](double figure) { return std::isnan(figure); });
  if (figures.empty()) return no_figure;
  std::ranges::sort(figures);
  if (target.direction() == Direction::at_least) std::ranges::reverse(figures);
  const std::size_t needed = std::max<std::size_t>(fewest_of(probability, figures.size()), 1);
  return figures[needed - 1];
}

struct Paired {
  double mean = 0;
  Interval interval;
};

Paired paired(std::vector<double> differences) {
  const Summary summary = summarise(differences);
  return {summary.mean, interval_of_mean(summary)};
}

}  // namespace

bool PathFigures::meets(double probability) const {
  const std::size_t least = fewest_of(probability, replications.count);
  return std::ranges::all_of(held_in_year, [&](std::size_t held) { return held >= least; });
}

PathFigures path_figures(const Question& question, const Levels& levels, Replications replications,
                         std::span<const Trial> trials) {
  const std::size_t years = question.years.size();
  PathFigures path;
  path.levels = levels;
  path.replications = replications;
  path.held_in_year.assign(years, 0);
  for (const Trial& trial : trials) {
    bool all = true;
    for (std::size_t y = 0; y < years; ++y) {
      if (trial.meets_targets[y]) ++path.held_in_year[y];
      all = all && trial.meets_targets[y];
    }
    if (all) ++path.held_in_all;
    path.audit_checks += trial.audit_checks;
  }
  for (std::size_t y = 0; y < years; ++y) {
    for (std::size_t t = 0; t < question.targets.size(); ++t) {
      const Target& target = question.targets[t];
      std::vector<double> figures;
      TargetFigure figure{t, question.years[y], {}, no_figure, {}, 0};
      for (const Trial& trial : trials) {
        figures.push_back(trial.figures[t * years + y]);
        if (target.holds(figures.back(), question.years[y])) ++figure.held;
      }
      figure.summary = summarise(figures);
      figure.quantile = deciding_figure(figures, target, question.probability);
      figure.quantile_interval =
          interval_of_percentile(figures, quantile_asked(target, question.probability));
      path.targets.push_back(figure);
    }
  }
  return path;
}

std::vector<std::size_t> years_short_of_needs(const Question& question,
                                              std::span<const Trial> trials) {
  const std::size_t least = fewest_of(question.probability, trials.size());
  std::vector<std::size_t> years;
  for (std::size_t y = 0; y < question.years.size(); ++y) {
    const auto met =
        std::ranges::count_if(trials, [&](const Trial& trial) { return trial.meets_needs[y]; });
    if (static_cast<std::size_t>(met) < least) years.push_back(y);
  }
  return years;
}

UnitPrice unit_price(int year, double more, std::span<const Trial> base,
                     std::span<const Trial> raised) {
  EXPECTS(base.size() == raised.size());
  std::vector<double> months;
  std::vector<double> euro;
  for (std::size_t r = 0; r < base.size(); ++r) {
    months.push_back((base[r].waiting_months - raised[r].waiting_months) / more);
    euro.push_back((raised[r].spent - base[r].spent) / more);
  }
  const Paired saved = paired(std::move(months));
  const Paired paid = paired(std::move(euro));
  return {year, more, saved.mean, saved.interval, paid.mean, paid.interval};
}

}  // namespace doorstroom
