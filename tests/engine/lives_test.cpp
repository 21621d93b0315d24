// The checks of lives find what is put wrong on purpose, and the variants are other scenarios:
// properties that cannot fail prove nothing.
#include "engine/lives.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "engine/variants.hpp"

namespace doorstroom::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Two places, five people, all of them served one after the other.
Simulation five_people() {
  return simulate(in("2025-01-01", "2026-01-01",
                     R"("arrivals": [)" +
                         people_on("p", {{"2025-01-02", 5}}, R"("refer_to": "m")") +
                         R"(],
      "resources": [{"id": "seats", "kind": "places", "level": 2}],
      "measures": [{"id": "m", "needs": [{"resource": "seats"}], "waiting_list": {"max_length": 9},
                    "phases": [{"id": "a", "duration": "20 days"},
                               {"id": "b", "duration": "5 days"}]}])"));
}

/// The same, with the first event of a kind that `which` names left out, doubled or changed.
template <class Change>
Simulation with_first(EventKind kind, Change change) {
  Simulation s = five_people();
  const auto is_it = [&](const Told& t) { return t.event.kind == kind; };
  change(s, std::ranges::find_if(s.told, is_it));
  return s;
}

Simulation without_first(EventKind kind) {
  return with_first(kind, [](Simulation& s, auto at) { s.told.erase(at); });
}

Simulation with_first_twice(EventKind kind) {
  return with_first(kind, [](Simulation& s, auto at) {
    const Told again = *at;
    s.told.insert(at, again);
  });
}

TEST(LifeChecks, FindNothingWrongWithWhatHappened) {
  EXPECT_EQ(impossible_in_a_life(five_people()), "");
  EXPECT_EQ(granted_beyond_capacity(five_people()), "");
  EXPECT_EQ(lost_or_doubled(five_people()), "");
}

TEST(LifeChecks, FindAnEventThatIsMissing) {
  for (const EventKind kind :
       {EventKind::entered, EventKind::joined, EventKind::started, EventKind::phase_started,
        EventKind::phase_ended, EventKind::ended}) {
    EXPECT_THAT(impossible_in_a_life(without_first(kind)), Not(IsEmpty())) << name_of(kind);
  }
}

TEST(LifeChecks, FindAnEventThatHappensTwice) {
  for (const EventKind kind :
       {EventKind::entered, EventKind::joined, EventKind::started, EventKind::phase_started,
        EventKind::phase_ended, EventKind::ended, EventKind::status_changed, EventKind::left}) {
    EXPECT_THAT(impossible_in_a_life(with_first_twice(kind)), Not(IsEmpty())) << name_of(kind);
  }
}

TEST(LifeChecks, FindANumberOfDaysThatTheDatesContradict) {
  for (const EventKind kind :
       {EventKind::started, EventKind::phase_ended, EventKind::ended, EventKind::status_changed}) {
    const Simulation s = with_first(kind, [](Simulation&, auto at) { ++at->event.amount; });
    EXPECT_THAT(impossible_in_a_life(s), Not(IsEmpty())) << name_of(kind);
  }
}

TEST(LifeChecks, FindAGrantWithoutAPlace) {
  EXPECT_THAT(granted_beyond_capacity(without_first(EventKind::ended)),
              HasSubstr("3000 of seats in use, 2000 there"));
}

TEST(LifeChecks, FindPeopleWhoAreLost) {
  EXPECT_THAT(lost_or_doubled(without_first(EventKind::joined)), Not(IsEmpty()));
  EXPECT_THAT(lost_or_doubled(without_first(EventKind::entered)), Not(IsEmpty()));
  EXPECT_THAT(lost_or_doubled(with_first_twice(EventKind::entered)), Not(IsEmpty()));
}

TEST(Variants, AreOtherScenarios) {
  int policies = 0;
  int orders = 0;
  constexpr int seeds = 4;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Json scenario = random_scenario(seed, ~0U);
    const Lived base = live(scenario);
    const Day middle = base.simulation.model->horizon.start + 150;
    policies += difference(base, live(with_policy_from(scenario, middle))).empty() ? 0 : 1;
    orders += in_another_order(scenario, seed).dump() == scenario.dump() ? 0 : 1;
    EXPECT_THAT(difference(base, live(with_unused(scenario))), Not(IsEmpty()));
    EXPECT_THAT(difference(base, live(scenario, 1)), Not(IsEmpty()));
  }
  EXPECT_EQ(policies, seeds);
  EXPECT_GE(orders, seeds - 1);
}

}  // namespace
}  // namespace doorstroom::tests
