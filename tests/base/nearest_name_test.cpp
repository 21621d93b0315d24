#include "base/nearest_name.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

using Names = std::vector<std::string>;

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(edit_distance("places", "places"), 0U);
  EXPECT_EQ(edit_distance("place", "places"), 1U);
  EXPECT_EQ(edit_distance("pplaces", "places"), 1U);
  EXPECT_EQ(edit_distance("plaxes", "places"), 1U);
  EXPECT_EQ(edit_distance("palces", "places"), 1U);
  EXPECT_EQ(edit_distance("", "places"), 6U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U);
}

TEST(EditDistance, IsTheSameBothWays) {
  const Names names{"", "a", "measures", "measure", "screening", "referral", "refreral"};
  for (const std::string& a : names) {
    for (const std::string& b : names) EXPECT_EQ(edit_distance(a, b), edit_distance(b, a));
  }
}

TEST(NearestName, FindsASlipOfThePen) {
  const Names keys{"id", "label", "waiting_list", "per_year", "phases"};
  EXPECT_EQ(nearest_name("waitinglist", keys), "waiting_list");
  EXPECT_EQ(nearest_name("wiating_list", keys), "waiting_list");
  EXPECT_EQ(nearest_name("phase", keys), "phases");
  EXPECT_EQ(nearest_name("lable", keys), "label");
}

TEST(NearestName, MindsNeitherCapitalsNorHyphensNorBlanks) {
  const Names names{"per_year", "PES"};
  EXPECT_EQ(nearest_name("PER YEAR", names), "per_year");
  EXPECT_EQ(nearest_name("Per-Year", names), "per_year");
  EXPECT_EQ(nearest_name("pes", names), "PES");
}

TEST(NearestName, FindsANameOfWhichSomeIsMissingOrTooMuch) {
  const Names names{"activation_contingent", "budget_work"};
  EXPECT_EQ(nearest_name("contingent", names), "activation_contingent");
  EXPECT_EQ(nearest_name("activation_contingent_2017", names), "activation_contingent");
  EXPECT_EQ(nearest_name("work", names), "budget_work");
}

TEST(NearestName, LeavesOtherWordsAlone) {
  const Names names{"north", "south", "yes", "no", "x"};
  for (const char* wrong : {"brussels", "ja", "y", "", "oui", "a"}) {
    EXPECT_EQ(nearest_name(wrong, names), "") << wrong;
  }
}

TEST(NearestName, TakesTheFirstOfThoseEquallyNear) {
  EXPECT_EQ(nearest_name("plan_c", Names{"plan_a", "plan_b"}), "plan_a");
  EXPECT_EQ(nearest_name("plan_c", Names{"plan_b", "plan_a"}), "plan_b");
}

TEST(NearestName, DoesNotCompareWhatIsVeryLong) {
  const std::string longest(200, 'a');
  EXPECT_EQ(nearest_name(longest, Names{longest + "b"}), longest + "b");
  EXPECT_EQ(nearest_name(longest + "a", Names{longest}), "");
}

TEST(DidYouMean, AsksOrListsOrSaysNothing) {
  const Names names{"north", "south", "west"};
  EXPECT_EQ(did_you_mean("nort", names), "did you mean \"north\"?");
  EXPECT_EQ(did_you_mean("centre", names), "");
  EXPECT_EQ(did_you_mean_or("nort", names), "did you mean \"north\"?");
  EXPECT_EQ(did_you_mean_or("centre", names), "known are north, south and west");
  EXPECT_EQ(did_you_mean_or("centre", names, "allowed are"), "allowed are north, south and west");
  EXPECT_EQ(did_you_mean_or("centre", Names{}), "");
}

TEST(Listed, NamesAFewAndCountsTheRest) {
  EXPECT_EQ(listed(Names{}), "");
  EXPECT_EQ(listed(Names{"a"}), "a");
  EXPECT_EQ(listed(Names{"a", "b"}), "a and b");
  EXPECT_EQ(listed(Names{"a", "b", "c"}), "a, b and c");
  const std::string many = listed(Names(35, "a"));
  EXPECT_TRUE(many.ends_with("a and 5 more")) << many;
}

}  // namespace
}  // namespace doorstroom
