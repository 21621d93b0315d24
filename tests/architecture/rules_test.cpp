// Every rule on small made-up trees: what it must find and what it must leave alone.
#include "architecture/rules.hpp"

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SourceTree file(const std::string& path, std::vector<std::string> lines) {
  return {{path, std::move(lines)}};
}

SourceTree including(const std::string& path, const std::string& header) {
  return file(path, {"#pragma once", "#include " + header});
}

TEST(IncludesAgainstTheFlow, AreFound) {
  EXPECT_THAT(includes_against_the_flow(including("sim/base/money.hpp", "\"random/luck.hpp\"")),
              ElementsAre("sim/base/money.hpp:2: base may not use random"));
  for (const auto& [path, header] : std::vector<std::pair<std::string, std::string>>{
           {"sim/random/luck.hpp", "\"model/measure.hpp\""},
           {"sim/model/measure.cpp", "\"scenario/reader.hpp\""},
           {"sim/model/measure.cpp", "\"engine/places.hpp\""},
           {"sim/population/people.cpp", "\"scenario/reader.hpp\""},
           {"sim/scenario/reader.cpp", "\"engine/places.hpp\""},
           {"sim/population/people.cpp", "\"app/main.hpp\""},
           {"sim/engine/places.cpp", "\"scenario/reader.hpp\""},
           {"sim/engine/places.cpp", "\"record/series.hpp\""},
           {"sim/rules/order.cpp", "\"record/series.hpp\""},
           {"sim/record/series.cpp", "\"population/people.hpp\""},
           {"sim/study/replications.cpp", "\"report/page.hpp\""},
           {"sim/report/page.cpp", "\"app/progress.hpp\""},
       }) {
    EXPECT_EQ(includes_against_the_flow(including(path, header)).size(), 1U) << path << header;
  }
}

TEST(IncludesAgainstTheFlow, AreFoundHoweverTheyAreWritten) {
  EXPECT_THAT(
      includes_against_the_flow(file("sim/base/a.hpp", {"  #  include\t\"app/b.hpp\" // c"})),
      ElementsAre("sim/base/a.hpp:1: base may not use app"));
  EXPECT_THAT(includes_against_the_flow(including("sim/base/a.hpp", "\"../app/b.hpp\"")),
              ElementsAre("sim/base/a.hpp:2: ../app/b.hpp names no folder of sim/"));
  EXPECT_THAT(includes_against_the_flow(including("sim/base/a.hpp", "\"b.hpp\"")),
              ElementsAre("sim/base/a.hpp:2: b.hpp names no folder of sim/"));
}

TEST(IncludesAgainstTheFlow, AreFoundInAFolderNobodyGaveAPlace) {
  EXPECT_THAT(includes_against_the_flow(including("sim/helpers/a.cpp", "\"base/b.hpp\"")),
              ElementsAre("sim/helpers/a.cpp:2: the folder helpers has no place in the flow"));
}

TEST(IncludesAgainstTheFlow, AreNotSeenInIncludesAlongIt) {
  for (const auto& [path, header] : std::vector<std::pair<std::string, std::string>>{
           {"sim/base/money.cpp", "\"base/contracts.hpp\""},
           {"sim/base/money.cpp", "\"doorstroom/money.hpp\""},
           {"sim/model/measure.cpp", "\"base/contracts.hpp\""},
           {"sim/scenario/reader.cpp", "\"model/measure.hpp\""},
           {"sim/scenario/compile.cpp", "\"population/people.hpp\""},
           {"sim/engine/places.cpp", "\"random/luck.hpp\""},
           {"sim/analysis/waits.cpp", "\"scenario/reader.hpp\""},
           {"sim/study/design.cpp", "\"population/people.hpp\""},
           {"sim/app/main.cpp", "\"base/contracts.hpp\""},
           {"sim/base/money.cpp", "<app/outside.hpp>"},
           {"tests/base/money_test.cpp", "\"app/main.hpp\""},
       }) {
    EXPECT_THAT(includes_against_the_flow(including(path, header)), IsEmpty()) << path << header;
  }
}

TEST(JsonOutsideItsFolders, IsFound) {
  EXPECT_THAT(
      json_outside_its_folders(including("sim/engine/a.cpp", "<nlohmann/json.hpp>")),
      ElementsAre("sim/engine/a.cpp:2: only scenario, report, assure, workbook and app know JSON"));
  EXPECT_EQ(
      json_outside_its_folders(including("sim/study/a.hpp", "<nlohmann/json_fwd.hpp>")).size(), 1U);
  EXPECT_EQ(json_outside_its_folders(including("sim/model/a.hpp", "\"nlohmann/json.hpp\"")).size(),
            1U);
}

