// The shipped population of Flanders has the shares that its sources give.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "doorstroom/load.hpp"

#include "model/sample_profile.hpp"
#include "scenario/compile.hpp"

namespace doorstroom {
namespace {

/// Are the people of a group non-working jobseekers, in a measure or not?
bool are_jobseekers(const Model& model, const StockCell& cell) {
  const StatusIndex status = cell.in.exists() && model.measures[cell.in.position()].status.exists()
                                 ? model.measures[cell.in.position()].status
                                 : cell.reception.status;
  const Status& s = model.statuses[status.position()];
  return s.registered && s.paid_work == PaidWork::none;
}

class FlandersTest : public testing::Test {
 protected:
  static constexpr int sample = 100'000;

  void SetUp() override {
    loaded_ = load_scenario(std::string(DOORSTROOM_TOP) + "/scenarios/flanders-2017.json");
    model_ = scenario::compile(loaded_.scenario);
    for (const StockCell& cell : model_.stock) {
      if (are_jobseekers(model_, cell)) jobseekers_ += cell.people;
    }
    const Luck luck(7, 0);
    for (const StockCell& cell : model_.stock) {
      if (!are_jobseekers(model_, cell)) continue;
      const auto of_them = std::lround(sample * static_cast<double>(cell.people) / jobseekers_);
      for (int i = 0; i < of_them; ++i) {
        const LuckKey whose{mix(cell.people, static_cast<unsigned>(i))};
        people_.push_back(sample_person(cell.profile, luck, whose));
      }
    }
  }

  /// Share of the sample for which something holds, and its distance from what it should be, in
  /// standard errors.
  template <class Holds>
  double deviation(double expected, Holds holds) const {
    const auto number = static_cast<double>(std::ranges::count_if(people_, holds));
    const auto all = static_cast<double>(people_.size());
    return (number / all - expected) / std::sqrt(expected * (1 - expected) / all);
  }

  unsigned code(const SampledPerson& person, std::string_view attribute) const {
    for (const Attribute& a : model_.attributes) {
      if (a.id == attribute) return person.profile.code(a.field);
    }
    return ~0U;
  }

  LoadedScenario loaded_;
  Model model_;
  double jobseekers_ = 0;
  std::vector<SampledPerson> people_;
};

constexpr double chance = 5;  // standard errors

TEST_F(FlandersTest, HasTheJobseekersOf2017ByDuration) {
  EXPECT_EQ(jobseekers_, 215'562);
  const auto between = [](int from, int until) {
    return [from, until](const SampledPerson& p) {
      return p.unemployed >= std::lround(from * days_per_month) &&
             p.unemployed < std::lround(until * days_per_month);
    };
  };
  EXPECT_LT(std::abs(deviation(0.521, between(0, 12))), chance);
  EXPECT_LT(std::abs(deviation(0.170, between(12, 24))), chance);
  EXPECT_LT(std::abs(deviation(0.309, between(24, 240))), chance);
}

TEST_F(FlandersTest, HasTheirAttributes) {
  const auto is = [&](std::string_view attribute, unsigned value) {
    return [this, attribute, value](const SampledPerson& p) { return code(p, attribute) == value; };
  };
  const double distance[] = {0.185, 0.261, 0.360, 0.167, 0.027};
  for (unsigned d = 0; d < 5; ++d) {
    EXPECT_LT(std::abs(deviation(distance[d], is("distance", d))), chance) << d;
  }
  EXPECT_LT(std::abs(deviation(0.54, is("sex", 0))), chance);
  EXPECT_LT(std::abs(deviation(0.45, is("education", 0))), chance);
  EXPECT_LT(std::abs(deviation(0.27, is("origin", 1))), chance);
  EXPECT_LT(std::abs(deviation(0.354, is("province", 0))), chance);
  EXPECT_LT(std::abs(deviation(0.69, is("benefit", 1))), chance);
  EXPECT_LT(std::abs(deviation(0.16, is("work_limitation", 1))), chance);
}

TEST_F(FlandersTest, HasNobodyUnder25WhoHasBeenUnemployedForFiveYears) {
  for (const SampledPerson& person : people_) {
    ASSERT_FALSE(person.age < std::lround(25 * days_per_year) &&
                 person.unemployed >= std::lround(60 * days_per_month));
  }
}

TEST_F(FlandersTest, SaysOfEveryNumberWhereItComesFrom) {
  EXPECT_EQ(count_standings(loaded_.parameters).unstated, 0U);
}

}  // namespace
}  // namespace doorstroom
