#include <algorithm>
#include <array>
#include <bit>

#include "population/chain.hpp"
#include "population/stationary_age.hpp"
#include "scenario/bands.hpp"
#include "scenario/compiler.hpp"
#include "scenario/synthesis.hpp"
#include "scenario/usual.hpp"

namespace doorstroom::scenario {

namespace {

std::uint64_t key_of(const std::string& key, const std::string& id) {
  return hash_of(key.empty() ? id : key);
}

}  // namespace

/// Lays the attributes out in the profile word; a latent one is followed by its assessed image,
/// whose code 0 means that nobody has looked yet.
void Compiler::attributes() {
  std::uint8_t shift = 0;
  const auto add = [&](const std::string& id, std::vector<std::string> values, bool latent,
                       bool registered) {
    doorstroom::Attribute attribute;
    attribute.id = id;
    const auto width = static_cast<std::uint8_t>(std::bit_width(values.size() - 1));
    // One with a single value takes no bits, also where all 64 are taken.
    attribute.field = {width == 0 ? std::uint8_t{0} : shift, width};
    attribute.values = std::move(values);
    attribute.latent = latent;
    attribute.registered = registered;
    shift = static_cast<std::uint8_t>(shift + attribute.field.width);
    out_.attributes.push_back(std::move(attribute));
    return out_.attributes.size() - 1;
  };
  for (const Attribute& in : in_.attributes) {
    const std::size_t at = add(in.id, in.values, in.latent, in.registered);
    if (!in.latent) continue;
    std::vector<std::string> seen{"unknown"};
    seen.insert(seen.end(), in.values.begin(), in.values.end());
    const std::size_t image = add("assessed_" + in.id, std::move(seen), false, true);
    out_.attributes[at].assessed = AttributeIndex(image);
  }
  out_.fields.distance = attribute(std::string(distance_attribute)).field;
  out_.fields.distance_classes = static_cast<unsigned>(classes());
}

namespace {

const AttributeShares* shares_of(const Scenario& in, const Profile& profile,
                                 const std::string& id) {
  const auto own = profile.attributes.find(id);
  if (own != profile.attributes.end()) return &own->second;
  const auto at = std::ranges::find(in.attributes, id, &Attribute::id);
  return at->shares ? &*at->shares : nullptr;
}

Shares shares_in_order(const std::vector<std::string>& values,
                       const std::map<std::string, Share>& given) {
  std::vector<double> shares(values.size(), 0.0);
  double sum = 0;
  std::size_t rest = values.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at = given.find(values[i]);
    if (at == given.end()) continue;
    if (at->second.rest)
      rest = i;
    else
      shares[i] = at->second.p.all.value;
    sum += shares[i];
  }
  if (rest < values.size()) shares[rest] = std::max(0.0, 1 - sum);
  return Shares(shares);
}

}  // namespace

namespace {

/// What is drawn before a column of a table stands in the profile, except a band of age.
struct Before {
  std::vector<Given> given;
  std::uint32_t stride_of_age = 0;

  /// One more column of so many values is drawn.
  void add(std::size_t values) {
    for (Given& one : given) one.stride *= static_cast<std::uint32_t>(values);
    stride_of_age *= static_cast<std::uint32_t>(values);
  }
};

}  // namespace

/// The attributes, ages and durations that margins speak of, each given those before it.
void Compiler::synthesise(const Profile& profile, Sampler& sampler) const {
  Synthesis& made = sampler.synthesis;
  made.margins = profile.margins.size();
  for (const SynthesisTable& table : synthesis_tables(profile, in_.attributes)) {
    const Fit fit = fit_margins(table.task);
    ++made.tables;
    made.cells += fit.cells.size();
    made.rounds = std::max(made.rounds, fit.rounds);
    made.largest_deviation = std::max(made.largest_deviation, fit.largest_deviation());
    auto chain = chain_of(fit.cells, table.task.sizes);
    Before before;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const SynthesisColumn& column = table.columns[c];
      if (!column.bands.empty()) {
        DaysSampler& days = column.id == age_column ? sampler.age : sampler.unemployed_for;
        days = {{}, column.bands, before.given, before.stride_of_age, std::move(chain[c])};
        before.add(column.bands.size());
        before.stride_of_age = 1;  // only time unemployed comes after
        continue;
      }
      const ProfileField field = attribute(column.id).field;
      sampler.attributes.push_back(
          {field, before.given, std::move(chain[c]), lane(Purpose::attribute, column.id)});
      before.add(column.values.size());
      before.given.push_back({field, 1});
    }
  }
}

