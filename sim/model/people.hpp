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

/// Something that is known of a person when the next thing is drawn, and how far its codes are
/// apart in the table of shares.
struct Given {
  ProfileField field;
  std::uint32_t stride = 1;
};

/// Where the shares for a person stand in a table.
inline std::size_t place_of(const std::vector<Given>& given, Profile profile) {
  std::size_t place = 0;
  for (const Given& one : given) {
    place += static_cast<std::size_t>(profile.code(one.field)) * one.stride;
  }
  return place;
}

/// Draws one attribute, given those it depends on.
struct AttributeSampler {
  ProfileField target;
  std::vector<Given> given;    // empty: one entry in `shares`
  std::vector<Shares> shares;  // by combination of what is given
  Lane lane;
};

/// Whole days, each as likely as the others.
struct DayBand {
  DayCount from = 0;
  DayCount until = 0;  // the first that no longer belongs
};

/// Draws an age or a time unemployed, in days: a stay, or a band and a day within it.
struct DaysSampler {
  Stays stay;  // both empty: nobody has one
  std::vector<DayBand> bands;
  std::vector<Given> given;
  std::uint32_t stride_of_age = 0;  // of the band of age, where it depends on that
  std::vector<Shares> shares;       // of the bands, by combination of what is given
  [[nodiscard]] bool empty() const { return stay.empty() && bands.empty(); }
};

/// How the people of a source were made out of margins.
struct Synthesis {
  std::size_t margins = 0;
  std::size_t tables = 0;        // fitted apart from each other
  std::size_t cells = 0;         // of all of them
  std::size_t rounds = 0;        // of the one that took longest
  double largest_deviation = 0;  // of a share from the one given
};

/// What the people of a source are like.
struct Sampler {
  std::vector<AttributeSampler> attributes;  // in the order in which they depend on each other
  DaysSampler age;
  DaysSampler unemployed_for;
  Stays days_worked;  // before entry, towards a right to a benefit
  Synthesis synthesis;
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
