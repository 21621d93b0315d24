// tables/loops.csv of stories written by hand.
#include <cmath>

#include <gmock/gmock.h>

#include "record/carousel_recorder.hpp"
#include "record/ladder.hpp"
#include "support/story.hpp"

namespace doorstroom::tests {
namespace {

using testing::IsEmpty;

std::vector<std::string> loops_of(const CarouselRecorder& carousel) {
  std::vector<std::string> loops;
  for (std::string line : FiguresOf(carousel).that_happened()) {
    if (std::ranges::count(line, '/') != 3 || line.starts_with("20")) continue;
    std::ranges::replace(line, '/', '>');
    loops.push_back(line);
  }
  return loops;
}

TEST(LoopTable, NamesTheRouteFromBeforeToTheNextMeasure) {
  Story s(ladder());
  CarouselRecorder carousel(s.model(), cycle_rules(6, 36));
  s.tell(carousel);
  s.enter("ocmw").start(0, "guidance").become(0, "unemployed");
  s.enter("job_nec").start(1, "guidance").become(1, "unemployed");
  s.enter("unemployed").start(2, "activities");
  s.on("2017-02-01");
  for (Slot slot = 0; slot < 3; ++slot) s.end_measure(slot, Reason::completed);
  s.become(1, "sick");
  s.on("2017-02-11").become(2, "job_nec");
  s.on("2017-03-03").start(0, "activities").become(2, "unemployed").start(2, "guidance");
  s.on("2017-03-04").start(1, "guidance");
  s.on("2017-03-10").end_measure(0, Reason::completed);
  s.on("2017-03-20").start(0, "activities");
  s.end();
  EXPECT_THAT(
      loops_of(carousel),
      testing::UnorderedElementsAre(
          "ocmw>guidance>unemployment_benefit>activities episodes 1",
          "ocmw>guidance>unemployment_benefit>activities cycles 1",
          "ocmw>guidance>unemployment_benefit>activities people 1",
          "ocmw>guidance>unemployment_benefit>activities share 0.25",
          "ocmw>guidance>unemployment_benefit>activities days 30",
          "work>guidance>elsewhere>guidance episodes 1",
          "work>guidance>elsewhere>guidance people 1",
          "work>guidance>elsewhere>guidance share 0.25", "work>guidance>elsewhere>guidance days 31",
          "unemployment_benefit>activities>work>guidance episodes 1",
          "unemployment_benefit>activities>work>guidance people 1",
          "unemployment_benefit>activities>work>guidance share 0.25",
          "unemployment_benefit>activities>work>guidance days 30",
          "unemployment_benefit>activities>unemployment_benefit>activities episodes 1",
          "unemployment_benefit>activities>unemployment_benefit>activities cycles 1",
          "unemployment_benefit>activities>unemployment_benefit>activities people 1",
          "unemployment_benefit>activities>unemployment_benefit>activities share 0.25",
          "unemployment_benefit>activities>unemployment_benefit>activities days 10"));
}

TEST(LoopTable, CountsPeopleOnceAndTakesTheMedianOfDays) {
  Story s(ladder());
  CarouselRecorder carousel(s.model(), cycle_rules(6, 36));
  s.tell(carousel);
  s.enter("unemployed").start(0, "guidance").enter("unemployed").start(1, "guidance");
  s.on("2018-01-01").end_measure(0, Reason::completed).end_measure(1, Reason::completed);
  s.on("2018-01-11").start(0, "guidance");
  s.on("2018-02-01").end_measure(0, Reason::completed);
  s.on("2018-02-02").start(0, "guidance").start(1, "guidance");
  s.on("2018-03-01").end_measure(1, Reason::completed).become(1, "ocmw");
  s.on("2018-03-05").start(1, "guidance");
  s.end();
  const FiguresOf figures(carousel);
  const std::string route = "unemployment_benefit/guidance/unemployment_benefit/guidance ";
  EXPECT_EQ(figures[route + "episodes"], 3);
  EXPECT_EQ(figures[route + "people"], 2);
  EXPECT_EQ(figures[route + "share"], 0.75);
  EXPECT_EQ(figures[route + "days"], 10) << "of 10, 1 and 32";
  EXPECT_EQ(figures["unemployment_benefit/guidance/ocmw/guidance episodes"], 1);
}

TEST(LoopTable, LeavesOutWhatIsNoReturnAndWhoseWindowIsNotSeen) {
  Story s(ladder());
  CarouselRecorder carousel(s.model(), cycle_rules(6, 36));
  s.tell(carousel);
  for (Slot slot = 0; slot < 3; ++slot) s.enter("unemployed").start(slot, "guidance");
  s.on("2018-01-01").end_measure(0, Reason::completed).start(0, "activities");  // from inside
  s.end_measure(1, Reason::completed).become(1, "job_nec");
  s.on("2019-01-01").start(1, "guidance");  // after a durable job
  s.on("2025-01-01").end_measure(2, Reason::completed);
  s.on("2025-03-01").start(2, "guidance");  // 2025 has no 36 months after it
  s.end();
  EXPECT_THAT(loops_of(carousel), IsEmpty());
}

}  // namespace
}  // namespace doorstroom::tests
