// A scenario compiled for simulation: plain tables, no names to look up, no file format. Immutable
// and shared by all replications.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "doorstroom/calendar.hpp"

#include "model/benefits.hpp"
#include "model/measure.hpp"
#include "model/people.hpp"
#include "model/profile.hpp"
#include "model/referral.hpp"
#include "model/resource.hpp"
#include "model/status.hpp"

namespace doorstroom {

/// Attributes that the engine itself looks at.
struct KnownFields {
  ProfileField distance;
  unsigned distance_classes = 1;
};

struct Model {
  Horizon horizon;
  std::uint64_t seed = 1;
  std::vector<Attribute> attributes;
  KnownFields fields;
  std::vector<Status> statuses;
  BenefitModel benefits;
  Drift drift;
  Lane drift_lane;
  DayCount spell_reset_days = 91;
  std::vector<Stream> streams;
  std::vector<StockCell> stock;
  std::vector<Resource> resources;
  std::vector<Measure> measures;
  std::vector<ListModel> lists;
  std::vector<CumulatedLimit> cumulated;
  RuleTable rules;
  StatusIndex unemployed;
  StatusIndex out;
  StatusIndex ocmw;  // clients of an OCMW who are not registered

  /// Which parts of a person's record this model needs at all.
  struct Uses {
    bool age = false;
    bool thresholds = false;     // any hazard
    bool after_effects = false;  // any post effect or aftercare
    bool validity = false;       // assessments that expire
    std::size_t most_exits = 0;  // of one status
    std::array<bool, list_kinds> lists{};
  } uses;

  /// The key of a person's luck.
  [[nodiscard]] LuckKey luck_key(PersonId id) const {
    const std::size_t source = id.source();
    const std::uint64_t key =
        source < streams.size() ? streams[source].key : stock[source - streams.size()].key;
    return {mix(key, (static_cast<std::uint64_t>(id.day().since_epoch) << 32U) | id.ordinal())};
  }
  [[nodiscard]] const std::string& source_name(PersonId id) const {
    const std::size_t source = id.source();
    return source < streams.size() ? streams[source].id : stock[source - streams.size()].id;
  }
};

/// "advice:2019-03-12:4" for someone who arrived, "waiting:17" for someone who was there.
std::string to_text(const Model& model, PersonId id);

}  // namespace doorstroom
