#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Allocator, GrantsAPlaceOnTheDayItIsGivenBack) {
  const Simulation s = simulate(
      in("2025-01-01", "2025-03-01",
         R"("arrivals": [)" +
             people_on("p", {{"2025-01-02", 1}, {"2025-01-06", 1}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "places", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "places"}],
                    "phases": [{"id": "a", "duration": "7 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::ended, "m"),
              ElementsAre("2025-01-09 p:2025-01-02:0", "2025-01-16 p:2025-01-06:0"));
  EXPECT_THAT(s.who(EventKind::started, "m"),
              ElementsAre("2025-01-02 p:2025-01-02:0", "2025-01-09 p:2025-01-06:0"));
}

TEST(Allocator, LetsAStayOfNoNightsPassItsPlaceOnTheSameDay) {
  const Simulation s = simulate(
      in("2025-01-01", "2025-03-01",
         R"("arrivals": [)" + people_on("p", {{"2025-01-02", 5}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "places", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "places"}],
                    "phases": [{"id": "a", "duration": "0 days"}]}])"));
  EXPECT_THAT(s.events(EventKind::ended, "m"), SizeIs(5));
  for (const Told& t : s.events(EventKind::ended, "m")) EXPECT_EQ(iso_date(t.day), "2025-01-02");
}

TEST(Allocator, GrantsThePlaceOfANextPhaseOnTheDayAPhaseOfNoNightsEnds) {
  const Simulation s = simulate(
      in("2025-01-01", "2025-02-01",
         R"("arrivals": [)" +
             people_on("p", {{"2025-01-02", 1}, {"2025-01-31", 1}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "floor", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "phases": [
          {"id": "a", "duration": "0 days"},
          {"id": "b", "duration": "5 days", "needs": [{"resource": "floor"}]}]}])"));
  EXPECT_THAT(s.who(EventKind::phase_ended, "m"),
              ElementsAre("2025-01-02 p:2025-01-02:0", "2025-01-07 p:2025-01-02:0",
                          "2025-01-31 p:2025-01-31:0"));
  EXPECT_THAT(s.at("2025-01-31").accounts[0].used, one_place);
}

TEST(Allocator, GrantsOnTheSameDayThePlaceOfSomeoneWhoMovesOn) {
  // Someone in work-like activities waits for the only place in activation, and somebody else for
  // theirs. When the place in activation comes free on the 11th, so does theirs.
  const Simulation s = simulate(in("2025-01-01", "2025-02-01",
                                   R"(
      "stock": [{"id": "first", "people": 1, "in": "activation", "elapsed": "10 days"},
                {"id": "inside", "people": 1, "in": "activities", "refer": true}],
      "arrivals": [)" + people_on("p", {{"2025-01-05", 1}}, R"("refer_to": "activities")") +
                                       R"(],
      "resources": [{"id": "act", "kind": "places", "level": 1},
                    {"id": "work", "kind": "places", "level": 1}],
      "referral": [{"id": "on", "refer_to": "activation"}],
      "measures": [
        {"id": "activities", "needs": [{"resource": "work"}], "refers_on": true,
         "phases": [{"id": "a", "duration": "300 days"}]},
        {"id": "activation", "needs": [{"resource": "act"}], "afterwards": "inactive",
         "phases": [{"id": "a", "duration": "20 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::started, "activation"),
              ElementsAre("2025-01-01 first:0", "2025-01-11 inside:0"));
  EXPECT_THAT(s.who(EventKind::started, "activities"),
              ElementsAre("2025-01-01 inside:0", "2025-01-11 p:2025-01-05:0"));
}

TEST(Allocator, PassesAnOfferThatIsRefusedOnTheSameDay) {
  const Simulation s = simulate(
      in("2025-01-01", "2025-02-01",
         R"("arrivals": [)" + people_on("p", {{"2025-01-02", 20}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "places", "kind": "places", "level": 4}],
      "measures": [{"id": "m", "needs": [{"resource": "places"}],
                    "waiting_list": {"accept_probability": 0.5},
                    "phases": [{"id": "a", "duration": "90 days"}]}])"));
  EXPECT_THAT(s.events(EventKind::started, "m"), SizeIs(4));
  for (const Told& t : s.events(EventKind::started, "m")) EXPECT_EQ(iso_date(t.day), "2025-01-02");
  int refused = 0;
  for (const Told& t : s.events(EventKind::left_list, "m")) {
    refused += t.event.reason == Reason::refused ? 1 : 0;
  }
  EXPECT_GT(refused, 0);
}

TEST(Allocator, LetsAJointStartPassWhoeverIsBlockedElsewhere) {
  // "big" needs what is there once only together with what is not: it holds nothing meanwhile.
  const Simulation s =
      simulate(in("2025-01-01", "2025-02-01",
                  R"("arrivals": [)" + people_on("b", {{"2025-01-02", 1}}, R"("refer_to": "big")") +
                      "," + people_on("s", {{"2025-01-04", 1}}, R"("refer_to": "small")") + R"(],
      "resources": [{"id": "coach", "kind": "places", "level": 1},
                    {"id": "floor", "kind": "places", "level": {"2025-01-01": 0, "2025-01-20": 1}}],
      "measures": [{"id": "big", "needs": [{"resource": "coach"}, {"resource": "floor"}],
                    "phases": [{"id": "a", "duration": "5 days"}]},
                   {"id": "small", "needs": [{"resource": "coach"}],
                    "phases": [{"id": "a", "duration": "20 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::started),
              ElementsAre("2025-01-04 s:2025-01-04:0", "2025-01-24 b:2025-01-02:0"));
}

TEST(Allocator, ServesFirstTheMeasureThatAResourceNamesFirst) {
  const std::string scenario =
      in("2025-01-01", "2025-02-01",
         R"("arrivals": [)" + people_on("x", {{"2025-01-02", 1}}, R"("refer_to": "m1")") + "," +
             people_on("y", {{"2025-01-04", 1}}, R"("refer_to": "m2")") + R"(],
      "resources": [{"id": "coach", "kind": "places", ORDER
                     "level": {"2025-01-01": 0, "2025-01-10": 1}}],
      "measures": [{"id": "m1", "needs": [{"resource": "coach"}],
                    "phases": [{"id": "a", "duration": "5 days"}]},
                   {"id": "m2", "needs": [{"resource": "coach"}],
                    "phases": [{"id": "a", "duration": "5 days"}]}])");
  EXPECT_THAT(simulate(with(scenario, "ORDER", "")).who(EventKind::started),
              ElementsAre("2025-01-10 x:2025-01-02:0", "2025-01-15 y:2025-01-04:0"));
  EXPECT_THAT(
      simulate(with(scenario, "ORDER", R"("serves_first": ["m2"],)")).who(EventKind::started),
      ElementsAre("2025-01-10 y:2025-01-04:0", "2025-01-15 x:2025-01-02:0"));
}

TEST(Allocator, TakesMoreWherePeopleAreFartherAwayAndLetsOthersPass) {
  const Simulation s = simulate(
      in("2025-01-01", "2025-02-01",
         R"(
      "distance_classes": ["near", "far"],
      "arrivals": [)" +
             people_on("f", {{"2025-01-02", 1}},
                       R"("people": {"attributes": {"distance": {"far": 1}}}, "refer_to": "m")") +
             "," +
             people_on("n", {{"2025-01-04", 1}},
                       R"("people": {"attributes": {"distance": {"near": 1}}}, "refer_to": "m")") +
             R"(],
      "resources": [{"id": "coach", "kind": "places",
                     "level": {"2025-01-01": 1, "2025-01-15": 2}}],
      "measures": [{"id": "m",
                    "needs": [{"resource": "coach",
                               "amount": {"by_distance": {"near": 0.5, "far": 2}}}],
                    "phases": [{"id": "a", "duration": "5 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::started),
              ElementsAre("2025-01-04 n:2025-01-04:0", "2025-01-15 f:2025-01-02:0"));
}

TEST(Allocator, LetsOthersPassSomeoneWhoseDistanceGrewWhileWaiting) {
  // The first of the list drifts away and then needs more than there is.
  const Simulation s = simulate(
      in("2025-01-01", "2025-03-01",
         R"(
      "distance_classes": ["near", "far"],
      "labour_market": {"distance_drift": [{"from": "near", "per_month": 900, "after": "10 days"}]},
      "arrivals": [)" +
             people_on("p", {{"2025-01-02", 1}, {"2025-01-20", 1}},
                       R"("people": {"attributes": {"distance": {"near": 1}}}, "refer_to": "m")") +
             R"(],
      "resources": [{"id": "coach", "kind": "places",
                     "level": {"2025-01-01": 0, "2025-01-25": 1}}],
      "measures": [{"id": "m",
                    "needs": [{"resource": "coach",
                               "amount": {"by_distance": {"near": 1, "far": 2}}}],
                    "phases": [{"id": "a", "duration": "5 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::distance_changed), ElementsAre("2025-01-12 p:2025-01-02:0"));
  EXPECT_THAT(s.who(EventKind::started), ElementsAre("2025-01-25 p:2025-01-20:0"));
}

TEST(Allocator, SettlesTiesByLotteryAndNotByTheOrderOfArrival) {
  // Of thirty who join on one day, twelve are served; who they are must not follow the ordinal.
  int first_twelve = 0;
  constexpr int replications = 40;
  for (std::uint32_t r = 0; r < replications; ++r) {
    const Simulation s = simulate(
        in("2025-01-01", "2025-02-01",
           R"("arrivals": [)" + people_on("p", {{"2025-01-02", 30}}, R"("refer_to": "m")") + R"(],
        "resources": [{"id": "places", "kind": "places", "level": 12}],
        "measures": [{"id": "m", "needs": [{"resource": "places"}],
                      "phases": [{"id": "a", "duration": "90 days"}]}])"),
        r);
    ASSERT_THAT(s.events(EventKind::started), SizeIs(12));
    for (const Told& t : s.events(EventKind::started)) {
      first_twelve += t.person.ordinal() < 12 ? 1 : 0;
    }
  }
  // Hypergeometric: mean 4.8 a replication, variance 1.99.
  EXPECT_NEAR(first_twelve, 4.8 * replications, 4 * std::sqrt(1.99 * replications));
}

}  // namespace
}  // namespace doorstroom::tests
