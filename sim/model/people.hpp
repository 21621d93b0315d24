// Where people come from: streams of arrivals and the stock at the start. Who somebody is does not
// depend on any policy: a person is (source, day, ordinal).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "model/measure.hpp"
#include "model/profile.hpp"
#include "random/address.hpp"
#include "random/poisson.hpp"
#include "random/shares.hpp"

namespace doorstroom {

/// Identity of a person: which source, which day, the how-manieth of that day.
struct PersonId {
  std::uint64_t bits = ~std::uint64_t{0};

  static constexpr PersonId of(std::size_t source, Day day, std::uint32_t ordinal) {
    return {(static_cast<std::uint64_t>(source) << 48U) |
            (static_cast<std::uint64_t>(day.since_epoch & 0xFFFFF) << 28U) |
            (ordinal & 0xFFFFFFFU)};
  }
  [[nodiscard]] constexpr std::size_t source() const { return bits >> 48U; }
  [[nodiscard]] constexpr Day day() const {
    return {static_cast<std::int32_t>((bits >> 28U) & 0xFFFFFU)};
  }
  [[nodiscard]] constexpr std::uint32_t ordinal() const {
    return static_cast<std::uint32_t>(bits & 0xFFFFFFFU);
  }
  friend constexpr auto operator<=>(PersonId, PersonId) = default;
};

inline constexpr std::uint32_t most_people_of_a_day = 0xFFFFFFF;

/// Draws one attribute, given the code of another one where it depends on it.
struct AttributeSampler {
  ProfileField target;
  ProfileField by;  // width 0: one entry in `shares`
  std::vector<Shares> shares;
  Lane lane;
};

/// What the people of a source are like.
struct Sampler {
  std::vector<AttributeSampler> attributes;  // in the order in which they depend on each other
  Stays age;                                 // days; empty: nobody has an age
  Stays unemployed_for;
  Stays days_worked;  // before entry, towards a right to a benefit
};

/// What happens to somebody on entry.
struct Reception {
  StatusIndex status;
  MeasureIndex refer_to;  // none: see `refer`
  bool refer = false;     // the referral rules decide
  Stays first_contact;
};

/// A month's arrival rate.
struct ArrivalRate {
  Day from;
  double per_day = 0;
  PoissonCounts counts{0};
};

struct Stream {
  std::string id;
  std::uint64_t key = 0;
  bool is_even = false;            // no chance in the daily numbers
  std::vector<ArrivalRate> rates;  // by day, from the start of the horizon
  Sampler people;
  Reception reception;
};

/// How the time already spent by someone in the stock is found.
enum class Elapsed : std::uint8_t { none, drawn, length_biased };

/// How far people met at the start of an arbitrary day are in a measure: the stage (phase 0, gap 0,
/// phase 1, ...) and the days since they began it, both as shares.
struct StationaryAge {
  Shares stage;
  std::vector<Shares> days;      // by stage; choice d means d + 1 days
  std::vector<DayCount> before;  // mean days in the stages before, by stage
};

struct StockCell {
  std::string id;
  std::uint64_t key = 0;
  std::uint32_t people = 0;
  Sampler profile;
  Reception reception;
  MeasureIndex waiting_for;
  MeasureIndex in;
  MeasureIndex assessed_by;
  Elapsed elapsed = Elapsed::none;
  Stays elapsed_stay;
  std::vector<StationaryAge> ages;  // by distance class, where `elapsed` is length-biased
};

inline constexpr Lane age_lane = lane(Purpose::birth, "age");
inline constexpr Lane unemployed_lane = lane(Purpose::elapsed, "unemployed");
inline constexpr Lane worked_lane = lane(Purpose::elapsed, "worked");
inline constexpr Lane elapsed_lane = lane(Purpose::elapsed, "stay");
inline constexpr Lane assessed_lane = lane(Purpose::elapsed, "assessment");
inline constexpr Lane elapsed_part_lane = lane(Purpose::elapsed, "part");
inline constexpr Lane first_contact_lane = lane(Purpose::first_contact);
inline constexpr Lane arrival_lane = lane(Purpose::arrival_count);

}  // namespace doorstroom
