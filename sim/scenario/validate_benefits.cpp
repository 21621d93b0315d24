#include <algorithm>

#include <fmt/format.h>

#include "scenario/read_value.hpp"
#include "scenario/usual.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

void check_statutes(Validation& v) {
  constexpr std::size_t most = 63;
  const Benefits& benefits = v.scenario.benefits;
  if (benefits.statutes.size() > most) {
    v.problem("/benefits/statutes", fmt::format("at most {} statutes are possible", most));
  }
  std::vector<std::string> ids;
  for (const Statute& statute : benefits.statutes) {
    const std::string path = "/benefits/statutes/" + statute.id;
    ids.push_back(statute.id);
    constexpr double most_a_month = 1e6;
    if (statute.per_month) v.check_path(path + "/per_month", *statute.per_month, most_a_month);
    check_durations(v, path + "/degressive", statute.degressive);
    v.only_for(path + "/degressive", !statute.degressive.empty(), statute.per_month.has_value(),
               "there is no \"per_month\" that could decline");
    if (statute.id == by_right) {
      v.problem(path, "\"right\" has a meaning of its own", "give the statute another name");
    }
    const auto same = [&](const Status& status) { return status.id == statute.id; };
    if (std::ranges::any_of(v.scenario.statuses, same)) {
      v.problem(path, fmt::format("{} is also a status", in_quotes(statute.id)),
                "give one of them another name");
    }
  }
  const Attribute* attribute = v.attribute(std::string(benefit_attribute));
  if (attribute != nullptr && !ids.empty() && attribute->values != ids) {
    v.problem("/attributes/benefit", "the attribute \"benefit\" holds the statutes",
              "leave it out, or give it another name");
  }
}

void check_right(Validation& v, const WorkRight& right) {
  double last = 0;
  for (std::size_t i = 0; i < right.needs.size(); ++i) {
    const std::string path = fmt::format("/benefits/right/needs/{}", i);
    const DaysWorked& needed = right.needs[i];
    const bool is_last = i + 1 == right.needs.size();
    if (needed.below_age.has_value() == is_last) {
      v.problem(path, is_last ? "the last one has a \"below_age\" (nothing is said of older people)"
                              : "only the last one has no \"below_age\"");
    }
    if (!needed.below_age) continue;
    v.uses_age.push_back(path);
    if (needed.below_age->value <= last) v.problem(path, "the ages do not ascend");
    last = needed.below_age->value;
  }
  for (std::size_t i = 0; i < right.needs.size(); ++i) {
    const double possible =
        right.needs[i].within.days / days_per_month * right.days_per_month.value;
    if (right.needs[i].days.value <= possible) continue;
    v.problem(fmt::format("/benefits/right/needs/{}", i),
              fmt::format("{} days cannot be worked within {}", right.needs[i].days.value,
                          right.needs[i].within.text));
  }
}

void check_limit(Validation& v, const BenefitLimit& limit) {
  const std::string path = "/benefits/limit";
  if (limit.steps.empty()) v.problem(path + "/steps", "the limit has no step");
  if (!v.scenario.benefits.right) {
    v.problem(path, "there is no right that could end", "add \"right\"");
  }
  if (limit.except) {
    v.check_condition(path + "/except", *limit.except, Validation::Use::labour_market);
  }
  std::vector<const Share*> shares;
  for (const AfterLimit& after : limit.then) {
    shares.push_back(&after.p);
    if (!after.p.p.classes.empty()) {
      v.problem(path + "/then", "these shares cannot differ by distance", "give one number");
    }
    const Benefits& benefits = v.scenario.benefits;
    if (benefits.right && after.to == benefits.right->to) {
      v.problem(path + "/then", "this leads to the statute whose right has ended");
    }
  }
  if (limit.then.empty()) v.problem(path + "/then", "this leads nowhere");
  v.check_shares(path + "/then", shares, false);
}

/// What has a meaning only where there is a right.
void check_users(Validation& v) {
  const bool right = v.scenario.benefits.right.has_value();
  constexpr std::string_view why = "work gives no right here; add \"right\" to \"benefits\"";
  for (const Status& status : v.scenario.statuses) {
    v.only_for("/statuses/" + status.id + "/benefit", status.benefit == by_right, right, why);
  }
  for (const Measure& measure : v.scenario.measures) {
    const std::string path = "/measures/" + measure.id;
    v.only_for(path + "/counts_as_work", measure.counts_as_work, right, why);
    v.only_for(path + "/freezes_degressivity", measure.freezes_degressivity, right, why);
    for (const Phase& phase : measure.phases) {
      v.only_for(path + "/phases/" + phase.id + "/ends_with_right", phase.ends_with_right,
                 right && measure.counts_as_work,
                 "the days of this measure do not count; say \"counts_as_work\": true");
    }
  }
  for (const Arrivals& arrivals : v.scenario.arrivals) {
    v.only_for("/arrivals/" + arrivals.id + "/people/days_worked",
               arrivals.people.days_worked.has_value(), right, why);
  }
  for (const Stock& stock : v.scenario.stock) {
    v.only_for("/stock/" + stock.id + "/profile/days_worked", stock.profile.days_worked.has_value(),
               right, why);
  }
}

}  // namespace

void validate_benefits(Validation& v) {
  check_statutes(v);
  const Benefits& benefits = v.scenario.benefits;
  if (benefits.right) check_right(v, *benefits.right);
  if (benefits.limit) check_limit(v, *benefits.limit);
  check_users(v);
}

}  // namespace doorstroom::scenario
