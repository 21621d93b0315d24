#include "analysis/load.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/paper_walk.hpp"

namespace doorstroom {

namespace {

/// People a year into each measure, by distance class.
using Flows = std::vector<std::vector<double>>;

double total(const std::vector<double>& by_distance) {
  double sum = 0;
  for (const double flow : by_distance) sum += flow;
  return sum;
}

double of_distance(const std::vector<double>& values, unsigned distance, double otherwise) {
  if (values.empty()) return otherwise;
  return values.size() == 1 ? values.front() : values[distance];
}

/// Mean days in a stay that drop-out may end, and the share that reaches the end.
struct StayLife {
  double days = 0;
  double completes = 1;
};

StayLife life_of(const Stays& stays, const DropOut& drop_out, unsigned distance) {
  if (stays.empty()) return {};
  const StayTable& stay = stays.of(distance);
  const double hazard = of_distance(drop_out, distance, 0);
  if (hazard <= 0) return {stay.mean(), 1};
  constexpr int points = 1024;
  double completes = 0;
  for (int i = 0; i < points; ++i) {
    const double p = (i + 0.5) / points;
    completes += std::exp(-hazard * stay.days(static_cast<std::uint64_t>(p * 0x1.0p64)));
  }
  completes /= points;
  return {(1 - completes) / hazard, completes};
}

/// Is a phase without an end of its own?
bool is_endless(const Stays& stays, unsigned distance) {
  return !stays.empty() && stays.of(distance).is_endless();
}

/// Ways out of the status that people have in a measure, a day: they end an open phase.
double exits_per_day(const Model& model, const Measure& measure, unsigned distance) {
  const StatusIndex status = measure.status.exists() ? measure.status : model.unemployed;
  double per_day = 0;
  for (const StatusExit& exit : model.statuses[status.position()].exits) {
    const bool locked_in = exit.kind == ExitKind::job_finding;
    per_day += of_distance(exit.per_day, distance, 0) *
               (locked_in ? of_distance(measure.lock_in, distance, 1) : 1.0);
  }
  return per_day;
}

/// An open phase ends by drop-out and ways out, or else at the maximum of the measure (0: none).
StayLife life_without_end(double per_day, DayCount maximum) {
  if (maximum == 0) {
    return {per_day > 0 ? 1 / per_day : std::numeric_limits<double>::infinity(), 0};
  }
  if (per_day <= 0) return {static_cast<double>(maximum), 1};
  const double completes = std::exp(-per_day * maximum);
  return {(1 - completes) / per_day, completes};
}

StayLife life_of(const Model& model, const Measure& measure, unsigned distance) {
  StayLife whole;
  const auto add = [&](const StayLife& part) {
    if (whole.completes > 0) whole.days += whole.completes * part.days;
    whole.completes *= part.completes;
  };
  add(life_of(measure.start_delay, {}, distance));
  for (const Phase& phase : measure.phases) {
    if (is_endless(phase.stay, distance)) {
      const double per_day =
          of_distance(phase.drop_out, distance, 0) + exits_per_day(model, measure, distance);
      add(life_without_end(per_day, measure.max_duration));
      break;
    }
    add(life_of(phase.stay, phase.drop_out, distance));
    add(life_of(phase.gap, phase.gap_drop_out, distance));
  }
  return whole;
}

class LoadFinder final {
 public:
  explicit LoadFinder(const Model& model) : model_(model), rules_(model.rules) {}

  Loads go() {
    Loads loads;
    loads.limits_come_on_top =
        !model_.rules.age_limits.empty() || !model_.rules.unemployment_limits.empty();
    find_shares();
    const int last = civil(model_.horizon.end - 1).year;
    for (int year = civil(model_.horizon.start).year; year <= last; ++year) {
      const Flows flows = flows_in(year);
      for (std::size_t m = 0; m < model_.measures.size(); ++m) {
        add_loads(MeasureIndex(m), year, flows[m], loads);
      }
      if (year != last) continue;
      for (std::size_t m = 0; m < model_.measures.size(); ++m) {
        if (total(flows[m]) > 0) loads.outlooks.push_back(outlook(MeasureIndex(m), year, flows[m]));
      }
    }
    return loads;
  }

