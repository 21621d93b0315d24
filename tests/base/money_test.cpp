#include "doorstroom/money.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(Cents, AddExactly) {
  Cents sum;
  for (int i = 0; i < 1'000'000; ++i) sum += cents_from_euro(0.1);
  EXPECT_EQ(sum, Cents{10'000'000});
  EXPECT_EQ(euro(sum), 100'000.0);
  EXPECT_EQ(Cents{250} + Cents{-100}, Cents{150});
  EXPECT_EQ(Cents{100} - Cents{250}, Cents{-150});
  EXPECT_LT(Cents{-1}, Cents{0});
}

// Amounts with two decimals come back as they are: cutting turns 0.29 into 28 cents.
TEST(Cents, ComeBackFromEveryAmountInEuro) {
  for (std::int64_t cents = -100'000; cents <= 100'000; ++cents) {
    ASSERT_EQ(cents_from_euro(euro(Cents{cents})).value, cents);
  }
  for (const std::int64_t cents : {123'456'789'012'345LL, 900'719'925'474'099LL}) {
    EXPECT_EQ(cents_from_euro(euro(Cents{cents})).value, cents);
  }
}

TEST(Cents, AreRoundedToTheNearestOnBothSidesOfZero) {
  EXPECT_EQ(cents_from_euro(0.29).value, 29);
  EXPECT_EQ(cents_from_euro(-0.29).value, -29);
  EXPECT_EQ(cents_from_euro(0.004).value, 0);
  EXPECT_EQ(cents_from_euro(-0.004).value, 0);
  EXPECT_EQ(cents_from_euro(0.006).value, 1);
  EXPECT_EQ(cents_from_euro(1234.567).value, 123'457);
  EXPECT_EQ(cents_from_euro(-1234.567).value, -123'457);
}

}  // namespace
}  // namespace doorstroom
