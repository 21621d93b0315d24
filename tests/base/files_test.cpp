#include "base/files.hpp"

#include <iterator>

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
  EXPECT_THAT([&] { (void)read_file("/proc/self/mem"); },  // fails at its first byte
              ThrowsMessage<FileError>(HasSubstr("cannot read /proc/self/mem")));
}

TEST(Files, AreNotReadBeyondTheBytesTheyMayHave) {
  const Scratch scratch;
  write_file(scratch.path() / "file", std::string(100'000, 'x'));
  EXPECT_EQ(read_file(scratch.path() / "file", 100'000).size(), 100'000);
  EXPECT_THAT([&] { (void)read_file(scratch.path() / "file", 99'999); },
              ThrowsMessage<FileError>(HasSubstr("too large")));
  EXPECT_THAT([] { (void)read_file("/dev/zero", 1'000'000); },
              ThrowsMessage<FileError>(HasSubstr("too large")));
}

TEST(Files, KnowWhichNamesLeadElsewhere) {
  for (const char* name : {"tables/series.csv", "a", "./a", "..a/b"}) {
    EXPECT_TRUE(stays_inside(name)) << name;
  }
  for (const char* name : {"", "/etc/passwd", "..", "../a", "tables/../../a", "a/.."}) {
    EXPECT_FALSE(stays_inside(name)) << name;
  }
}

TEST(Files, AppearWholeOrNotAtAll) {
  const Scratch scratch;
  const fs::path file = scratch.path() / "file";
  make_whole(file, [](const fs::path& temporary) { write_file(temporary, "first"); });
  EXPECT_THROW(make_whole(file,
                          [](const fs::path& temporary) {
                            write_file(temporary, "half of the sec");
                            throw FileError("the disk is full");
                          }),
               FileError);
  EXPECT_EQ(read_file(file), "first");
  write_whole(file, "second");
  EXPECT_EQ(read_file(file), "second");
  fs::create_directory(scratch.path() / "taken");
  EXPECT_THROW(write_whole(scratch.path() / "taken", "x"), FileError);
  const auto count = std::distance(fs::directory_iterator(scratch.path()), {});
  EXPECT_EQ(count, 2) << "something is left behind";
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
  for (const char* name :
       {".a.partial-1", ".a.partial-22.old", ".a.partial-3.partial-4", ".ab.partial-1",
        ".a.partial-x", "a.partial-1", ".a", ".a.partial-5-1", ".a.partial-5-x"}) {
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
  EXPECT_FALSE(fs::exists(top / ".a.partial-5-1"));
  for (const char* name : {".a.partial-3.partial-4", ".ab.partial-1", ".a.partial-x", "a.partial-1",
                           ".a", ".a.partial-5-x"}) {
    EXPECT_EQ(read_file(top / name / "file"), "text") << name;
  }
}

TEST(ResultDirectory, LeavesTheWorkOfOthersAlone) {
  const Scratch scratch;
  using Existing = ResultDirectory::Existing;
  ResultDirectory first(scratch.path() / "a", Existing::keep);
  ResultDirectory second(scratch.path() / "a", Existing::keep);  // of the same process even
  first.write("table.csv", "1");
  second.write("table.csv", "2");
  second.publish();
  second.remove_leftovers();
  EXPECT_TRUE(fs::exists(first.workplace() / "table.csv"));
  EXPECT_THAT([&] { first.publish(); }, ThrowsMessage<FileError>(HasSubstr("exists already")));
  EXPECT_EQ(read_file(scratch.path() / "a" / "table.csv"), "2");
}

TEST(ResultDirectory, ReplacesResultsOnlyAlsoWhereTheyAppearMeanwhile) {
  const Scratch scratch;
  using Existing = ResultDirectory::Existing;
  ResultDirectory directory(scratch.path() / "a", Existing::replace);
  directory.write(mark_of_results, "{}");
  fs::create_directory(scratch.path() / "a");
  write_file(scratch.path() / "a" / "letter.txt", "do not lose me");
  EXPECT_THAT([&] { directory.publish(); },
              ThrowsMessage<FileError>(HasSubstr("is not a directory of results")));
  EXPECT_EQ(read_file(scratch.path() / "a" / "letter.txt"), "do not lose me");
  fs::remove(scratch.path() / "a" / "letter.txt");
  write_file(scratch.path() / "a" / mark_of_results, "old");
  EXPECT_NO_THROW(directory.publish());
  EXPECT_EQ(read_file(scratch.path() / "a" / mark_of_results), "{}");
  EXPECT_FALSE(fs::exists(directory.workplace())) << "the old result is left behind";
}

TEST(ResultDirectory, GoesWhereALinkLeads) {
  const Scratch scratch;
  using Existing = ResultDirectory::Existing;
  fs::create_directory(scratch.path() / "real");
  fs::create_directory_symlink("real", scratch.path() / "link");
  EXPECT_THROW(ResultDirectory(scratch.path() / "link", Existing::keep), FileError);
  ResultDirectory directory(scratch.path() / "link", Existing::replace);
  directory.write("table.csv", "1");
  directory.publish();
  EXPECT_TRUE(fs::is_symlink(scratch.path() / "link"));
  EXPECT_EQ(read_file(scratch.path() / "real" / "table.csv"), "1");
  fs::create_directory_symlink("nowhere", scratch.path() / "broken");
  for (const Existing existing : {Existing::keep, Existing::replace}) {
    EXPECT_THAT([&] { ResultDirectory(scratch.path() / "broken", existing); },
                ThrowsMessage<FileError>(HasSubstr("a link that leads nowhere")));
  }
}

}  // namespace
}  // namespace doorstroom::tests