 private:
  /// For each stream the share of its people that goes to each measure, by distance.
  void find_shares() {
    constexpr std::size_t sample = 4000;
    shares_.assign(model_.streams.size(), no_flows());
    std::size_t number = 0;
    for (const SamplePerson& person : sample_people(model_, sample)) {
      ++number;
      if (person.source >= model_.streams.size()) continue;
      const Reception& reception = model_.streams[person.source].reception;
      const Walked walked = walk(model_, rules_, reception, person, {mix(77, number)});
      const unsigned distance = person.truth.code(model_.fields.distance);
      const auto note = [&](MeasureIndex measure) {
        shares_[person.source][measure.position()][distance] += 1.0 / sample;
      };
      for (const MeasureIndex service : walked.passed) note(service);
      if (walked.to.exists()) note(walked.to);
    }
  }

  [[nodiscard]] Flows no_flows() const {
    return Flows(model_.measures.size(), std::vector<double>(model_.fields.distance_classes, 0.0));
  }

  static double arrivals_in(const Stream& stream, int year) {
    const Day from = day_of(year, 1, 1);
    const Day until = day_of(year + 1, 1, 1);
    double people = 0;
    for (std::size_t i = 0; i < stream.rates.size(); ++i) {
      const Day end = i + 1 < stream.rates.size() ? stream.rates[i + 1].from : never;
      const Day first = std::max(i == 0 ? always : stream.rates[i].from, from);
      const DayCount days = std::min(end, until) - first;
      if (days > 0) people += stream.rates[i].per_day * days;
    }
    return people;
  }

  /// Streams first; then those who go on from one measure to the next, until that settles.
  Flows flows_in(int year) const {
    Flows direct = no_flows();
    for (std::size_t s = 0; s < model_.streams.size(); ++s) {
      const double people = arrivals_in(model_.streams[s], year);
      for (std::size_t m = 0; m < direct.size(); ++m) {
        for (std::size_t d = 0; d < direct[m].size(); ++d) {
          direct[m][d] += people * shares_[s][m][d];
        }
      }
    }
    Flows flows = direct;
    constexpr int rounds = 12;
    for (int round = 0; round < rounds; ++round) flows = passed_on(direct, flows, year);
    return flows;
  }

  Flows passed_on(const Flows& direct, const Flows& flows, int year) const {
    Flows next = direct;
    for (std::size_t m = 0; m < flows.size(); ++m) {
      const Measure& measure = model_.measures[m];
      const double wanted = demand(MeasureIndex(m), flows[m]);
      if (wanted <= 0) continue;
      const double served =
          std::min(1.0, tightest(MeasureIndex(m), year, flows[m]).second / wanted);
      for (unsigned d = 0; d < flows[m].size(); ++d) {
        const double ends = flows[m][d] * admitted(measure) * accepts(measure, d) * served *
                            life_of(model_, measure, d).completes;
        const Shares& shares = measure.afterwards.shares(d);
        for (std::size_t p = 0; p < measure.afterwards.places.size(); ++p) {
          const MeasureIndex to = measure.afterwards.places[p].measure;
          if (to.exists() && !measure.is_screening)
            next[to.position()][d] += ends * shares.share(p);
        }
      }
    }
    return next;
  }

  static double admitted(const Measure& measure) { return measure.engagement * measure.approval; }
  [[nodiscard]] double accepts(const Measure& measure, unsigned distance) const {
    return of_distance(model_.lists[measure.list].acceptance, distance, 1);
  }

  /// Starts a year that those who come would take.
  [[nodiscard]] double demand(MeasureIndex index, const std::vector<double>& flow) const {
    const Measure& measure = model_.measures[index.position()];
    double starts = 0;
    for (unsigned d = 0; d < flow.size(); ++d) starts += flow[d] * accepts(measure, d);
    return starts * admitted(measure);
  }

  /// A mean over those who come, by distance.
  template <class Value>
  static double mean_over(const std::vector<double>& flow, Value value) {
    double sum = 0;
    for (unsigned d = 0; d < flow.size(); ++d) {
      if (flow[d] > 0) sum += flow[d] * value(d);  // a stay may have no end
    }
    const double people = total(flow);
    return people > 0 ? sum / people : value(0);
  }

  static double level_on(const std::vector<LevelFrom>& path, Day day) {
    const auto after = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
    return after == path.begin() ? -1 : static_cast<double>(std::prev(after)->level);
  }

