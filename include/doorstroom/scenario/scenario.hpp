// A scenario as written: the one file that planners and social partners argue over, after
// `extends` and `include` are resolved and everything left out has its default. Plain data;
// scenario/compile.hpp turns it into the Model that is simulated.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "doorstroom/scenario/benefits.hpp"
#include "doorstroom/scenario/labour_market.hpp"
#include "doorstroom/scenario/measures.hpp"
#include "doorstroom/scenario/people.hpp"
#include "doorstroom/scenario/resources.hpp"
#include "doorstroom/scenario/values.hpp"

namespace doorstroom::scenario {

/// Figures observed in reality, drawn beside the projection.
struct Observed {
  std::string indicator;
  std::string subject;
  std::map<std::string, Quantity> values;  // by date
};

/// What counts as going round in circles.
struct Carousel {
  std::int64_t durable_job_months = 6;
  std::int64_t window_months = 36;
  /// Attributes that people have at entry, by whose combinations the risk is told.
  std::vector<std::string> profile;
};

struct Output {
  /// For each indicator, the attributes by which it is broken down.
  std::map<std::string, std::vector<std::string>> breakdowns;
  std::vector<Observed> observed;
  /// Attributes whose groups are compared: who needs help, who joins, who starts.
  std::vector<std::string> equity;
  Carousel carousel;
};

/// Smallest share of the people that may be simulated: one person stands for ten thousand.
inline constexpr double smallest_scale = 0.0001;

struct Scenario {
  std::string name;
  Text title;
  Text description;
  Horizon horizon;
  std::uint64_t seed = 1;
  std::int64_t replications = 40;
  /// Share of the people that is simulated, in (0, 1]; results are given at full size.
  double scale = 1;
  std::vector<std::string> distance_classes;
  std::vector<Attribute> attributes;
  std::vector<Status> statuses;
  Benefits benefits;
  LabourMarket labour_market;
  std::vector<Arrivals> arrivals;
  std::vector<Stock> stock;
  std::vector<Resource> resources;
  std::vector<Screening> screening;
  std::vector<ReferralRule> referral;
  std::vector<Measure> measures;
  Output output;
};

}  // namespace doorstroom::scenario
