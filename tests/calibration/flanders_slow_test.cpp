// The worked checks on the whole of Flanders.
#include <gtest/gtest.h>

#include "calibration/worked_checks.hpp"

namespace doorstroom::tests {
namespace {

TEST(Flanders, MeetsTheWorkedChecksAtFullSize) {
  const auto loaded = load_scenario(DOORSTROOM_TOP "/scenarios/flanders-2017.json");
  const Flanders run(loaded.scenario, 1);
  expect_the_published_stock(run);
  expect_orientation_never_to_catch_up(run);
  expect_a_list_beside_empty_places(run);
  expect_few_to_leave_after_art60(run);
  expect_jobs_to_last(run);
  expect_every_measure_to_start(run, loaded.scenario);
}

}  // namespace
}  // namespace doorstroom::tests
