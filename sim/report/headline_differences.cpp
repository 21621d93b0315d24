#include "report/headline_differences.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

#include "report/comparison_figures.hpp"

namespace doorstroom {

namespace {

using InBoth = std::pair<const char*, const char*>;

std::string word(Language l, const InBoth& words) {
  return l == Language::nl ? words.first : words.second;
}

/// "social_economy": payers and values of attributes have no labels of their own.
std::string id_in_words(const std::string& id, Language l) {
  static const std::map<std::string, InBoth> words{
      {"work", {"Werk", "Work"}},
      {"welfare", {"Welzijn", "Welfare"}},
      {"social_economy", {"Sociale Economie", "Social Economy"}},
      {"ocmw", {"de OCMW's", "the OCMWs"}},
      {"rva", {"de RVA", "the RVA"}},
      {"riziv", {"het RIZIV", "the RIZIV"}},
      {"small", {"klein", "small"}},
      {"medium", {"middelgroot", "medium"}},
      {"large", {"groot", "large"}},
      {"very_large", {"zeer groot", "very large"}},
      {"unbridgeable", {"quasi onoverbrugbaar", "quasi unbridgeable"}},
      {"man", {"man", "man"}},
      {"woman", {"vrouw", "woman"}}};
  const auto at = words.find(id);
  if (at != words.end()) return word(l, at->second);
  std::string text = id;
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace

std::string last_year(const scenario::Scenario& s) {
  return std::to_string(civil(s.horizon.end - 1).year);
}

SortedOut sorted_out(const Comparison& comparison, double confidence, const std::string& year) {
  SortedOut sorted;
  for_each_figure(comparison, "headline", [&](std::size_t figure, const FigureKey& key) {
    if (key.values[0] != year || indicator_in_words(Language::en, key.values[1]).empty()) return;
    const Summary& base = comparison.base[figure];
    const Summary& alternative = comparison.alternative[figure];
    const Summary& difference = comparison.difference[figure];
    const Verdict verdict = verdict_of(difference, confidence);
    if (verdict == Verdict::nothing) return;
    sorted.ratios.push_back(variance_ratio(base, alternative, difference));
    if (verdict == Verdict::same) ++sorted.same;
    if (verdict == Verdict::noise) ++sorted.noise;
    if (verdict == Verdict::same || verdict == Verdict::noise) return;
    const double larger = std::max(std::abs(base.mean), std::abs(alternative.mean));
    sorted.changed.push_back({figure, &key, verdict, std::abs(difference.mean) / larger});
  });
  return sorted;
}

std::vector<HeadlineDifference> at_their_most(const Comparison& comparison, double confidence,
                                              const std::string& indicator) {
  std::map<std::string, HeadlineDifference> most;  // by subject
  for_each_figure(comparison, "headline", [&](std::size_t figure, const FigureKey& key) {
    if (key.values[1] != indicator) return;
    const Summary& difference = comparison.difference[figure];
    const Verdict verdict = verdict_of(difference, confidence);
    if (verdict != Verdict::more && verdict != Verdict::less) return;
    const HeadlineDifference one{figure, &key, verdict, std::abs(difference.mean)};
    const auto [at, is_new] = most.emplace(key.values[2], one);
    if (!is_new && at->second.size < one.size) at->second = one;
  });
  std::vector<HeadlineDifference> all;
  for (const auto& [subject, one] : most) all.push_back(one);
  return all;
}

void keep_largest(std::vector<HeadlineDifference>& differences, std::size_t most) {
  if (differences.size() <= most) return;
  std::vector<double> sizes;
  for (const HeadlineDifference& one : differences) sizes.push_back(one.size);
  std::ranges::sort(sizes, std::greater());
  const double least = sizes[most - 1];
  std::erase_if(differences, [&](const HeadlineDifference& one) { return one.size < least; });
  differences.resize(std::min(most, differences.size()));
}

std::string indicator_in_words(Language l, const std::string& indicator) {
  static const std::map<std::string, InBoth> words{
      {"jobseekers", {"werkzoekenden, einde jaar", "jobseekers, end of the year"}},
      {"in_paid_work", {"aan het werk, einde jaar", "in paid work, end of the year"}},
      {"waiting", {"wachtenden, einde jaar", "waiting, end of the year"}},
      {"in_trajectory", {"in traject, einde jaar", "in trajectory, end of the year"}},
      {"joins", {"kwamen op de lijst", "joined the list"}},
      {"starts", {"starters", "starts"}},
      {"completions", {"afgerond", "completed"}},
      {"dropouts", {"uitgevallen", "dropped out"}},
      {"wait_of_starters_p50",
       {"wachtdagen van starters, mediaan", "days waited by starters, median"}},
      {"wait_of_starters_p90", {"wachtdagen van starters, 90 %", "days waited by starters, 90 %"}},
      {"used", {"gebruikt", "used"}},
      {"unspent", {"niet besteed", "unspent"}},
      {"paid", {"betaald", "paid"}}};
  const auto at = words.find(indicator);
  return at == words.end() ? std::string() : word(l, at->second);
}

std::string label_of(const scenario::Scenario& s, const std::string& subject, Language l) {
  if (subject == "all") return {};
  const auto among = [&](const auto& items) -> std::string {
    const auto at = std::ranges::find(items, subject, [](const auto& item) { return item.id; });
    return at == items.end() ? std::string() : label_or(l, at->label, at->id);
  };
  for (const std::string& found : {among(s.measures), among(s.screening), among(s.resources)}) {
    if (!found.empty()) return found;
  }
  return id_in_words(subject, l);
}

}  // namespace doorstroom
