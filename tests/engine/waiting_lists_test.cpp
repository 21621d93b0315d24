#include "engine/waiting_lists.hpp"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>

#include "scenario/compile.hpp"
#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// One list with two classes; people by hand.
class WaitingListsTest : public testing::Test {
 protected:
  WaitingListsTest()
      : model_(scenario::compile(read(in("2025-01-01", "2026-01-01", R"(
            "stock": [{"id": "p", "people": 0}],
            "measures": [{"id": "m", "phases": [{"id": "a", "duration": "1 days"}],
                "waiting_list": {"priority": [
                    {"id": "old", "when": {"months_waiting": {"min": 6}}}]}}])"))
                                     .scenario)),
        people_(model_),
        lists_(model_, people_) {}

  Slot person(std::uint32_t ordinal) {
    return people_.add(PersonId::of(0, model_.horizon.start, ordinal));
  }
  Slot join(int day, std::uint32_t lottery, unsigned priority = 1) {
    const Slot slot = person(next_++);
    lists_.join(0, {slot, lottery, model_.horizon.start + day}, priority, never);
    return slot;
  }
  /// Slots in the order in which a lane is served; takes them off.
  std::vector<Slot> served(LaneIndex lane) {
    std::vector<Slot> order;
    while (const LaneEntry* first = lists_.lane(lane).front()) {
      order.push_back(first->slot);
      lists_.leave(first->slot, ListKind::trajectory);
    }
    return order;
  }

  Model model_;
  PeopleStore people_;
  WaitingLists lists_;
  std::uint32_t next_ = 0;
};

TEST_F(WaitingListsTest, ServesByDayThenByLottery) {
  const Slot a = join(3, 50);
  const Slot b = join(2, 90);
  const Slot c = join(3, 10);
  lists_.line_up();
  const Slot d = join(1, 99);
  const Slot e = join(3, 30);
  lists_.line_up();
  EXPECT_THAT(served(1), ElementsAre(d, b, c, e, a));
  EXPECT_EQ(lists_.length(0), 0);
}

TEST_F(WaitingListsTest, LetsPeopleLeaveBeforeAndAfterTheyAreLinedUp) {
  const Slot a = join(1, 1);
  const Slot b = join(1, 2);
  lists_.leave(a, ListKind::trajectory);
  lists_.line_up();
  const Slot c = join(2, 3);
  lists_.line_up();
  EXPECT_EQ(lists_.length(0), 2);
  lists_.leave(b, ListKind::trajectory);
  EXPECT_THAT(served(1), ElementsAre(c));
}

TEST_F(WaitingListsTest, PutsWhoChangesClassWhereTheirDayOfJoiningStands) {
  join(1, 1, 0);
  const Slot b = join(3, 1, 0);
  const Slot c = join(2, 1, 1);
  const Slot d = join(2, 2, 1);
  lists_.line_up();
  lists_.change_class(c, ListKind::trajectory, 0);
  lists_.line_up();
  EXPECT_EQ(lists_.class_of(people_.membership(c, ListKind::trajectory).lane), 0U);
  EXPECT_THAT(served(0), ElementsAre(0, c, b));
  EXPECT_THAT(served(1), ElementsAre(d));
}

TEST_F(WaitingListsTest, KeepsItsOrderThroughThousandsOfComingsAndGoings) {
  std::mt19937 random(1);
  std::vector<Slot> waiting;
  std::vector<std::pair<std::pair<int, std::uint32_t>, Slot>> expected;
  for (int day = 0; day < 300; ++day) {
    for (int i = 0; i < 20; ++i) {
      const auto lottery = static_cast<std::uint32_t>(random());
      const int joined = random() % 10 == 0 ? day / 2 : day;
      const Slot slot = join(joined, lottery);
      waiting.push_back(slot);
      expected.push_back({{joined, lottery}, slot});
    }
    lists_.line_up();
    for (int i = 0; i < 19; ++i) {
      const std::size_t at = random() % waiting.size();
      const Slot slot = waiting[at];
      lists_.leave(slot, ListKind::trajectory);
      std::erase(waiting, slot);
      std::erase_if(expected, [&](const auto& e) { return e.second == slot; });
    }
    ASSERT_EQ(lists_.length(0), static_cast<std::int64_t>(waiting.size()));
  }
  std::ranges::sort(expected);
  std::vector<Slot> order;
  for (const auto& [key, slot] : expected) order.push_back(slot);
  EXPECT_EQ(served(1), order);
}

TEST(WaitingLists, TurnAwayWhoWouldBeServedLastAboveTheMaximumLength) {
  // Five join on one day for one place and a list of two: two are turned away, by lottery.
  const Simulation s = simulate(
      in("2025-01-01", "2025-03-01",
         R"("arrivals": [)" +
             people_on("p", {{"2025-01-02", 5}, {"2025-01-05", 1}}, R"("refer_to": "m")") + R"(],
      "resources": [{"id": "seats", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "seats"}], "waiting_list": {"max_length": 2},
                    "phases": [{"id": "a", "duration": "20 days"}]}])"));
  std::vector<std::string> turned_away;
  for (const Told& t : s.events(EventKind::left_list)) {
    EXPECT_EQ(t.event.reason, Reason::full);
    turned_away.push_back(iso_date(t.day));
  }
  EXPECT_THAT(turned_away, ElementsAre("2025-01-02", "2025-01-02", "2025-01-05"));
  EXPECT_EQ(s.at("2025-01-31").length[0], 1);
}