  /// Starts a year that a claim's resource allows if this measure has it to itself; negative where
  /// the resource does not exist.
  [[nodiscard]] double can_serve(const Measure& measure, const Claim& claim, int year,
                                 const std::vector<double>& flow) const {
    const Resource& resource = model_.resources[claim.resource.position()];
    const Day middle = std::clamp(day_of(year, 7, 1), model_.horizon.start, model_.horizon.end - 1);
    double level = 0;
    for (const Account& account : resource.accounts) {
      const double part = level_on(account.path, middle);
      if (part < 0) return -1;
      level += part;
    }
    const double amount = mean_over(flow, [&](unsigned d) {
      const auto& path = claim.amounts.size() == 1 ? claim.amounts[0] : claim.amounts[d];
      return level_on(path, middle);
    });
    if (amount <= 0) return std::numeric_limits<double>::infinity();
    const double days =
        mean_over(flow, [&](unsigned d) { return life_of(model_, measure, d).days; });
    if (resource.kind == ResourceKind::places) {
      return days > 0 ? level / amount * days_per_year / days : level / amount * days_per_year;
    }
    const double periods = 12.0 / resource.period_months;
    if (claim.charge == Charge::start) return level * periods / amount;
    return level / (amount * days / days_per_month);
  }

  [[nodiscard]] std::pair<ResourceIndex, double> tightest(MeasureIndex index, int year,
                                                          const std::vector<double>& flow) const {
    const Measure& measure = model_.measures[index.position()];
    std::pair<ResourceIndex, double> least{{}, std::numeric_limits<double>::infinity()};
    for (const Claim& claim : model_.lists[measure.list].claims) {
      if (!model_.resources[claim.resource.position()].binding) continue;
      const double starts = can_serve(measure, claim, year, flow);
      if (starts >= 0 && starts < least.second) least = {claim.resource, starts};
    }
    return least;
  }

  void add_loads(MeasureIndex index, int year, const std::vector<double>& flow,
                 Loads& loads) const {
    const Measure& measure = model_.measures[index.position()];
    for (const Claim& claim : model_.lists[measure.list].claims) {
      const double starts = can_serve(measure, claim, year, flow);
      if (starts < 0) continue;
      auto at = std::ranges::find_if(loads.resources, [&](const ResourceLoad& r) {
        return r.measure == index && r.resource == claim.resource;
      });
      if (at == loads.resources.end()) {
        loads.resources.push_back({index, claim.resource, {}});
        at = loads.resources.end() - 1;
      }
      at->years.push_back({year, demand(index, flow), starts});
    }
  }

  /// Share of those waiting who leave in a year without a place.
  [[nodiscard]] double leave_rate(const Measure& measure, unsigned distance) const {
    const ListModel& list = model_.lists[measure.list];
    double per_day = 0;
    if (!list.patience.empty()) per_day += 1 / std::max(1.0, list.patience.of(distance).mean());
    if (list.max_wait > 0) per_day += 1.0 / list.max_wait;
    for (const StatusExit& exit : model_.statuses[model_.unemployed.position()].exits) {
      per_day += of_distance(exit.per_day, distance, 0);
    }
    return per_day * days_per_year;
  }

  [[nodiscard]] ListOutlook outlook(MeasureIndex index, int year,
                                    const std::vector<double>& flow) const {
    const Measure& measure = model_.measures[index.position()];
    ListOutlook outlook;
    outlook.measure = index;
    outlook.year = year;
    const auto [resource, starts] = tightest(index, year, flow);
    outlook.tightest = resource;
    const double accept = mean_over(flow, [&](unsigned d) { return accepts(measure, d); });
    const double surplus = total(flow) * admitted(measure) - (accept > 0 ? starts / accept : 0);
    if (surplus <= 0) return outlook;
    const double leave = mean_over(flow, [&](unsigned d) { return leave_rate(measure, d); });
    outlook.kind = leave > 0 ? ListOutlook::Kind::settles : ListOutlook::Kind::only_grows;
    outlook.settles_at = leave > 0 ? surplus / leave : 0;
    return outlook;
  }

  const Model& model_;
  TableRules rules_;
  std::vector<Flows> shares_;  // by stream
};

}  // namespace

Loads loads_of(const Model& model) {
  return LoadFinder(model).go();
}

}  // namespace doorstroom
