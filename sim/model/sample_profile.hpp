// The attributes of a person, drawn from what is said about their source.
#pragma once

#include "model/people.hpp"
#include "random/luck.hpp"

namespace doorstroom {

/// Each attribute by inversion, in the order in which they depend on each other.
inline Profile sample_profile(const Sampler& sampler, const Luck& luck, LuckKey whose) {
  Profile profile;
  for (const AttributeSampler& attribute : sampler.attributes) {
    const Shares& shares = attribute.shares[profile.code(attribute.by)];
    const Draw draw = luck.draw(whose, attribute.lane);
    profile.set(attribute.target, static_cast<unsigned>(shares.pick(draw.first)));
  }
  return profile;
}

}  // namespace doorstroom