std::string full_list(const std::string& rule, const std::string& list) {
  return in("2025-01-01", "2025-03-01",
            R"("arrivals": [)" + people_on("p", {{"2025-01-02", 3}}) +
                R"(], "referral": [{"id": "r", )" + rule + R"(}],
      "resources": [{"id": "seats", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "seats"}], "waiting_list": {)" +
                list + R"(},
                    "phases": [{"id": "a", "duration": "90 days"}]},
                   {"id": "other", "phases": [{"id": "a", "duration": "90 days"}]}])");
}

TEST(WaitingLists, LetNobodyWaitWhereTheirMaximumIsZero) {
  const Simulation alone = simulate(full_list(R"("refer_to": "m")", R"("max_length": 0)"));
  EXPECT_THAT(alone.events(EventKind::started), SizeIs(1));
  EXPECT_THAT(alone.events(EventKind::left_list), SizeIs(2));
  EXPECT_EQ(alone.at("2025-01-31").length[0], 0);
}

TEST(WaitingLists, SendThoseTurnedAwayToTheRulesNextChoice) {
  const Simulation s =
      simulate(full_list(R"("refer_to": [{"to": "m", "share": 1}, {"to": "other", "share": 0}])",
                         R"("max_length": 0)"));
  EXPECT_THAT(s.who(EventKind::started, "m"), SizeIs(1));
  EXPECT_THAT(s.who(EventKind::started, "other"), SizeIs(2));
}

TEST(WaitingLists, LeaveThoseTurnedAwayInBasicServicesWhereTheRuleSaysSo) {
  const Simulation s = simulate(full_list(
      R"("refer_to": [{"to": "m", "share": 1}, {"to": "other", "share": 0}],
         "if_list_too_long": {"months": 99, "then": "stay"})",
      R"("max_length": 0)"));
  EXPECT_THAT(s.who(EventKind::started, "other"), IsEmpty());
}

TEST(WaitingLists, JudgeTheirLengthByTheStartsOfTheLastTwelveMonths) {
  // Ten starts a month; on 1 May twenty wait, on the 4th thirty-one: more than three months.
  const Simulation s =
      simulate(in("2025-01-01", "2025-08-01",
                  R"("arrivals": [)" +
                      people_on("a",
                                {{"2025-01-02", 10},
                                 {"2025-02-02", 10},
                                 {"2025-03-02", 10},
                                 {"2025-04-02", 30},
                                 {"2025-05-02", 20}},
                                R"("refer_to": "m")") +
                      "," + people_on("r", {{"2025-05-01", 1}, {"2025-05-04", 1}}) + R"(],
      "referral": [{"id": "r", "refer_to": [{"to": "m", "share": 1}, {"to": "other", "share": 0}],
                    "if_list_too_long": {"months": 2.5}}],
      "resources": [{"id": "starts", "kind": "contingent", "per_month": 10}],
      "measures": [{"id": "m", "needs": [{"resource": "starts"}], "afterwards": "inactive",
                    "phases": [{"id": "a", "duration": "20 days"}]},
                   {"id": "other", "phases": [{"id": "a", "duration": "90 days"}]}])"));
  EXPECT_THAT(s.life("r:2025-05-01:0"), testing::Contains("2025-05-01 asked_referral r to m"));
  EXPECT_THAT(s.life("r:2025-05-04:0"), testing::Contains("2025-05-04 asked_referral r to other"));
}

TEST(WaitingLists, EndAWaitAtItsMaximumAndAskTheRulesAgain) {
  const std::string scenario =
      full_list(R"("refer_to": "m")", R"("max_wait": {"after": "10 days", "then": "WHAT"})");
  const Simulation refer = simulate(with(scenario, "WHAT", "refer"));
  EXPECT_THAT(refer.events(EventKind::left_list), SizeIs(2 * 5));  // every ten days until March
  const Simulation leave = simulate(with(scenario, "WHAT", "leave"));
  EXPECT_THAT(leave.events(EventKind::left_list), SizeIs(2));
}

TEST(WaitingLists, EndPatienceOnTheDayAPlaceComesFreeBeforeItIsGranted) {
  const Simulation s =
      simulate(in("2025-01-01", "2025-03-01",
                  R"("arrivals": [)" +
                      people_on("p", {{"2025-01-02", 1}, {"2025-01-05", 1}, {"2025-01-09", 1}},
                                R"("refer_to": "m")") +
                      R"(],
      "resources": [{"id": "seats", "kind": "places", "level": 1}],
      "measures": [{"id": "m", "needs": [{"resource": "seats"}],
                    "waiting_list": {"leave_after": "7 days"},
                    "phases": [{"id": "a", "duration": "10 days"}]}])"));
  EXPECT_THAT(s.who(EventKind::left_list), ElementsAre("2025-01-12 p:2025-01-05:0"));
  EXPECT_THAT(s.who(EventKind::started),
              ElementsAre("2025-01-02 p:2025-01-02:0", "2025-01-12 p:2025-01-09:0"));
}

TEST(WaitingLists, StartWithPatienceForNoDayWhoeverFindsAPlaceAtOnce) {
  const Simulation s = simulate(full_list(R"("refer_to": "m")", R"("leave_after": "0 days")"));
  EXPECT_THAT(s.who(EventKind::started), SizeIs(1));
  EXPECT_THAT(s.who(EventKind::left_list), SizeIs(2));
}

TEST(WaitingLists, ReferWhoRefusedAgainAfterAPause) {
  const Simulation s = simulate(full_list(R"("refer_to": "m")",
                                          R"("accept_probability": 0,
      "refer_again_after_refusal": "15 days")"));
  EXPECT_THAT(s.events(EventKind::asked_referral), SizeIs(3 * 4));  // 2, 17 January, 1, 16 February
  EXPECT_THAT(s.events(EventKind::left_list), SizeIs(3 * 4));
  EXPECT_THAT(s.events(EventKind::started), IsEmpty());
}

}  // namespace
}  // namespace doorstroom::tests
