#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "scenario/compiler.hpp"

namespace doorstroom::scenario {

namespace {

constexpr int phases_first = -1'000'000;  // a phase list outranks new starts
constexpr int unranked = 1'000'000;

DayCount whole_days_of(double days) {
  return static_cast<DayCount>(std::lround(days));
}

}  // namespace

/// A list has a lane for each combination of accounts that can serve its people.
void Compiler::list_cells(ListModel& list) const {
  std::map<unsigned, std::pair<ProfileField, unsigned>> fields;  // by place in the profile
  for (const Claim& claim : list.claims) {
    const doorstroom::Resource& resource = out_.resources[claim.resource.position()];
    if (resource.split_field.width > 0) {
      fields[resource.split_field.shift] = {resource.split_field,
                                            static_cast<unsigned>(resource.accounts.size())};
    }
    if (claim.amounts.size() > 1) {
      fields[out_.fields.distance.shift] = {out_.fields.distance, out_.fields.distance_classes};
    }
  }
  for (const auto& [place, field] : fields) {
    list.cell_fields.push_back(field.first);
    list.cell_sizes.push_back(field.second);
    list.cells *= field.second;
  }
}

std::size_t Compiler::list(const WaitingList& in, MeasureIndex measure, std::vector<Claim> claims,
                           const std::string& key) {
  ListModel out;
  out.kind = static_cast<doorstroom::ListKind>(in.kind);
  out.measure = measure;
  out.claims = std::move(claims);
  list_cells(out);
  PriorityRules priorities;
  for (const PriorityClass& priority : in.priority) {
    out.class_ids.push_back(priority.id);
    priorities.classes.push_back(condition(priority.when));
  }
  out.class_ids.emplace_back("other");
  out.classes = static_cast<unsigned>(out.class_ids.size());
  out.reviews_classes = !in.priority.empty();
  out.patience = stays(in.leave_after);
  out.patience_lane = lane(Purpose::patience, key);
  if (in.max_wait) {
    out.max_wait = std::max(1, whole_days_of(in.max_wait->after.days));
    out.refer_at_max_wait = in.max_wait->then == AfterWait::refer;
  }
  if (in.max_length) out.max_length = std::llround(in.max_length->value);
  if (in.accept_probability) out.acceptance = by_distance(*in.accept_probability);
  out.acceptance_lane = lane(Purpose::acceptance, key);
  out.refusal_pause = stays(in.refer_again_after_refusal);
  out.refusal_pause_lane = lane(Purpose::refusal_pause, key);
  out.lottery_lane = lane(Purpose::lottery, key);
  if (in.employer_choice) {
    out.employer_share = in.employer_choice->share.value;
    out.preference = by_distance(in.employer_choice->preference);
  }
  out.employer_lane = lane(Purpose::employer, key);
  out.rank = unranked;
  out_.uses.lists[static_cast<std::size_t>(out.kind)] = true;
  out_.lists.push_back(std::move(out));
  out_.rules.priority.push_back(std::move(priorities));
  return out_.lists.size() - 1;
}

void Compiler::lists() {
  const auto add = [&](const auto& in, std::size_t position) {
    doorstroom::Measure& measure = out_.measures[position];
    const std::string& key = in.key.empty() ? in.id : in.key;
    std::vector<Claim> at_start = measure.claims;
    const auto& first = measure.phases.front().claims;
    at_start.insert(at_start.end(), first.begin(), first.end());
    // What the measure and its first phase need of one resource stands together: it is asked for
    // together. Money paid by the month comes first, because it cannot come from a common pool.
    std::ranges::stable_sort(at_start, {}, [](const Claim& claim) {
      return std::pair(claim.resource, claim.charge == doorstroom::Charge::start);
    });
    measure.list = list(in.waiting_list, MeasureIndex(position), std::move(at_start), key);
  };
  for (std::size_t m = 0; m < in_.measures.size(); ++m) add(in_.measures[m], m);
  for (std::size_t s = 0; s < in_.screening.size(); ++s) {
    add(in_.screening[s], in_.measures.size() + s);
    out_.lists.back().kind = doorstroom::ListKind::screening;
    out_.uses.lists[static_cast<std::size_t>(doorstroom::ListKind::screening)] = true;
  }
  for (std::size_t m = 0; m < in_.measures.size(); ++m) {
    const std::string& key = in_.measures[m].key.empty() ? in_.measures[m].id : in_.measures[m].key;
    for (std::size_t p = 1; p < out_.measures[m].phases.size(); ++p) {
      doorstroom::Phase& phase = out_.measures[m].phases[p];
      if (phase.claims.empty()) continue;
      phase.list = list(WaitingList{}, MeasureIndex(m), phase.claims, key);
      ListModel& between = out_.lists.back();
      between.lottery_lane = lane(Purpose::lottery, key, static_cast<std::uint32_t>(p));
      between.kind = doorstroom::ListKind::phase;
      between.phase = PhaseIndex(p);
      between.rank = phases_first;
      out_.uses.lists[static_cast<std::size_t>(doorstroom::ListKind::phase)] = true;
    }
  }
}

/// A measure's best place in the order of any resource it needs.
void Compiler::ranks() {
  for (const Resource& resource : in_.resources) {
    for (std::size_t place = 0; place < resource.serves_first.size(); ++place) {
      const MeasureIndex measure = measure_index(resource.serves_first[place]);
      ListModel& list = out_.lists[out_.measures[measure.position()].list];
      list.rank = std::min(list.rank, static_cast<int>(place));
    }
  }
}

doorstroom::Condition Compiler::condition(const Condition& in) {
  doorstroom::Condition out;
  for (const Test& test : in.tests) {
    doorstroom::Test t;
    const auto bounds = [&](Fact fact, double unit) {
      t.fact = fact;
      if (test.min) t.min = whole_days_of(test.min->value * unit);
      if (test.below) t.below = whole_days_of(test.below->value * unit);
    };
    const bool of_history = test.subject == "coming_from" || test.subject == "has_been_in";
    if (test.subject == "age")
      bounds(Fact::age, days_per_year);
    else if (test.subject == "months_unemployed")
      bounds(Fact::time_unemployed, days_per_month);
    else if (test.subject == "months_waiting")
      bounds(Fact::time_waiting, days_per_month);
    else if (of_history) {
      t.fact = test.subject == "coming_from" ? Fact::coming_from : Fact::has_been_in;
      for (const std::string& id : test.values) t.measures.push_back(measure_index(id));
    } else {
      const doorstroom::Attribute& of = attribute(test.subject);
      t.field = of.field;
      for (const std::string& value : test.values) {
        const auto code = std::ranges::find(of.values, value) - of.values.begin();
        t.codes |= std::uint64_t{1} << static_cast<unsigned>(code);
      }
    }
    out.push_back(std::move(t));
  }
  return out;
}

/// The durations and ages at which a rule may begin or cease to hold.
void Compiler::note_limits(const doorstroom::Condition& condition) {
  for (const doorstroom::Test& test : condition) {
    std::vector<DayCount>* limits = test.fact == Fact::age ? &out_.rules.age_limits
                                    : test.fact == Fact::time_unemployed
                                        ? &out_.rules.unemployment_limits
                                        : nullptr;
    if (limits == nullptr) continue;
    if (test.min > 0) limits->push_back(test.min);
    if (test.below < std::numeric_limits<std::int32_t>::max()) limits->push_back(test.below);
  }
}

void Compiler::rules() {
  for (const ReferralRule& in : in_.referral) {
    doorstroom::ReferralRule out;
    out.id = in.id;
    out.when = condition(in.when);
    note_limits(out.when);
    std::vector<double> shares;
    double rest = 1;
    for (const ReferralChoice& choice : in.refer_to) {
      out.choices.push_back(measure_index(choice.to));  // "stay" is no measure
      const bool given = choice.share && !choice.share->rest;
      shares.push_back(given ? choice.share->p.all.value : 0.0);
      rest -= shares.back();
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const auto& share = in.refer_to[i].share;
      if (share && share->rest) shares[i] = std::max(0.0, rest);
    }
    out.in_order = in.choose == Choosing::in_order || in.refer_to.size() == 1;
    if (!out.in_order) out.shares = Shares(shares);
    if (in.if_list_too_long) {
      out.months_of_starts = in.if_list_too_long->months.value;
      out.then = static_cast<LongList>(in.if_list_too_long->then);
    }
    out.lane = lane(Purpose::referral, in.id);
    out_.rules.referral.push_back(std::move(out));
  }
  for (auto* limits : {&out_.rules.age_limits, &out_.rules.unemployment_limits}) {
    std::ranges::sort(*limits);
    limits->erase(std::unique(limits->begin(), limits->end()), limits->end());
  }
}

}  // namespace doorstroom::scenario
