#include "analysis/continuum.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/paper_walk.hpp"
#include "rules/conditions.hpp"

namespace doorstroom {

namespace {

bool is_screening(const Model& model, MeasureIndex m) {
  return m.exists() && model.measures[m.position()].is_screening;
}

bool suits(const Measure& measure, unsigned distance) {
  return measure.misfit.empty() || measure.misfit[distance] == 0;
}

/// The measures a rule may lead to that suit a distance; "stay in basic services" is none.
std::set<MeasureIndex> measures_of(const Model& model, const ReferralRule& rule,
                                   unsigned distance) {
  std::set<MeasureIndex> measures;
  for (const MeasureIndex m : rule.choices) {
    if (!m.exists() || is_screening(model, m)) continue;
    if (suits(model.measures[m.position()], distance)) measures.insert(m);
  }
  return measures;
}

class ContinuumFinder final {
 public:
  explicit ContinuumFinder(const Model& model) : model_(model), unseen_(model.measures.size()) {
    find_looked_at();
  }

  Continuum go() const {
    Continuum continuum;
    continuum.has_rules = !model_.rules.referral.empty();
    std::map<std::string, ContinuumProfile> profiles;
    constexpr std::size_t each = 5000;
    for (const SamplePerson& person : sample_people(model_, each)) {
      if (!is_registered(person.source)) continue;
      const bool arrives = person.source < model_.streams.size();
      (arrives ? continuum.people_a_year : continuum.people_at_start) += person.weight;
      ContinuumProfile& profile = profiles[describe(facts_without_error(model_, person, unseen_))];
      (arrives ? profile.a_year : profile.at_start) += person.weight;
      if (profile.rules.empty()) profile.rules = rules_for(person);
      const double staying = person.weight * share_staying(person);
      (arrives ? profile.staying_a_year : profile.staying_at_start) += staying;
    }
    for (auto& [description, profile] : profiles) {
      profile.description = description;
      if (profile.rules.empty()) continuum.gaps.push_back(profile);
      if (profile.rules.size() > 1) continuum.overlaps.push_back(profile);
      const bool stay = profile.staying_at_start + profile.staying_a_year > 0;
      if (!profile.rules.empty() && stay) continuum.staying.push_back(profile);
    }
    std::ranges::stable_sort(continuum.staying, [](const auto& a, const auto& b) {
      return a.staying_at_start + a.staying_a_year > b.staying_at_start + b.staying_a_year;
    });
    for (auto* list : {&continuum.gaps, &continuum.overlaps}) {
      std::ranges::stable_sort(*list, [](const auto& a, const auto& b) {
        return a.at_start + a.a_year > b.at_start + b.a_year;
      });
    }
    return continuum;
  }

 private:
  /// Which attributes and facts the rules look at at all.
  void find_looked_at() {
    for (const ReferralRule& rule : model_.rules.referral) {
      for (const Test& test : rule.when) {
        if (test.fact == Fact::attribute) fields_.insert(test.field.shift);
        ages_ = ages_ || test.fact == Fact::age;
        durations_ = durations_ || test.fact == Fact::time_unemployed;
      }
    }
  }

  /// Target groups are of jobseekers: rules look at nobody else.
  bool is_registered(std::size_t source) const {
    const Reception& reception = source < model_.streams.size()
                                     ? model_.streams[source].reception
                                     : model_.stock[source - model_.streams.size()].reception;
    return model_.statuses[reception.status.position()].registered;
  }

  /// Where a rule sends somebody to be screened, what follows is asked as of those who have been.
  std::vector<Visits> after_screening(const SamplePerson& person) const {
    std::vector<Visits> visits = unseen_;
    const KnownFacts facts = facts_without_error(model_, person, unseen_);
    for (const ReferralRule& rule : model_.rules.referral) {
      if (!holds(rule.when, facts)) continue;
      for (const MeasureIndex measure : rule.choices) {
        if (is_screening(model_, measure)) visits[measure.position()].begin();
      }
    }
    return visits;
  }

  /// The rules that hold, before or after the screening they lead to, and lead to different
  /// measures.
  std::vector<std::string> rules_for(const SamplePerson& person) const {
    std::vector<std::string> rules;
    std::set<MeasureIndex> seen;
    const std::vector<Visits> visits = after_screening(person);
    const unsigned distance = person.truth.code(model_.fields.distance);
    const KnownFacts before = facts_without_error(model_, person, unseen_);
    const KnownFacts after = facts_without_error(model_, person, visits);
    for (const ReferralRule& rule : model_.rules.referral) {
      if (!holds(rule.when, before) && !holds(rule.when, after)) continue;
      bool adds = false;
      for (const MeasureIndex measure : measures_of(model_, rule, distance)) {
        adds = seen.insert(measure).second || adds;
      }
      if (adds) rules.push_back(rule.id);
    }
    return rules;
  }

  /// Probability that the first rule that holds, or the one after the screening it leads to, leaves
  /// somebody in basic services.
  double share_staying(const SamplePerson& person) const {
    std::vector<Visits> visits = unseen_;
    double still_asked = 1;
    double staying = 0;
    const std::size_t most_screenings = model_.measures.size();
    for (std::size_t step = 0; step <= most_screenings && still_asked > 0; ++step) {
      const KnownFacts facts = facts_without_error(model_, person, visits);
      const auto rule = std::ranges::find_if(
          model_.rules.referral, [&](const ReferralRule& r) { return holds(r.when, facts); });
      if (rule == model_.rules.referral.end()) return staying + still_asked;
      double to_screening = 0;
      for (std::size_t c = 0; c < rule->choices.size(); ++c) {
        const double share = rule->in_order ? (c == 0 ? 1 : 0) : rule->shares.share(c);
        if (!rule->choices[c].exists()) staying += still_asked * share;
        if (!is_screening(model_, rule->choices[c])) continue;
        to_screening += share;
        visits[rule->choices[c].position()].begin();
      }
      still_asked *= to_screening;
    }
    return staying;
  }

  static std::string band(const std::vector<DayCount>& limits, DayCount days, double unit) {
    const auto next = std::ranges::upper_bound(limits, days);
    const double from = next == limits.begin() ? 0 : *std::prev(next) / unit;
    if (next == limits.end()) return fmt::format("{:.0f}+", from);
    return fmt::format("{:.0f}-{:.0f}", from, *next / unit);
  }

  std::string describe(const KnownFacts& facts) const {
    std::string text;
    const auto add = [&](const std::string& part) { text += text.empty() ? part : ", " + part; };
    for (const Attribute& attribute : model_.attributes) {
      if (!fields_.contains(attribute.field.shift) || attribute.field.width == 0) continue;
      add(attribute.id + " " + attribute.values[facts.profile.code(attribute.field)]);
    }
    if (durations_) {
      add("months_unemployed " +
          band(model_.rules.unemployment_limits, facts.unemployed, days_per_month));
    }
    if (ages_) add("age " + band(model_.rules.age_limits, facts.age, days_per_year));
    return text.empty() ? "everybody" : text;
  }

  const Model& model_;
  std::vector<Visits> unseen_;  // by measure: nobody has been anywhere
  std::set<std::uint8_t> fields_;
  bool ages_ = false;
  bool durations_ = false;
};

}  // namespace

Continuum continuum_of(const Model& model) {
  return ContinuumFinder(model).go();
}

}  // namespace doorstroom
