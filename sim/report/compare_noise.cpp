#include "report/compare_noise.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "compare/verdict.hpp"
#include "report/comparison_figures.hpp"
#include "report/headline_differences.hpp"
#include "report/sentences.hpp"

namespace doorstroom {

namespace {

/// How many figures differ, and how many of them no more than by chance.
struct Count {
  std::string name_nl;
  std::string name_en;
  std::size_t differing = 0;
  std::size_t noise = 0;
};

bool differs(Verdict verdict) {
  return verdict == Verdict::noise || verdict == Verdict::more || verdict == Verdict::less;
}

class Counts final {
 public:
  Counts(const Comparison& comparison, double confidence)
      : comparison_(comparison), confidence_(confidence) {}

  void headline(const std::string& year) {
    for_each_figure(comparison_, "headline", [&](std::size_t figure, const FigureKey& key) {
      if (key.values[0] != year) return;
      const auto in_words = [&](Language l) { return indicator_in_words(l, key.values[1]); };
      if (in_words(Language::en).empty()) return;
      count(in_words(Language::nl), in_words(Language::en), figure);
    });
  }

  /// Of all measures together, in the last year in which both scenarios know it.
  void carousel(const std::string& statistic, const char* nl, const char* en) {
    std::optional<std::size_t> last;
    for_each_figure(comparison_, "carousel", [&](std::size_t figure, const FigureKey& key) {
      const std::vector<std::string>& of = key.values;
      const bool is_it = of[1] == "all" && of[2] == "main" && of[3] == statistic;
      if (is_it && comparison_.difference[figure].replications > 0) last = figure;
    });
    if (last) count(nl, en, *last);
  }

  /// Those with anything inside the noise, the most numerous first.
  [[nodiscard]] std::vector<Count> noisy() const {
    std::vector<Count> noisy;
    std::ranges::copy_if(counts_, std::back_inserter(noisy),
                         [](const Count& one) { return one.noise > 0; });
    std::ranges::stable_sort(noisy, std::ranges::greater(), &Count::noise);
    return noisy;
  }

  [[nodiscard]] std::size_t differing() const { return sum(&Count::differing); }
  [[nodiscard]] std::size_t noise() const { return sum(&Count::noise); }

 private:
  void count(const std::string& nl, const std::string& en, std::size_t figure) {
    const Verdict verdict = verdict_of(comparison_.difference[figure], confidence_);
    if (!differs(verdict)) return;
    auto at = std::ranges::find(counts_, en, &Count::name_en);
    if (at == counts_.end()) at = counts_.insert(counts_.end(), {nl, en});
    ++at->differing;
    if (verdict == Verdict::noise) ++at->noise;
  }
  [[nodiscard]] std::size_t sum(std::size_t Count::*member) const {
    std::size_t all = 0;
    for (const Count& one : counts_) all += one.*member;
    return all;
  }

  const Comparison& comparison_;
  double confidence_;
  std::vector<Count> counts_;
};

/// "starts (12 of 14), paid (2 of 3), in paid work".
std::string named(Language l, const std::vector<Count>& counts) {
  constexpr std::size_t most = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, counts.size()); ++i) {
    const Count& one = counts[i];
    text += (i == 0 ? "" : "; ") + (l == Language::nl ? one.name_nl : one.name_en);
    if (one.differing > 1)
      text += filled(l, " ({} van {})", " ({} of {})", one.noise, one.differing);
  }
  if (counts.size() > most) text += l == Language::nl ? "; en andere" : "; and others";
  return text;
}

}  // namespace

std::optional<Finding> inside_the_noise(const Comparison& comparison, double confidence,
                                        const std::string& year) {
  Counts counts(comparison, confidence);
  counts.headline(year);
  counts.carousel("cycles_per_100_episodes", "cycli per 100 trajecten",
                  "cycles per 100 trajectories");
  counts.carousel("returner_share", "aandeel starters dat terugkomt",
                  "share of starts by people who come back");
  counts.carousel("carousel_rate", "aandeel dat ronddraait", "share that goes round");
  const std::vector<Count> noisy = counts.noisy();
  if (noisy.empty()) return std::nullopt;
  return finding_in_both(Weight::warning, "headline", [&](Language l) {
    return filled(
        l,
        "Binnen het toeval: van de {} kerncijfers van {} en de carrousel die verschillen, "
        "zijn er {} niet van toeval te onderscheiden: {}. Meer replicaties of een grotere "
        "--scale kunnen dat wel.",
        "Inside the noise: of the {} headline figures of {} and the carousel that differ, "
        "{} cannot be told from chance: {}. More replications or a larger --scale may "
        "tell.",
        counts.differing(), year, counts.noise(), named(l, noisy));
  });
}

}  // namespace doorstroom
