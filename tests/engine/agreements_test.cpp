// What happens between the phases of an agreement, and who has been assessed before the start.
#include <cmath>

#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr int people = 2000;

Simulation with_changes(double probability, double drop_out) {
  return simulate(in("2025-01-01", "2026-01-01",
                     R"(
      "stock": [{"id": "p", "people": 2000, "refer": true}],
      "referral": [{"id": "r", "refer_to": "m"}],
      "measures": [{"id": "m", "after_drop_out": "sick",
        "counsellor_change": {"probability": )" +
                         std::to_string(probability) + R"(, "drop_out": )" +
                         std::to_string(drop_out) + R"(},
        "phases": [{"id": "a", "duration": "10 days"}, {"id": "b", "duration": "10 days"},
                   {"id": "c", "duration": "10 days"}]}])"));
}

TEST(Agreements, LosePeopleWhenAnotherCounsellorTakesOver) {
  const Simulation s = with_changes(0.35, 0.2);
  int dropped = 0;
  for (const Told& told : s.events(EventKind::ended)) {
    dropped += told.event.reason == Reason::dropped_out ? 1 : 0;
  }
  // Two passages, each with 0.35 x 0.2 of losing somebody.
  const double stays = std::pow(1 - 0.35 * 0.2, 2);
  EXPECT_NEAR(dropped / double{people}, 1 - stays, 4 * std::sqrt(stays * (1 - stays) / people));
  const double passages = people * (1 + (1 - 0.35 * 0.2));
  EXPECT_NEAR(static_cast<double>(s.events(EventKind::counsellor_changed).size()), 0.35 * passages,
              4 * std::sqrt(0.35 * 0.65 * passages));
}

TEST(Agreements, LoseNobodyWithOneFixedCounsellor) {
  const Simulation s = with_changes(0, 1);
  EXPECT_TRUE(s.events(EventKind::counsellor_changed).empty());
  for (const Told& told : s.events(EventKind::ended)) {
    EXPECT_EQ(told.event.reason, Reason::completed);
  }
}

std::string three_phases(const std::string& least) {
  return in("2025-01-01", "2026-01-01",
            R"(
      "stock": [{"id": "p", "people": 1, "refer": true}],
      "referral": [{"id": "r", "refer_to": "m"}],
      "resources": [{"id": "floor", "kind": "places", "level": {"2025": 0, "2025-07-01": 1}}],
      "measures": [{"id": "m", )" +
                least + R"(
        "phases": [{"id": "a", "duration": "10 days"},
                   {"id": "b", "duration": "10 days", "needs": [{"resource": "floor"}],
                    "wait_at_most": "20 days", "without_place": "skip"},
                   {"id": "c", "duration": "10 days"}]}])");
}

TEST(Agreements, SkipAPhaseOnlyIfEnoughPhasesRemain) {
  EXPECT_THAT(simulate(three_phases("")).life("p:0"),
              Contains(HasSubstr("2025-01-31 phase_skipped m b")));
  EXPECT_THAT(simulate(three_phases(R"("least_phases": 2,)")).life("p:0"),
              Contains(HasSubstr("2025-01-31 phase_skipped m b")));
  EXPECT_THAT(simulate(three_phases(R"("least_phases": 3,)")).life("p:0"),
              Contains(HasSubstr("2025-07-01 phase_started m b")));
}

std::string assessed(const std::string& more, const std::string& error) {
  return in("2025-01-01", "2026-01-01",
            R"(
      "distance_classes": ["near", "far"],
      "attributes": [{"id": "office", "values": ["a", "b"], "shares": {"a": 0.5, "b": 0.5}}],
      "stock": [{"id": "p", "people": 4000, "refer": true, )" +
                more + R"(
                 "profile": {"attributes": {"distance": {"near": 1}}}}],
      "screening": [{"id": "look", "duration": "1 day", "valid_for": "100 days",
                     "sees": {"distance": )" +
                error + R"(}}],
      "referral": [{"id": "unknown", "when": {"assessed_distance": "unknown"}, "refer_to": "look"},
                   {"id": "rest", "refer_to": "stay"}])");
}

TEST(Assessments, BeforeTheStartSpareAQueueOnTheFirstDay) {
  const Simulation fresh = simulate(assessed("", R"({"one_class": 0.1})"));
  EXPECT_EQ(fresh.events(EventKind::joined, "look").size(), 2U * 4000 + 2U * 4000);
  const Simulation known = simulate(assessed(R"("assessed_by": "look",)", R"({"one_class": 0.1})"));
  EXPECT_THAT(known.who(EventKind::joined, "look"), Not(Contains(HasSubstr("2025-01-01"))));
  // What is left of 100 days is uniform: half of them must be looked at within 50 days.
  int early = 0;
  for (const Told& told : known.events(EventKind::joined, "look")) {
    early += told.day < day_of(2025, 2, 20) ? 1 : 0;
  }
  EXPECT_NEAR(early / 4000.0, 0.5, 4 * std::sqrt(0.25 / 4000));
}

TEST(Assessments, DifferBetweenOffices) {
  const Simulation s = simulate(
      assessed("", R"({"one_class": 0.2, "differs_by": "office", "factors": {"a": 0.5, "b": 2}})"));
  std::array<double, 2> wrong{};
  std::array<double, 2> all{};
  ProfileField field;
  for (const Attribute& attribute : s.model->attributes) {
    if (attribute.id == "office") field = attribute.field;
  }
  for (const Told& told : s.events(EventKind::assessed)) {
    const unsigned where = told.event.profile.code(field);
    ++all[where];
    wrong[where] += told.event.other != static_cast<unsigned>(told.event.amount) + 1 ? 1 : 0;
  }
  EXPECT_NEAR(wrong[0] / all[0], 0.1, 4 * std::sqrt(0.1 * 0.9 / all[0]));
  EXPECT_NEAR(wrong[1] / all[1], 0.4, 4 * std::sqrt(0.4 * 0.6 / all[1]));
}

}  // namespace
}  // namespace doorstroom::tests