TEST(JsonOutsideItsFolders, IsNotSeenInsideThem) {
  for (const std::string folder : {"scenario", "report", "assure", "app"}) {
    EXPECT_THAT(
        json_outside_its_folders(including("sim/" + folder + "/a.cpp", "<nlohmann/json.hpp>")),
        IsEmpty());
  }
}

TEST(OpenmpOutsideOneFile, IsFoundInOtherFolders) {
  EXPECT_THAT(openmp_outside_one_file(file("sim/engine/a.cpp", {"#pragma omp parallel for"})),
              ElementsAre("sim/engine/a.cpp:1: OpenMP outside study"));
  EXPECT_EQ(openmp_outside_one_file(including("include/doorstroom/a.hpp", "<omp.h>")).size(), 1U);
}

TEST(OpenmpOutsideOneFile, IsFoundInASecondFile) {
  const SourceTree tree = {{"sim/study/a.cpp", {"#include <omp.h>", "#pragma omp parallel for"}},
                           {"sim/study/b.cpp", {"", "#pragma omp critical"}}};
  EXPECT_THAT(openmp_outside_one_file(tree),
              ElementsAre("sim/study/b.cpp:2: OpenMP is already used in sim/study/a.cpp"));
}

TEST(OpenmpOutsideOneFile, IsNotSeenInThatFile) {
  EXPECT_THAT(
      openmp_outside_one_file(file("sim/study/a.cpp", {"#include <omp.h>", "#pragma omp for"})),
      IsEmpty());
}

TEST(PublicHeadersWithForeignIncludes, AreFound) {
  EXPECT_THAT(
      public_headers_with_foreign_includes(including("include/doorstroom/a.hpp", "<fmt/core.h>")),
      ElementsAre("include/doorstroom/a.hpp:2: a public header may not include fmt/core.h"));
  for (const std::string header : {"<nlohmann/json.hpp>", "<omp.h>", "<boost/random.hpp>",
                                   "\"base/contracts.hpp\"", "<doorstroom/money.hpp>"}) {
    EXPECT_EQ(
        public_headers_with_foreign_includes(including("include/doorstroom/scenario/a.hpp", header))
            .size(),
        1U)
        << header;
  }
}

TEST(PublicHeadersWithForeignIncludes, AreNotSeenInStandardOnes) {
  const SourceTree tree =
      file("include/doorstroom/a.hpp",
           {"#include <string_view>", "#include <cstdint>", "#include \"doorstroom/money.hpp\""});
  EXPECT_THAT(public_headers_with_foreign_includes(tree), IsEmpty());
}

TEST(FilesTooLong, AreFound) {
  EXPECT_THAT(files_too_long(file("sim/base/a.cpp", std::vector<std::string>(501))),
              ElementsAre("sim/base/a.cpp:501: 501 lines"));
  EXPECT_EQ(files_too_long(file("tests/run", std::vector<std::string>(501))).size(), 1U);
}

TEST(FilesTooLong, AreNotSeenAtTheLimitNorInData) {
  EXPECT_THAT(files_too_long(file("sim/base/a.cpp", std::vector<std::string>(500))), IsEmpty());
  EXPECT_THAT(files_too_long(file("scenarios/data/a.csv", std::vector<std::string>(900))),
              IsEmpty());
}

TEST(FilesOutOfPlace, AreFound) {
  EXPECT_THAT(files_out_of_place(file("notes.txt", {})),
              ElementsAre("notes.txt: not one of the fixed places at the top level"));
  EXPECT_EQ(files_out_of_place(file("src/main.cpp", {})).size(), 1U);
  EXPECT_EQ(files_out_of_place(file("sim", {})).size(), 1U);
}

TEST(FilesOutOfPlace, AreNotSeenInTheFixedPlaces) {
  for (const std::string path : {"README.md", "doorstroom", ".ci/run", "sim/base/a.cpp",
                                 "scenarios/minimal.json", "docs/adr/0001-scope.md"}) {
    EXPECT_THAT(files_out_of_place(file(path, {})), IsEmpty()) << path;
  }
}

}  // namespace
}  // namespace doorstroom
