// What people live on: by status, by measure, by the right their work gives, and until a limit.
#include <gmock/gmock.h>

#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string at(const std::string& id, const std::string& from, const std::string& to, int days) {
  return R"({"id": ")" + id + R"(", "from": ")" + from + R"(", "to": ")" + to +
         R"(", "per_month": 1000, "by_time_in_status": [{"below": ")" + std::to_string(days) +
         R"( days", "factor": 0}, {"factor": 1}]})";
}

/// One person with a statute, an age and a life; `more` are further members.
std::string world(const std::string& statute, int age, const std::string& more,
                  const std::string& profile = "") {
  return in("2025-01-01", "2031-01-01",
            R"(
      "benefits": {
        "statutes": [{"id": "none"}, {"id": "ui", "payer": "rva", "per_month": 1000,
                      "degressive": [{"below": "90 days", "factor": 1}, {"factor": 0.5}]},
                     {"id": "living_wage", "payer": "ocmw", "per_month": 800}, {"id": "wage"}],
        "right": {"to": "ui", "needs": [{"below_age": 36, "days": 312, "within": "21 months"},
                                        {"days": 468, "within": "33 months"}]} LIMIT },
      "statuses": [{"id": "unemployed", "registered": true, "unemployment": "runs",
                    "benefit": "right"},
                   {"id": "job_nec", "paid_work": "nec", "benefit": "wage"},
                   {"id": "sick", "unemployment": "frozen"}],
      "stock": [{"id": "p", "people": 1 IN, "profile": {"age": ")" +
                std::to_string(age) + R"( years", "attributes": {"benefit": {")" + statute +
                R"(": 1}} )" + profile + "}}],\n" + more);
}

std::string world_without_limit(const std::string& statute, int age, const std::string& more,
                                const std::string& profile = "") {
  return with(with(world(statute, age, more, profile), "LIMIT", ""), " IN,", ",");
}

std::vector<std::string> statutes(const Simulation& s) {
  std::vector<std::string> lines;
  for (const Told& told : s.events(EventKind::benefit_changed)) {
    lines.push_back(iso_date(told.day) + " " + line_of(*s.model, told.event));
  }
  return lines;
}

TEST(Benefits, FollowTheStatus) {
  const Simulation s = simulate(world_without_limit(
      "living_wage", 30,
      R"("labour_market": {"exits": [)" + at("job", "unemployed", "job_nec", 20) + "," +
          at("loss", "job_nec", "unemployed", 100) + "," + at("ill", "unemployed", "sick", 5000) +
          "]}"));
  const std::vector<std::string> found = statutes(s);
  ASSERT_GE(found.size(), 4U);
  EXPECT_EQ(found[0], "2025-01-01 benefit_changed living_wage");
  EXPECT_EQ(found[1], "2025-01-21 benefit_changed wage");
  EXPECT_EQ(found[2], "2025-05-01 benefit_changed living_wage");
  EXPECT_EQ(found[3], "2025-05-21 benefit_changed wage");
}

/// 312 days in a week of six are 365 days of the calendar; four jobs of 100 days with 20 days
/// between them lie within 21 months.
TEST(Benefits, GiveTheRightWhenEnoughDaysWereWorkedWithinThePeriod) {
  const std::string lives = R"("labour_market": {"exits": [)" +
                            at("job", "unemployed", "job_nec", 20) + "," +
                            at("loss", "job_nec", "unemployed", 100) + "]}";
  const auto first_right = [&](int age) {
    const Simulation s = simulate(world_without_limit("none", age, lives));
    for (const std::string& line : statutes(s)) {
      if (line.find("benefit_changed ui") != std::string::npos) return line;
    }
    return std::string("never");
  };
  EXPECT_EQ(first_right(25), "2026-04-26 benefit_changed ui");
  // Older people need 468 days (548 of the calendar) in 33 months; only four stretches count.
  EXPECT_EQ(first_right(45), "never");
}

TEST(Benefits, CountDaysWorkedBeforeEntry) {
  const Simulation s = simulate(world_without_limit(
      "none", 25,
      R"("labour_market": {"exits": [)" + at("job", "unemployed", "job_nec", 20) + "," +
          at("loss", "job_nec", "unemployed", 100) + "]}",
      R"(, "days_worked": "300 days")"));
  EXPECT_THAT(statutes(s), Contains("2025-05-01 benefit_changed ui"));
}

