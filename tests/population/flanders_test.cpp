// The shipped population of Flanders has the shares that its sources give.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "doorstroom/load.hpp"

#include "model/sample_profile.hpp"
#include "scenario/compile.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

/// The smallest scenario that includes the population.
LoadedScenario load_population() {
  const fs::path folder = fs::path(DOORSTROOM_TOP) / "scenarios/flanders";
  const fs::path file =
      fs::temp_directory_path() / fmt::format("doorstroom-flanders-{}.json", ::getpid());
  std::ofstream(file) << R"({"name": "flanders", "horizon": {"start": "2017-01-01",
      "end": "2018-01-01"}, "include": [")"
                      << (folder / "population.json").string() << R"(", ")"
                      << (folder / "benefits.json").string() << R"("], "referral": [{"id": "all", "refer_to": "stay"}]})";
  LoadedScenario loaded = load_scenario(file);
  fs::remove(file);
  return loaded;
}

class FlandersTest : public testing::Test {
 protected:
  static constexpr int sample = 100'000;

  void SetUp() override {
    loaded_ = load_population();
    model_ = scenario::compile(loaded_.scenario);
    const Luck luck(7, 0);
    for (int i = 0; i < sample; ++i) {
      people_.push_back(
          sample_person(model_.stock.at(0).profile, luck, {mix(1, static_cast<unsigned>(i))}));
    }
  }

  /// Share of the sample for which something holds, and its distance from what it should be, in
  /// standard errors.
  template <class Holds>
  double deviation(double expected, Holds holds) const {
    double number = 0;
    for (const SampledPerson& person : people_) number += holds(person) ? 1 : 0;
    return (number / sample - expected) / std::sqrt(expected * (1 - expected) / sample);
  }

  unsigned code(const SampledPerson& person, std::string_view attribute) const {
    for (const Attribute& a : model_.attributes) {
      if (a.id == attribute) return person.profile.code(a.field);
    }
    return ~0U;
  }

  LoadedScenario loaded_;
  Model model_;
  std::vector<SampledPerson> people_;
};

constexpr double chance = 5;  // standard errors

TEST_F(FlandersTest, HasTheJobseekersOf2017ByDuration) {
  EXPECT_EQ(model_.stock.at(0).people, 215'562U);
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
  EXPECT_LT(std::abs(deviation(0.69, is("benefit", 0))), chance);
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
