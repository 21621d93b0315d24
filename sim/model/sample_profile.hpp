// A person's attributes, age and time unemployed, drawn from what is said about their source.
#pragma once

#include "model/people.hpp"
#include "random/luck.hpp"
#include "random/rounding.hpp"

namespace doorstroom {

/// Each attribute by inversion, in the order in which they depend on each other.
inline Profile sample_profile(const Sampler& sampler, const Luck& luck, LuckKey whose) {
  Profile profile;
  for (const AttributeSampler& attribute : sampler.attributes) {
    const Shares& shares = attribute.shares[place_of(attribute.given, profile)];
    const Draw draw = luck.draw(whose, attribute.lane);
    profile.set(attribute.target, static_cast<unsigned>(shares.pick(draw.first)));
  }
  return profile;
}

/// Days of a stay or within a band, and which band.
struct SampledDays {
  DayCount days = 0;
  std::size_t band = 0;
};

inline SampledDays sample_days(const DaysSampler& sampler, Draw draw, Profile profile,
                               std::size_t band_of_age) {
  if (sampler.bands.empty()) {
    return {whole_days(sampler.stay.of(0).days(draw.first), draw.second), 0};
  }
  const std::size_t place = place_of(sampler.given, profile) + band_of_age * sampler.stride_of_age;
  const Shares& shares = sampler.shares[place];
  const std::size_t choice = shares.pick(draw.first);
  const DayBand& band = sampler.bands[choice];
  // From the same number, so that a band that grows lets people keep their order.
  const double day = shares.within(choice, draw.first) * (band.until - band.from);
  return {band.from + static_cast<DayCount>(day), choice};
}

/// Everything that is drawn about somebody on entry; what nothing is said about is 0.
struct SampledPerson {
  Profile profile;
  DayCount age = 0;
  DayCount unemployed = 0;
};

inline SampledPerson sample_person(const Sampler& sampler, const Luck& luck, LuckKey whose) {
  SampledPerson person{sample_profile(sampler, luck, whose)};
  SampledDays age;
  if (!sampler.age.empty()) {
    age = sample_days(sampler.age, luck.draw(whose, age_lane), person.profile, 0);
  }
  person.age = age.days;
  if (!sampler.unemployed_for.empty()) {
    person.unemployed = sample_days(sampler.unemployed_for, luck.draw(whose, unemployed_lane),
                                    person.profile, age.band)
                            .days;
  }
  return person;
}

}  // namespace doorstroom
