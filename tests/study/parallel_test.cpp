#include "study/parallel.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

using testing::Each;

class Parallel : public testing::TestWithParam<int> {};

TEST_P(Parallel, DoesEveryItemOnce) {
  std::vector<std::atomic<int>> done(1000);
  for_each_in_parallel(done.size(), GetParam(), [&](std::size_t i) { ++done[i]; });
  EXPECT_THAT(std::vector<int>(done.begin(), done.end()), Each(1));
}

TEST_P(Parallel, DoesNothingWhereThereIsNothing) {
  for_each_in_parallel(0, GetParam(), [](std::size_t) { FAIL(); });
}

TEST_P(Parallel, ReportsTheFirstFailureAndBeginsLittleAfterIt) {
  std::atomic<int> begun = 0;
  std::string said;
  try {
    for_each_in_parallel(1'000'000, GetParam(), [&](std::size_t i) {
      ++begun;
      if (i >= 10) throw std::runtime_error(std::to_string(i));
    });
  } catch (const std::runtime_error& error) {
    said = error.what();
  }
  EXPECT_EQ(said, "10");
  EXPECT_LT(begun, 100'000);
}

INSTANTIATE_TEST_SUITE_P(Threads, Parallel, testing::Values(1, 2, 5));

TEST(Threads, TakeAllThatTheMachineHasWhereNoNumberIsGiven) {
  EXPECT_GE(threads_for(0), 1);
  EXPECT_EQ(threads_for(3), 3);
}

}  // namespace
}  // namespace doorstroom
