// The rules of the architecture on this checkout.
#include <gmock/gmock.h>

#include "architecture/rules.hpp"

namespace doorstroom {
namespace {

using testing::IsEmpty;

class Repository : public testing::Test {
 protected:
  const SourceTree tree = read_tree(DOORSTROOM_TOP);
};

TEST_F(Repository, IsReadWhole) {
  const auto has = [&](const std::string& path) {
    return std::any_of(tree.begin(), tree.end(),
                       [&](const SourceFile& file) { return file.path == path; });
  };
  EXPECT_TRUE(has("CMakeLists.txt"));
  EXPECT_TRUE(has("include/doorstroom/calendar.hpp"));
  EXPECT_TRUE(has("sim/base/calendar.cpp"));
}

TEST_F(Repository, IncludesOneWayOnly) {
  EXPECT_THAT(includes_against_the_flow(tree), IsEmpty());
}

TEST_F(Repository, KnowsJsonAtItsEdgesOnly) {
  EXPECT_THAT(json_outside_its_folders(tree), IsEmpty());
}

TEST_F(Repository, UsesOpenmpInOneFileOnly) {
  EXPECT_THAT(openmp_outside_one_file(tree), IsEmpty());
}

TEST_F(Repository, HasPublicHeadersThatStandAlone) {
  EXPECT_THAT(public_headers_with_foreign_includes(tree), IsEmpty());
}

TEST_F(Repository, HasNoLongFiles) {
  EXPECT_THAT(files_too_long(tree), IsEmpty());
}

TEST_F(Repository, KeepsItsFixedPlaces) {
  EXPECT_THAT(files_out_of_place(tree), IsEmpty());
}

}  // namespace
}  // namespace doorstroom
