#include "compare/side_by_side.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include <gmock/gmock.h>

#include "support/scenario_text.hpp"

namespace doorstroom::tests {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

/// Two worlds that have lived.
class Lived final {
 public:
  Lived(const std::string& base, const std::string& alternative)
      : base_(read(base).scenario), alternative_(read(alternative).scenario) {
    worlds_ = std::make_unique<SideBySide>(base_, std::vector<const Experiment*>{&alternative_}, 0);
    worlds_->live([] { return true; });
  }

  [[nodiscard]] const std::vector<Twin>& different() const { return worlds_->twins(0).different(); }
  [[nodiscard]] std::int64_t people_in_both() const { return worlds_->twins(0).people_in_both(); }
  [[nodiscard]] std::vector<Reach> reaches() const {
    std::vector<Reach> all;
    for (const Twin& twin : different()) all.push_back(twin.reach);
    return all;
  }
  /// Days from the start of the horizon on which somebody starts something, in a world.
  [[nodiscard]] std::vector<DayCount> starts(std::size_t twin, std::size_t world) const {
    std::vector<DayCount> days;
    for (const LifeStart& start : different()[twin].lives[world].sums.starts) {
      days.push_back(start.day - base_.model().horizon.start);
    }
    return days;
  }
  [[nodiscard]] const LifeSums& sums(std::size_t twin, std::size_t world) const {
    return different()[twin].lives[world].sums;
  }

