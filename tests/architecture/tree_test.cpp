// Reading a checkout: what belongs to it and what version control ignores.
#include "architecture/tree.hpp"

#include <fstream>

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

/// A directory of the test's own that is gone after it.
class TreeOnDisk : public testing::Test {
 protected:
  TreeOnDisk() {
    fs::remove_all(top);
    fs::create_directories(top);
  }
  ~TreeOnDisk() override { fs::remove_all(top); }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((top / path).parent_path());
    std::ofstream(top / path) << text;
  }

  const fs::path top =
      fs::path(testing::TempDir()) /
      (std::string("doorstroom_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(TreeOnDisk, IsReadInOrderAndCutIntoLines) {
  write("sim/base/money.cpp", "one\n\nthree\n");
  write("README.md", "no line end");
  const SourceTree tree = read_tree(top);
  ASSERT_EQ(tree.size(), 2U);
  EXPECT_EQ(tree[0].path, "README.md");
  EXPECT_THAT(tree[0].lines, testing::ElementsAre("no line end"));
  EXPECT_EQ(tree[1].path, "sim/base/money.cpp");
  EXPECT_THAT(tree[1].lines, testing::ElementsAre("one", "", "three"));
}

TEST_F(TreeOnDisk, IsReadWithoutWhatVersionControlIgnores) {
  for (const std::string path :
       {".git/HEAD", "build/release/a.cpp", "build-old/a.cpp", "compile_commands.json",
        "output/minimal/report.html", "sim/report/page/node_modules/echarts/index.js",
        "sim/report/page/dist/page.js"}) {
    write(path, "");
  }
  write("output/README.md", "");
  const SourceTree tree = read_tree(top);
  ASSERT_EQ(tree.size(), 1U);
  EXPECT_EQ(tree[0].path, "output/README.md");
}

}  // namespace
}  // namespace doorstroom
