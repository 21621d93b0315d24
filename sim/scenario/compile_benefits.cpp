#include <algorithm>
#include <cmath>

#include "scenario/compiler.hpp"
#include "scenario/usual.hpp"

namespace doorstroom::scenario {

namespace {

DayCount whole_days_of(double days) {
  return static_cast<DayCount>(std::lround(days));
}

/// Amounts in cents, each from its day on.
std::vector<LevelFrom> cents(const Path& path, Horizon horizon) {
  std::vector<LevelFrom> levels;
  for (const Day day : change_days(path, horizon)) {
    levels.push_back({day, static_cast<Amount>(std::llround(value_on(path, day) * 100))});
  }
  levels.front().from = always;
  return levels;
}

std::vector<doorstroom::DaysWorked> days_of(const WorkRight& right) {
  std::vector<doorstroom::DaysWorked> needs;
  for (const DaysWorked& in : right.needs) {
    doorstroom::DaysWorked out;
    if (in.below_age) out.below_age = whole_days_of(in.below_age->value * days_per_year);
    out.days = whole_days_of(in.days.value / right.days_per_month.value * days_per_month);
    out.within = whole_days_of(in.within.days);
    needs.push_back(out);
  }
  return needs;
}

}  // namespace

StatuteCode Compiler::statute(const std::string& id) const {
  const auto& all = in_.benefits.statutes;
  const auto at = std::ranges::find(all, id, &Statute::id);
  return at == all.end() ? no_statute : static_cast<StatuteCode>(at - all.begin());
}

void Compiler::benefits() {
  if (in_.benefits.statutes.empty()) return;
  BenefitModel& out = out_.benefits;
  out.field = attribute(std::string(benefit_attribute)).field;
  for (const Statute& in : in_.benefits.statutes) {
    doorstroom::Statute statute;
    statute.id = in.id;
    statute.payer = in.payer;
    if (in.per_month) statute.per_month = cents(*in.per_month, in_.horizon);
    statute.steps = steps(in.degressive);
    if (statute.steps.empty()) statute.steps.push_back({});
    out.statutes.push_back(std::move(statute));
  }
  const auto pays_nothing = [](const Statute& s) { return !s.per_month; };
  const auto none = std::ranges::find_if(in_.benefits.statutes, pays_nothing);
  if (none != in_.benefits.statutes.end()) out.none = statute(none->id);
  if (in_.benefits.right) {
    out.right = statute(in_.benefits.right->to);
    out.needs = days_of(*in_.benefits.right);
    if (out.needs.size() > 1) out_.uses.age = true;
  }
  if (in_.benefits.limit) limit(*in_.benefits.limit);
}

void Compiler::limit(const BenefitLimit& in) {
  BenefitModel& out = out_.benefits;
  for (const LimitStep& step : in.steps) {
    out.limit.push_back({step.from, whole_days_of(step.after.days)});
  }
  if (in.except) out.except.push_back(group({*in.except, {}}));
  std::vector<double> shares;
  double sum = 0;
  for (const AfterLimit& after : in.then) {
    out.after_limit.push_back({statute(after.to), status(after.to)});
    shares.push_back(after.p.rest ? 0.0 : after.p.p.all.value);
    sum += shares.back();
  }
  const auto rest = std::ranges::find_if(in.then, [](const AfterLimit& a) { return a.p.rest; });
  if (rest != in.then.end()) {
    shares[static_cast<std::size_t>(rest - in.then.begin())] = std::max(0.0, 1 - sum);
  }
  out.after_limit_shares = Shares(shares);
  out.after_limit_lane = lane(Purpose::status_exit, "benefit limit");
}

}  // namespace doorstroom::scenario