 private:
  Experiment base_;
  Experiment alternative_;
  std::unique_ptr<SideBySide> worlds_;
};

/// A course of ten days with so many places; one person joins on each of five days.
std::string course(int places, const std::string& more = "", const std::string& of_course = "") {
  return in("2025-01-01", "2025-12-31",
            R"("arrivals": [)" +
                people_on("p",
                          {{"2025-01-01", 1},
                           {"2025-01-03", 1},
                           {"2025-01-05", 1},
                           {"2025-01-07", 1},
                           {"2025-01-09", 1}},
                          R"("refer_to": "course")") +
                R"(], "resources": [{"id": "places", "kind": "places", "level": )" +
                std::to_string(places) + R"(}],
      "measures": [{"id": "course", "needs": [{"resource": "places"}],
                    "phases": [{"id": "only", "duration": "10 days"}])" +
                of_course + "}]" + more);
}

TEST(SideBySide, FindsNobodyDifferentInTheSameWorld) {
  const Lived lived(course(1), course(1));
  EXPECT_THAT(lived.different(), IsEmpty());
  EXPECT_EQ(lived.people_in_both(), 5);
}

TEST(SideBySide, FollowsThoseWhomASecondPlaceReaches) {
  const Lived lived(course(1), course(2));
  // With one place they start on days 0, 10, 20, 30, 40; with two on 0, 2, 10, 12, 20.
  EXPECT_EQ(lived.people_in_both(), 5);
  ASSERT_THAT(lived.different(), SizeIs(4));
  EXPECT_THAT(lived.reaches(), Each(Reach::indirect));
  EXPECT_THAT(lived.starts(0, 0), ElementsAre(10));
  EXPECT_THAT(lived.starts(0, 1), ElementsAre(2));
  EXPECT_THAT(lived.starts(1, 0), ElementsAre(20));
  EXPECT_THAT(lived.starts(1, 1), ElementsAre(10));
  EXPECT_THAT(lived.starts(3, 0), ElementsAre(40));
  EXPECT_THAT(lived.starts(3, 1), ElementsAre(20));
  std::int64_t less_waiting = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    less_waiting += lived.sums(i, 0).days_waiting - lived.sums(i, 1).days_waiting;
  }
  EXPECT_EQ(less_waiting, 8 + 10 + 18 + 20);
}

TEST(SideBySide, TellsALongerCourseFromTheQueueBehindIt) {
  const std::string longer = with(course(1), R"("10 days")", R"("12 days")");
  const Lived lived(course(1), longer);
  // The first one's own course is longer; the others had to wait for that.
  ASSERT_THAT(lived.different(), SizeIs(5));
  EXPECT_THAT(lived.reaches(), ElementsAre(Reach::direct, Reach::indirect, Reach::indirect,
                                           Reach::indirect, Reach::indirect));
}

TEST(SideBySide, TellsAClassOfOnesOwnFromDisplacement) {
  const std::string attributes = R"(, "attributes": [{"id": "sort", "values": ["a", "b"]}])";
  const std::string priority =
      R"(, "waiting_list": {"priority": [{"id": "first", "when": {"sort": "b"}}]})";
  const auto two_sorts = [&](const std::string& of_course) {
    return with(
        course(1, attributes, of_course), R"("refer_to": "course")",
        R"("refer_to": "course", "people": {"attributes": {"sort": {"a": 0.5, "b": 0.5}}})");
  };
  const Lived lived(two_sorts(""), two_sorts(priority));
  // Those of sort b are in another class from the day they join; the others only wait for them.
  for (const Twin& twin : lived.different()) {
    const bool is_b = twin.lives[1].standing.profile.bits() != 0;
    EXPECT_EQ(twin.reach, is_b ? Reach::direct : Reach::indirect);
  }
  EXPECT_THAT(lived.different(), testing::Not(IsEmpty()));
}

TEST(SideBySide, KeepsThoseApartWhoHaveNoTwin) {
  const std::string one_more =
      with(course(1), R"("2025-01-10": 0)", R"("2025-01-10": 365, "2025-01-11": 0)");
  const Lived lived(course(1), one_more);
  ASSERT_THAT(lived.different(), SizeIs(1));
  EXPECT_EQ(lived.different().front().reach, Reach::alternative_only);
  EXPECT_THAT(lived.starts(0, 1), ElementsAre(50));
  EXPECT_EQ(lived.people_in_both(), 5);
  const Lived other_way(one_more, course(1));
  ASSERT_THAT(other_way.different(), SizeIs(1));
  EXPECT_EQ(other_way.different().front().reach, Reach::base_only);
}

TEST(SideBySide, KnowsWhatHasTheSameNameWhateverItsPlace) {
  const std::string before =
      with(course(1), R"("measures": [)",
           R"("measures": [{"id": "another", "phases": [{"id": "o", "duration": "3 days"}]}, )");
  EXPECT_THAT(Lived(course(1), before).different(), IsEmpty());
  EXPECT_THAT(Lived(before, course(1)).different(), IsEmpty());
}

TEST(SideBySide, CountsMoneyOfTheOneWhoStartsBecauseOfIt) {
  const auto paid = [](int places) {
    return with(course(places, ""), R"("needs": [{"resource": "places"}])",
                R"("needs": [{"resource": "places"}, {"resource": "money", "amount": 100},
                             {"resource": "monthly", "amount": 304.38, "per": "month"}])");
  };
  const auto with_money = [](std::string text) {
    return with(std::move(text), R"("resources": [)",
                R"("resources": [
                    {"id": "money", "kind": "budget", "payer": "work", "per_year": 100000},
                    {"id": "monthly", "kind": "budget", "payer": "work", "per_year": 100000}, )");
  };
  const std::string closes = R"("open": [{"from": "2025-01-01", "until": "2025-01-08"}], "needs")";
  const std::string base = with_money(paid(1));
  const std::string alternative = with(with_money(paid(2)), R"("needs")", closes);
  const std::string closed_base = with(base, R"("needs")", closes);
  const Lived lived(closed_base, alternative);
  // With two places the second one starts before the course closes: 100 euro, and ten days by the
  // month.
  ASSERT_FALSE(lived.different().empty());
  EXPECT_THAT(lived.starts(0, 0), IsEmpty());
  EXPECT_THAT(lived.starts(0, 1), ElementsAre(2));
  EXPECT_DOUBLE_EQ(lived.sums(0, 1).euro[0] - lived.sums(0, 0).euro[0],
                   100 + 10 * 304.38 / 30.4375);
}

}  // namespace
}  // namespace doorstroom::tests
