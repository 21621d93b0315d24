#include "rules/conditions.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

bool within(const Test& test, DayCount value) {
  return test.min <= value && value < test.below;
}

bool holds(const Test& test, const KnownFacts& person) {
  switch (test.fact) {
    case Fact::attribute:
      return ((test.codes >> person.profile.code(test.field)) & 1U) != 0;
    case Fact::age:
      return within(test, person.age);
    case Fact::time_unemployed:
      return within(test, person.unemployed);
    case Fact::time_waiting:
      return within(test, person.waiting);
    case Fact::coming_from:
      return std::ranges::find(test.measures, person.coming_from) != test.measures.end();
    case Fact::has_been_in:
      return std::ranges::any_of(test.measures, [&](MeasureIndex measure) {
        return person.visits[measure.position()].began();
      });
  }
  return false;
}

}  // namespace

bool holds(const Condition& condition, const KnownFacts& person) {
  return std::ranges::all_of(condition, [&](const Test& test) { return holds(test, person); });
}

}  // namespace doorstroom
