#include "base/contracts.hpp"

#include <gtest/gtest.h>

namespace doorstroom {
namespace {

TEST(BrokenContract, SaysWhichPromiseAndWhere) {
  try {
    broken_contract("expects", "mean > 0", "stay.cpp", 12);
    FAIL() << "nothing thrown";
  } catch (const BrokenContract& broken) {
    EXPECT_STREQ(broken.what(), "stay.cpp:12: expects mean > 0");
  }
}

#if !defined(NDEBUG) || defined(DOORSTROOM_CONTRACTS)
TEST(Contracts, AreCheckedInThisBuild) {
  EXPECT_THROW(EXPECTS(1 > 2), BrokenContract);
  EXPECT_THROW(ENSURES(1 > 2), BrokenContract);
  EXPECT_NO_THROW(EXPECTS(2 > 1));
}
#else
TEST(Contracts, AreNotEvaluatedInThisBuild) {
  int evaluated = 0;
  EXPECTS(++evaluated > 5);
  ENSURES(++evaluated > 5);
  EXPECT_EQ(evaluated, 0);
}
#endif

}  // namespace
}  // namespace doorstroom
