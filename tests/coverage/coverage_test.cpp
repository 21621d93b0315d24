// docs/reference/coverage.md says what the scenarios hold, and has no empty row.
#include "coverage/coverage.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

namespace doorstroom::tests {
namespace {

TEST(Coverage, FindsEverySystemOfTheDocumentsInAScenario) {
  EXPECT_THAT(coverage_page(DOORSTROOM_TOP).problems, testing::IsEmpty());
}

TEST(Coverage, IsWhatThePageSays) {
  std::ostringstream committed;
  committed << std::ifstream(DOORSTROOM_TOP "/docs/reference/coverage.md").rdbuf();
  const std::string page = coverage_page(DOORSTROOM_TOP).text;
  const char* refresh = std::getenv("DOORSTROOM_REFRESH");
  if (refresh != nullptr) std::ofstream(DOORSTROOM_TOP "/docs/reference/coverage.md") << page;
  EXPECT_TRUE(committed.str() == page || refresh != nullptr)
      << "run again with DOORSTROOM_REFRESH=1 to write docs/reference/coverage.md anew";
}

}  // namespace
}  // namespace doorstroom::tests