TEST(Benefits, EndThePhaseOnTheDayTheRightIsThere) {
  const std::string article60 = R"(
      "referral": [{"id": "r", "refer_to": "art60"}],
      "measures": [{"id": "art60", "benefit": "wage", "counts_as_work": true,
                    "phases": [{"id": "work", "duration": "48 months", "ends_with_right": true}],
                    "afterwards": [{"to": "sick", "p": 1}]}])";
  const auto text = with(world_without_limit("living_wage", 30, article60), R"("people": 1,)",
                         R"("people": 1, "refer": true,)");
  EXPECT_THAT(simulate(text).life("p:0"), Contains("2026-01-01 ended art60 365 completed"));
  const auto older = with(with(text, "30 years", "40 years"), "48 months", "24 months");
  EXPECT_THAT(simulate(older).life("p:0"), Contains(HasSubstr("ended art60 548 completed")));
  const auto capped = with(text, "48 months", "200 days");
  EXPECT_THAT(simulate(capped).life("p:0"), Contains("2025-07-20 ended art60 200 completed"));
}

TEST(Benefits, StandStillInMeasuresThatFreezeThem) {
  const std::string course = R"(
      "referral": [{"id": "r", "refer_to": "course"}],
      "measures": [{"id": "course", "freezes_degressivity": true,
                    "phases": [{"id": "c", "duration": "60 days"}],
                    "afterwards": [{"to": "unemployed", "p": 1}]}])";
  const Simulation s =
      simulate(with(world_without_limit("ui", 30, course, R"(, "unemployed_for": "50 days")"),
                    R"("people": 1,)", R"("people": 1, "refer": true,)"));
  const auto told = s.events(EventKind::benefit_changed);
  ASSERT_GE(told.size(), 3U);
  EXPECT_EQ(told[0].event.amount, 50);  // on entry
  EXPECT_EQ(told[1].event.other, 0);    // stands still from the same day
  EXPECT_EQ(told[1].event.amount, 50);
  EXPECT_EQ(iso_date(told[2].day), "2025-03-02");
  EXPECT_EQ(told[2].event.amount, 50);
  EXPECT_EQ(told[2].event.other, 1);
}

std::string limited(int age, const std::string& then) {
  std::string text = world("ui", age, R"("referral": [{"id": "r", "refer_to": "stay"}])",
                           R"(, "unemployed_for": "300 days")");
  return with(with(text, "LIMIT",
                   R"(, "limit": {"steps": [{"from": "2025-06-01", "after": "48 months"},
                                            {"from": "2026-01-01", "after": "24 months"}],
                                  "except": {"age": {"min": 55}}, "then": )" +
                       then + "}"),
              " IN,", ",");
}

TEST(Benefits, LastOnlySoLong) {
  // 300 days on the first day; 730.5 days are reached on 2026-03-08 (431 days later, rounded).
  const Simulation s = simulate(limited(30, R"([{"to": "living_wage", "p": 1}])"));
  EXPECT_THAT(statutes(s), Contains("2026-03-08 benefit_changed living_wage limit"));
}

TEST(Benefits, SpareWhomTheLimitExcepts) {
  const Simulation s = simulate(limited(55, R"([{"to": "living_wage", "p": 1}])"));
  EXPECT_THAT(statutes(s), Not(Contains(HasSubstr("limit"))));
}

TEST(Benefits, MayEndInAnotherStatus) {
  const Simulation s = simulate(limited(30, R"([{"to": "job_nec", "p": 1}])"));
  EXPECT_THAT(s.life("p:0"),
              Contains("2026-03-08 status_changed job_nec from unemployed 431 limit"));
}

TEST(Benefits, AreNothingWhereNoStatuteIsGiven) {
  const Simulation s = simulate(in("2025-01-01", "2026-01-01", R"(
      "stock": [{"id": "p", "people": 3}])"));
  EXPECT_EQ(s.events(EventKind::benefit_changed).size(), 0U);
}

}  // namespace
}  // namespace doorstroom::tests
