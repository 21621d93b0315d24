// Walking synthetic people through screening and referral on paper: nobody waits, every list takes
// people, no day passes. What can be said about demand without simulating.
#pragma once

#include <vector>

#include "model/model.hpp"
#include "rules/table_rules.hpp"

namespace doorstroom {

/// A stream or stock group, as many sample people, each standing for `weight` real ones.
struct SamplePerson {
  Profile truth;     // latent attributes as they are, nothing assessed
  Profile assessed;  // as the screening on the way saw them
  DayCount age = 0;
  DayCount unemployed = 0;
  double weight = 0;  // people (stock) or people a year (streams)
  std::size_t source = 0;
};

/// Where someone ends up: the measure or service, and the services passed on the way.
struct Walked {
  MeasureIndex to;  // none: basic services
  std::uint16_t rule = 0xFFFF;
  std::vector<MeasureIndex> passed;
  Profile assessed;
};

/// Draws the sample people of all streams (of the first year) and stock groups.
std::vector<SamplePerson> sample_people(const Model& model, std::size_t each);

/// Walks one person from the reception of their source.
Walked walk(const Model& model, const TableRules& rules, const Reception& reception,
            const SamplePerson& person, LuckKey whose);

/// What rules may know of a sample person who has been in `visits` (by measure; kept by the caller)
/// and was assessed without error.
KnownFacts facts_without_error(const Model& model, const SamplePerson& person,
                               const std::vector<Visits>& visits);

}  // namespace doorstroom
