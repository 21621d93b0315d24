#include "base/files.hpp"

#include <gmock/gmock.h>

#include "support/scratch.hpp"

namespace doorstroom::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Files, GiveBackWhatWasWritten) {
  const Scratch scratch;
  const std::string content("a\0b\n", 4);
  for (const Durable durable : {Durable::now, Durable::in_time}) {
    write_file(scratch.path() / "file", "something longer than that");
    write_file(scratch.path() / "file", content, durable);
    EXPECT_EQ(read_file(scratch.path() / "file"), content);
  }
}

TEST(Files, SayWhyTheyCannotBeReadOrWritten) {
  const Scratch scratch;
  const fs::path nowhere = scratch.path() / "nowhere" / "file";
  EXPECT_THAT([&] { (void)read_file(nowhere); }, ThrowsMessage<FileError>(HasSubstr("No such")));
  EXPECT_THAT([&] { write_file(nowhere, "x"); }, ThrowsMessage<FileError>(HasSubstr("No such")));
  EXPECT_THAT([&] { (void)read_file(scratch.path()); },
              ThrowsMessage<FileError>(HasSubstr("Is a directory")));
  EXPECT_THAT([&] { write_file(scratch.path(), "x"); },
              ThrowsMessage<FileError>(HasSubstr("Is a directory")));
}

TEST(ResultDirectory, NeedsANameThatItCanBeGiven) {
  using Existing = ResultDirectory::Existing;
  for (const char* name : {"", ".", "./", "..", "../..", "/", "a/.."}) {
    EXPECT_THAT([&] { const ResultDirectory directory(name, Existing::replace); },
                ThrowsMessage<FileError>(HasSubstr("is no name that results can be given")))
        << name;
  }
  const Scratch scratch;
  for (const char* name : {"a", "b/", "c/.", "d/../e", "f//"}) {
    ResultDirectory directory(scratch.path() / name, Existing::keep);
    directory.write("table.csv", "1");
    EXPECT_NO_THROW(directory.publish()) << name;
    EXPECT_EQ(read_file(directory.final_name() / "table.csv"), "1");
    EXPECT_TRUE(directory.final_name().has_filename());
  }
}

TEST(ResultDirectory, RemovesWhatKilledProgramsLeftOfItAndNothingElse) {
  const Scratch scratch;
  const fs::path top = scratch.path();
  for (const char* name : {".a.partial-1", ".a.partial-22.old", ".a.partial-3.partial-4",
                           ".ab.partial-1", ".a.partial-x", "a.partial-1", ".a"}) {
    fs::create_directory(top / name);
    write_file(top / name / "file", "text");
  }
  ResultDirectory directory(top / "a", ResultDirectory::Existing::keep);
  directory.write("table.csv", "1");
  directory.publish();
  directory.remove_leftovers();
  EXPECT_EQ(read_file(top / "a" / "table.csv"), "1");
  EXPECT_FALSE(fs::exists(top / ".a.partial-1"));
  EXPECT_FALSE(fs::exists(top / ".a.partial-22.old"));
  for (const char* name :
       {".a.partial-3.partial-4", ".ab.partial-1", ".a.partial-x", "a.partial-1", ".a"}) {
    EXPECT_EQ(read_file(top / name / "file"), "text") << name;
  }
}

}  // namespace
}  // namespace doorstroom::tests
