#include <algorithm>
#include <cmath>

#include "scenario/compiler.hpp"

namespace doorstroom::scenario {

namespace {

StayTable table_of(const Stay& stay) {
  const double mean = stay.mean.days;
  const auto made = [&]() -> StayTable {
    switch (stay.kind) {
      case Stay::Kind::fixed:
        return StayTable(mean);
      case Stay::Kind::open:
        return StayTable::endless();
      case Stay::Kind::exponential:
        return {exponential_quantile(mean), mean};
      case Stay::Kind::gamma: {
        const double sd = stay.sd ? stay.sd->days : mean / std::sqrt(stay.shape->value);
        return {gamma_quantile(mean, sd), mean};
      }
      case Stay::Kind::lognormal:
        return {lognormal_quantile(mean, stay.sd->days), mean};
      case Stay::Kind::weibull:
        return {weibull_quantile(mean, stay.shape->value), mean};
      case Stay::Kind::uniform: {
        const double low = stay.corners[0].days;
        const double high = stay.corners[1].days;
        return {uniform_quantile(low, high), (low + high) / 2};
      }
      case Stay::Kind::triangular: {
        const double low = stay.corners[0].days;
        const double top = stay.corners[1].days;
        const double high = stay.corners[2].days;
        return {triangular_quantile(low, top, high), (low + top + high) / 3};
      }
    }
    return StayTable(mean);
  };
  StayTable table = made();
  if (stay.min || stay.max) {
    table.clamp(stay.min ? stay.min->days : 0.0, stay.max ? stay.max->days : 1e9);
  }
  return table;
}

}  // namespace

std::vector<double> Compiler::by_distance(const ByDistance<Quantity>& table) const {
  if (table.classes.empty()) return {table.all.value};
  std::vector<double> values;
  for (const std::string& name : in_.distance_classes) {
    values.push_back(table.classes.at(name).value);
  }
  return values;
}

Stays Compiler::stays(const ByDistance<Stay>& stay) const {
  Stays stays;
  if (stay.classes.empty()) {
    stays.by_distance.push_back(table_of(stay.all));
    return stays;
  }
  for (const std::string& name : in_.distance_classes) {
    stays.by_distance.push_back(table_of(stay.classes.at(name)));
  }
  return stays;
}

Stays Compiler::stays(const std::optional<Stay>& stay) const {
  Stays stays;
  if (stay) stays.by_distance.push_back(table_of(*stay));
  return stays;
}

StatusIndex Compiler::status(const std::string& id) const {
  const auto at = std::ranges::find(in_.statuses, id, &Status::id);
  return at == in_.statuses.end()
             ? StatusIndex{}
             : StatusIndex(static_cast<std::size_t>(at - in_.statuses.begin()));
}

/// Measures come first, screening services after them.
MeasureIndex Compiler::measure_index(const std::string& id) const {
  const auto measure = std::ranges::find(in_.measures, id, &Measure::id);
  if (measure != in_.measures.end()) {
    return MeasureIndex(static_cast<std::size_t>(measure - in_.measures.begin()));
  }
  const auto service = std::ranges::find(in_.screening, id, &Screening::id);
  if (service == in_.screening.end()) return {};
  return MeasureIndex(in_.measures.size() +
                      static_cast<std::size_t>(service - in_.screening.begin()));
}

const doorstroom::Attribute& Compiler::attribute(const std::string& id) const {
  return *std::ranges::find(out_.attributes, id, &doorstroom::Attribute::id);
}

/// A status is where somebody stays. Where only a measure or the rules are named, people keep the
/// status they had before the measure they come from.
doorstroom::Destination Compiler::destination(const std::string& name) const {
  doorstroom::Destination place;
  if (name == "refer") {
    place.refer = true;
    return place;
  }
  place.status = status(name);
  if (place.status.exists()) {
    const Status& s = in_.statuses[place.status.position()];
    place.paid_work = s.paid_work != PaidWork::none;
    place.refer = s.registered && !in_.referral.empty();
  } else {
    place.measure = measure_index(name);
  }
  return place;
}

Destinations Compiler::destinations(const std::vector<Destination>& places,
                                    std::string_view rest_goes_to) const {
  Destinations all;
  bool has_rest = false;
  for (const Destination& place : places) {
    all.places.push_back(destination(place.to));
    if (place.p.rest) all.fallback = all.places.size() - 1;
    has_rest = has_rest || place.p.rest;
  }
  if (!has_rest) {  // may have a share of nothing, but misfits need somewhere to go
    all.places.push_back(destination(std::string(rest_goes_to)));
    all.fallback = all.places.size() - 1;
  }
  const bool by_class = std::ranges::any_of(
      places, [](const Destination& place) { return !place.p.p.classes.empty(); });
  for (std::size_t c = 0; c < (by_class ? classes() : 1); ++c) {
    std::vector<double> shares;
    double sum = 0;
    for (const Destination& place : places) {
      const std::vector<double> p = by_distance(place.p.p);
      shares.push_back(place.p.rest ? 0.0 : p.size() == 1 ? p.front() : p[c]);
      sum += shares.back();
    }
    if (!has_rest) shares.push_back(0);
    constexpr double rounding = 1e-9;
    shares[all.fallback] += 1 - sum > rounding ? 1 - sum : 0;
    all.by_distance.emplace_back(shares);
  }
  return all;
}

}  // namespace doorstroom::scenario