Sampler Compiler::sampler(const Profile& profile) {
  Sampler sampler;
  synthesise(profile, sampler);
  std::vector<std::string> done;
  const auto add = [&](const auto& self, const std::string& id) -> void {
    if (std::ranges::find(done, id) != done.end() || is_in_margins(profile, id)) return;
    const AttributeShares* shares = shares_of(in_, profile, id);
    done.push_back(id);
    if (shares == nullptr) return;
    if (!shares->by.empty()) self(self, shares->by);
    const doorstroom::Attribute& target = attribute(id);
    AttributeSampler one;
    one.target = target.field;
    one.lane = lane(Purpose::attribute, id);
    if (shares->by.empty()) {
      one.shares.push_back(shares_in_order(target.values, shares->cases.at("")));
    } else {
      const doorstroom::Attribute& by = attribute(shares->by);
      one.given.push_back({by.field, 1});
      for (const std::string& value : by.values) {
        one.shares.push_back(shares_in_order(target.values, shares->cases.at(value)));
      }
    }
    sampler.attributes.push_back(std::move(one));
  };
  for (const Attribute& in : in_.attributes) add(add, in.id);
  if (profile.age) sampler.age.stay = stays(profile.age);
  if (profile.unemployed_for) sampler.unemployed_for.stay = stays(profile.unemployed_for);
  sampler.days_worked = stays(profile.days_worked);
  if (!sampler.age.empty()) out_.uses.age = true;
  return sampler;
}

std::vector<ArrivalRate> Compiler::rates(const Arrivals& arrivals) const {
  std::vector<Day> days = change_days(arrivals, in_.horizon);
  for (int m = month_number(in_.horizon.start) + 1; m <= month_number(in_.horizon.end - 1); ++m) {
    days.push_back(first_of_month(m));
  }
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::vector<ArrivalRate> rates;
  for (const Day day : days) {
    const CivilDate date = civil(day);
    const auto factor = arrivals.seasonality.find(std::string(month_names[date.month - 1]));
    ArrivalRate rate;
    rate.from = day;
    rate.per_day = people_a_year(arrivals, day) / days_in_year(date.year) *
                   (factor == arrivals.seasonality.end() ? 1.0 : factor->second.value);
    const bool same = !rates.empty() && rates.back().per_day == rate.per_day;
    if (same) continue;
    if (arrivals.variation == Variation::poisson) rate.counts = PoissonCounts(rate.per_day);
    rates.push_back(std::move(rate));
  }
  return rates;
}

void Compiler::streams() {
  for (const Arrivals& in : in_.arrivals) {
    Stream stream;
    stream.id = in.id;
    stream.key = key_of(in.key, in.id);
    stream.is_even = in.variation == Variation::even;
    stream.rates = rates(in);
    stream.people = sampler(in.people);
    stream.reception.status = status(in.status);
    stream.reception.refer_to = in.refer_to.empty() ? MeasureIndex{} : measure_index(in.refer_to);
    stream.reception.refer = in.refer_to.empty() && !in_.referral.empty();
    stream.reception.first_contact = stays(in.first_contact);
    out_.streams.push_back(std::move(stream));
  }
}

void Compiler::stock() {
  for (const Stock& in : in_.stock) {
    StockCell cell;
    cell.id = in.id;
    cell.key = key_of(in.key, in.id);
    cell.people = static_cast<std::uint32_t>(in.people.value);
    cell.profile = sampler(in.profile);
    cell.reception.status = status(in.status);
    cell.reception.refer = in.refer;
    cell.reception.first_contact = stays(in.first_contact);
    if (!in.waiting_for.empty()) cell.waiting_for = measure_index(in.waiting_for);
    if (!in.in.empty()) cell.in = measure_index(in.in);
    if (!in.assessed_by.empty()) cell.assessed_by = measure_index(in.assessed_by);
    cell.elapsed = in.length_biased ? Elapsed::length_biased
                   : in.elapsed     ? Elapsed::drawn
                                    : Elapsed::none;
    cell.elapsed_stay = stays(in.elapsed);
    out_.stock.push_back(std::move(cell));
  }
}

void Compiler::ages_of_stock() {
  for (StockCell& cell : out_.stock) {
    if (cell.elapsed != Elapsed::length_biased) continue;
    const doorstroom::Measure& measure = out_.measures[cell.in.position()];
    for (unsigned distance = 0; distance < classes(); ++distance) {
      cell.ages.push_back(stationary_age(measure, distance));
    }
  }
}

}  // namespace doorstroom::scenario
