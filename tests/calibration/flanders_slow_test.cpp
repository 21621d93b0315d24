// The worked checks on the whole of Flanders.
#include <gtest/gtest.h>

#include "calibration/worked_checks.hpp"

namespace doorstroom::tests {
namespace {

TEST(Flanders, MeetsTheWorkedChecksAtFullSize) {
  expect_the_worked_checks(1);
}

}  // namespace
}  // namespace doorstroom::tests
