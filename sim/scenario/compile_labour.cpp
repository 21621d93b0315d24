#include <algorithm>
#include <cmath>
#include <set>

#include "scenario/compiler.hpp"
#include "scenario/usual.hpp"

namespace doorstroom::scenario {

namespace {

DayCount whole_days_of(double days) {
  return static_cast<DayCount>(std::lround(days));
}

}  // namespace

std::vector<Step> Compiler::steps(const std::vector<DurationFactor>& factors) {
  std::vector<Step> steps;
  DayCount from = 0;
  for (const DurationFactor& factor : factors) {
    steps.push_back({from, factor.factor.value});
    if (factor.below) from = whole_days_of(factor.below->days);
  }
  return steps;
}

void Compiler::statuses() {
  for (const Status& in : in_.statuses) {
    doorstroom::Status out;
    out.id = in.id;
    out.registered = in.registered;
    out.is_jobseeker = in.jobseeker.value_or(in.registered && in.paid_work == PaidWork::none);
    out.paid_work = static_cast<doorstroom::PaidWork>(in.paid_work);
    out.unemployment = static_cast<doorstroom::UnemploymentClock>(in.unemployment);
    out.benefit_by_right = in.benefit == by_right;
    out.benefit = statute(in.benefit);
    out_.statuses.push_back(std::move(out));
  }
  out_.unemployed = status("unemployed");
  out_.out = status("out");
  out_.ocmw = status("ocmw");
}

doorstroom::GroupFactor Compiler::group(const GroupFactor& in) {
  doorstroom::GroupFactor out;
  out.factor = in.factor.value;
  for (const Test& test : in.when.tests) {
    if (test.subject == "age") {
      if (test.min) out.age_from = whole_days_of(test.min->value * days_per_year);
      if (test.below) out.age_below = whole_days_of(test.below->value * days_per_year);
      continue;
    }
    const doorstroom::Attribute& of = attribute(test.subject);
    doorstroom::GroupFactor::Member member;
    member.field = of.field;
    for (const std::string& value : test.values) {
      const auto code = std::ranges::find(of.values, value) - of.values.begin();
      member.codes |= std::uint64_t{1} << static_cast<unsigned>(code);
    }
    out.members.push_back(member);
  }
  return out;
}

StatusExit Compiler::exit(const Exit& in) {
  StatusExit out;
  out.id = in.id;
  out.kind = static_cast<doorstroom::ExitKind>(in.kind);
  for (const double rate : by_distance(in.per_month)) out.per_day.push_back(rate / days_per_month);
  out.by_unemployment = steps(in.by_time_unemployed);
  out.by_time_in_status = steps(in.by_time_in_status);
  for (const GroupFactor& factor : in.groups) out.groups.push_back(group(factor));
  out.to = destinations(in.to, "out");
  // Whoever leaves a status for a measure or for the rules does so as a jobseeker.
  for (doorstroom::Destination& place : out.to.places) {
    if (!place.status.exists()) place.status = out_.unemployed;
  }
  out.threshold = lane(Purpose::status_exit, in.id);
  out.destination = lane(Purpose::status_exit, in.id, 1);
  out.calendar = calendar(in);
  return out;
}

/// Calibration to the power of the elasticity, times the factor, by distance or for all.
std::vector<std::vector<CalendarFactor>> Compiler::calendar(const Exit& in) const {
  if (!in.calibration && !in.factor) return {};
  std::set<Day> days;
  for (const auto& path : {in.calibration, in.factor}) {
    if (!path) continue;
    for (const Day day : change_days(*path, in_.horizon)) days.insert(day);
  }
  const std::vector<double> powers =
      in.elasticity ? by_distance(*in.elasticity) : std::vector<double>{1.0};
  std::vector<std::vector<CalendarFactor>> calendar;
  for (const double power : powers) {
    std::vector<CalendarFactor>& factors = calendar.emplace_back();
    for (const Day day : days) {
      const double calibrated =
          in.calibration ? std::pow(value_on(*in.calibration, day), power) : 1.0;
      factors.push_back({day, calibrated * (in.factor ? value_on(*in.factor, day) : 1.0)});
    }
    factors.front().from = always;
  }
  return calendar;
}

void Compiler::exits() {
  for (const Exit& in : in_.labour_market.exits) {
    out_.statuses[status(in.from).position()].exits.push_back(exit(in));
  }
  for (doorstroom::Status& s : out_.statuses) {
    // Where two ways out are taken on one day, which one counts must not follow the file's order.
    std::ranges::sort(s.exits, {}, [](const StatusExit& way) { return way.threshold.value; });
    out_.uses.most_exits = std::max(out_.uses.most_exits, s.exits.size());
    // Who enters with it, or has it while in a measure, may go on from there.
    const auto gives_it = [&](const auto& item) { return item.status == s.id; };
    s.is_final = s.exits.empty() && !s.registered && std::ranges::none_of(in_.measures, gives_it) &&
                 std::ranges::none_of(in_.arrivals, gives_it) &&
                 std::ranges::none_of(in_.stock, gives_it);
  }
  out_.uses.thresholds = out_.uses.most_exits > 0 || !in_.labour_market.distance_drift.empty();
}

void Compiler::drift() {
  out_.spell_reset_days = whole_days_of(in_.labour_market.spell_reset_days.value);
  out_.drift_lane = lane(Purpose::drift);
  if (in_.labour_market.distance_drift.empty()) return;
  out_.drift.per_day.assign(classes(), 0.0);
  out_.drift.after.assign(classes(), 0);
  for (const Drift& in : in_.labour_market.distance_drift) {
    const auto at = std::ranges::find(in_.distance_classes, in.from) - in_.distance_classes.begin();
    const auto from = static_cast<std::size_t>(at);
    out_.drift.per_day[from] = in.per_month.value / days_per_month;
    out_.drift.after[from] = whole_days_of(in.after.days);
  }
}

/// A status is used if people enter with it or some way leads to it.
void Compiler::find_used_statuses() {
  const auto use = [&](StatusIndex index) {
    if (index.exists()) out_.statuses[index.position()].used = true;
  };
  const auto use_all = [&](const Destinations& places) {
    for (const doorstroom::Destination& place : places.places) use(place.status);
  };
  for (const Stream& stream : out_.streams) use(stream.reception.status);
  for (const StockCell& cell : out_.stock) use(cell.reception.status);
  for (const doorstroom::Measure& measure : out_.measures) {
    use(measure.status);
    use_all(measure.afterwards);
    use_all(measure.after_drop_out);
    for (const doorstroom::Phase& phase : measure.phases) use_all(phase.decision);
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (std::size_t s = 0; s < out_.statuses.size(); ++s) {
      if (!out_.statuses[s].used) continue;
      for (const StatusExit& exit : out_.statuses[s].exits) {
        for (const doorstroom::Destination& place : exit.to.places) {
          if (!place.status.exists() || out_.statuses[place.status.position()].used) continue;
          use(place.status);
          grown = true;
        }
      }
    }
  }
}

}  // namespace doorstroom::scenario
