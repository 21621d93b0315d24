// Every fourth oracle with a few replications; oracle_slow_test.cpp takes them all.
#include "oracle/oracle.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <gmock/gmock.h>

#include "oracle/page.hpp"

namespace doorstroom::oracle {
namespace {

using testing::HasSubstr;

TEST(Oracles, HaveNamesAndLuckOfTheirOwn) {
  std::set<std::string> names;
  std::set<std::uint64_t> seeds;
  for (const Oracle& oracle : catalogue()) {
    names.insert(oracle.family + ": " + oracle.name);
    seeds.insert(seed_of(oracle));
    seeds.insert(seed_of(oracle, 2));
  }
  EXPECT_GE(catalogue().size(), 100U);
  EXPECT_EQ(names.size(), catalogue().size());
  EXPECT_EQ(seeds.size(), 2 * catalogue().size());
}

TEST(Oracles, SomeAreMetInAFewReplications) {
  std::vector<Oracle> some;
  for (std::size_t i = 0; i < catalogue().size(); i += 4) some.push_back(catalogue()[i]);
  const auto outcomes =
      outcomes_of(some, [](const Oracle& o) { return std::min(o.replications / 4, 60U); });
  std::vector<double> scores;
  for (std::size_t i = 0; i < some.size(); ++i) {
    scores.push_back(normal_score(outcomes[i]));
    EXPECT_LT(std::abs(scores.back()), 4) << some[i].family << ", " << some[i].name << ": "
                                          << outcomes[i].mean << ", not " << some[i].expected;
  }
  const double p = chi_square_p(scores);
  EXPECT_TRUE(p > 0.001 && p < 0.999) << sum_of_squares(scores) << " of " << scores.size();
}

TEST(ValidationPage, HasEveryAnswer) {
  const std::string text = committed_page();
  for (const Oracle& oracle : catalogue()) EXPECT_THAT(text, HasSubstr(row_begins(oracle)));
}

TEST(ChiSquare, IsThatOfTheTables) {
  // Upper 5 % points: 3.841 for 1, 18.307 for 10 degrees of freedom.
  EXPECT_NEAR(chi_square_p({std::sqrt(3.8415)}), 0.05, 1e-5);
  EXPECT_NEAR(chi_square_p(std::vector<double>(10, std::sqrt(1.83070))), 0.05, 1e-5);
}

TEST(NormalScore, TakesStudentsLawForWhatItIs) {
  // 2.093 leaves 2.5 % above it with 19 degrees of freedom, 1.960 with a normal law.
  EXPECT_NEAR(normal_score({0, 1, 2.0930, 20}), 1.95996, 1e-4);
  EXPECT_NEAR(normal_score({0, 1, -2.0930, 20}), -1.95996, 1e-4);
}

}  // namespace
}  // namespace doorstroom::oracle
