#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// People arrive who are near; screening takes all of them for far where `wrong` is 1.
std::string screened(const std::string& wrong, const std::string& rules, int people = 1) {
  return in("2025-01-01", "2025-07-01",
            R"("distance_classes": ["near", "far"],
               "screening": [{"id": "look", "duration": "2 days",
                              "sees": {"distance": {"one_class": )" +
                wrong + R"(}}}],
               "referral": [{"id": "new", "when": {"assessed_distance": "unknown"},
                             "refer_to": "look"}, )" +
                rules + R"(],
               "measures": [
                 {"id": "strong", "phases": [{"id": "a", "duration": "50 days"}]},
                 {"id": "light", "phases": [{"id": "a", "duration": "50 days"}]}],
               "arrivals": [)" +
                people_on("p", {{"2025-01-02", people}},
                          R"("people": {"attributes": {"distance": {"near": 1}}})") +
                "]");
}

const char* const by_class =
    R"({"id": "far", "when": {"assessed_distance": "far"}, "refer_to": "strong"},
       {"id": "near", "when": {"assessed_distance": "near"}, "refer_to": "light"})";

std::vector<std::string> ideals(const Simulation& s) {
  std::vector<std::string> lines;
  for (const Told& t : s.events(EventKind::ideal_referral)) {
    lines.push_back(iso_date(t.day) + " " + line_of(*s.model, t.event));
  }
  return lines;
}

TEST(IdealReferral, IsWhereTheRulesWouldSendWhoWasSeenAsTheyAre) {
  EXPECT_THAT(ideals(simulate(screened("1", by_class))),
              ElementsAre("2025-01-04 ideal_referral far to light not strong"));
  EXPECT_THAT(ideals(simulate(screened("0", by_class))),
              ElementsAre("2025-01-04 ideal_referral near to light not light"));
}

TEST(IdealReferral, MayBeNowhere) {
  const char* const far_only =
      R"({"id": "far", "when": {"assessed_distance": "far"}, "refer_to": "strong"})";
  EXPECT_THAT(ideals(simulate(screened("1", far_only))),
              ElementsAre("2025-01-04 ideal_referral far to nothing not strong"));
}

TEST(IdealReferral, HasTheSameLuckWhereAShareDecides) {
  // Far or near, half go here and half there: the mistake of screening then changes nothing.
  const char* const halves =
      R"({"id": "all", "refer_to": [{"to": "strong", "share": 0.5}, {"to": "light",
          "share": 0.5}]})";
  const Simulation s = simulate(screened("1", halves, 200));
  int to_strong = 0;
  for (const Told& t : s.events(EventKind::ideal_referral)) {
    EXPECT_EQ(t.event.other, t.event.amount) << s.name(t.person);
    to_strong += t.event.other == s.measure("strong") ? 1 : 0;
  }
  EXPECT_GT(to_strong, 0);
  EXPECT_LT(to_strong, 200);
}

TEST(IdealReferral, IsNotToldWhereNoRuleLooksAtWhatScreeningSees) {
  const Simulation s = simulate(with(screened("1", R"({"id": "rest", "refer_to": "light"})"),
                                     R"({"assessed_distance": "unknown"})",
                                     R"({"months_unemployed": {"min": 12}})"));
  EXPECT_THAT(s.events(EventKind::asked_referral), SizeIs(testing::Gt(0)));
  EXPECT_THAT(ideals(s), IsEmpty());
}

TEST(IdealReferral, LeavesUnknownWhatNobodyHasLookedAt) {
  const Simulation s = simulate(screened("1", by_class, 3));
  EXPECT_THAT(s.events(EventKind::asked_referral), SizeIs(6)) << "to screening, and after it";
  EXPECT_THAT(s.events(EventKind::ideal_referral), SizeIs(3)) << "only after it";
}

}  // namespace
}  // namespace doorstroom::tests
