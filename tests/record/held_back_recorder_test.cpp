#include "record/held_back_recorder.hpp"

#include <gmock/gmock.h>

#include "record/scenario.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

TEST(HeldBackRecorder, AddsUpPeopleByResourceAndReason) {
  Story s(with_resources("2025-03-01"));
  HeldBackRecorder held_back(s.model());
  s.tell(held_back);
  s.on("2025-01-15").hold_back("m", "starts", HeldBy::release, true, 7);
  s.hold_back("m", "starts", HeldBy::release, false, 2);
  s.hold_back("m", "seats", HeldBy::resource, false, 2);
  s.hold_back("m", "starts", HeldBy::resource, true, 3)
      .hold_back("m", "starts", HeldBy::resource, true, 1);
  s.hold_back("m.b", "floor", HeldBy::resource, true, 5);
  s.end();
  const FiguresOf figures(held_back);
  EXPECT_EQ(figures["2025-01-31/m/starts/not_released/alone people"], 7);
  EXPECT_EQ(figures["2025-01-31/m/starts/not_released/among_others people"], 2);
  EXPECT_EQ(figures["2025-01-31/m/seats/short/among_others people"], 2);
  EXPECT_EQ(figures["2025-01-31/m/starts/short/alone people"], 4);
  EXPECT_EQ(figures["2025-01-31/m.b/floor/short/alone people"], 5);
  EXPECT_EQ(figures["2025-01-31/m/money/short/alone people"], 0);
  EXPECT_EQ(figures["2025-02-28/m/starts/not_released/alone people"], 0) << "another month";
  EXPECT_FALSE(figures.has("2025-01-31/m/money/not_released/alone people")) << "released at once";
}

}  // namespace
}  // namespace doorstroom::tests
