#include "report/swept_figures.hpp"

#include <algorithm>

#include "analysis/intervals.hpp"
#include "base/contracts.hpp"
#include "report/headline_differences.hpp"

namespace doorstroom {

namespace {

bool is_there(const Summary& summary) {
  return summary.replications > 0;
}

/// Exactly the same figure wherever there is one.
bool is_constant(const SweptFigure& figure, const Summary& first) {
  return std::ranges::all_of(figure.at, [&](const Summary& s) {
    return !is_there(s) || (s.mean == first.mean && s.sd == first.sd);
  });
}

/// Points are made of the same replications, whose differences are not kept: no difference varies
/// more than its two sides together.
Summary difference_of(const Summary& most, const Summary& least) {
  Summary difference;
  difference.mean = most.mean - least.mean;
  difference.sd = most.sd + least.sd;
  difference.replications = std::min(most.replications, least.replications);
  return difference;
}

}  // namespace

SweptSpan span_of(const SweptFigure& figure, double confidence) {
  SweptSpan span;
  const auto first = std::ranges::find_if(figure.at, is_there);
  if (first == figure.at.end()) return span;
  span.least = span.most = static_cast<std::size_t>(first - figure.at.begin());
  std::size_t known = 0;
  for (std::size_t point = 0; point < figure.at.size(); ++point) {
    if (!is_there(figure.at[point])) continue;
    ++known;
    if (figure.at[point].mean < figure.at[span.least].mean) span.least = point;
    if (figure.at[point].mean > figure.at[span.most].mean) span.most = point;
  }
  span.difference = difference_of(figure.at[span.most], figure.at[span.least]);
  if (is_constant(figure, *first)) {
    span.verdict = Verdict::same;
  } else if (known > 1) {
    const std::size_t pairs = known * (known - 1) / 2;
    span.verdict = verdict_of(span.difference, confidence_of_each(pairs, confidence));
  }
  return span;
}

void SweptFigures::add(const FigureTable& headline, std::span<const Summary> summaries,
                       const std::string& year) {
  EXPECTS(headline.keys.size() == summaries.size());
  for (std::size_t i = 0; i < headline.keys.size(); ++i) {
    const FigureKey& key = headline.keys[i];
    if (key.values[0] != year) continue;
    const auto [at, is_new] =
        numbers_.emplace(std::pair{key.values[1], key.values[2]}, figures_.size());
    if (is_new) figures_.push_back({key.values[1], key.values[2], key.unit, {}});
    SweptFigure& figure = figures_[at->second];
    figure.at.resize(points_);
    figure.at.push_back(summaries[i]);
  }
  ++points_;
  for (SweptFigure& figure : figures_) figure.at.resize(points_);
}

std::vector<SweptFigure> SweptFigures::told() const {
  std::vector<SweptFigure> told;
  std::ranges::copy_if(figures_, std::back_inserter(told), [](const SweptFigure& figure) {
    const bool has_words = !indicator_in_words(Language::en, figure.indicator).empty();
    return has_words && std::ranges::any_of(figure.at, [](const Summary& s) {
             return is_there(s) && (s.mean != 0 || s.sd > 0);
           });
  });
  return told;
}

}  // namespace doorstroom
