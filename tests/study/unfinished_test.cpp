#include "study/unfinished.hpp"

#include <atomic>
#include <bit>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "doorstroom/compare.hpp"
#include "doorstroom/run.hpp"

#include "base/files.hpp"
#include "support/queue.hpp"
#include "support/scratch.hpp"

namespace doorstroom::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

using Begin = UnfinishedStudy::Begin;

scenario::Scenario queue(const std::string& more = {}) {
  return queue_for_places(8, more);
}

class Unfinished : public testing::Test {
 protected:
  [[nodiscard]] fs::path output() const { return scratch_.path() / "result"; }
  [[nodiscard]] fs::path directory() const { return scratch_.path() / "result.unfinished"; }
  /// Of a study with one finished replication that was killed.
  void leave(const std::string& key) const {
    const UnfinishedStudy study(output(), key, Begin::anew);
    fs::create_directories(study.cells_of(0));
    write_file(study.cells_of(0) / "000000.cells", "figures");
  }
  [[nodiscard]] bool is_kept() const { return fs::exists(directory() / "0000/000000.cells"); }

  Scratch scratch_;
  const std::string key_ = study_key("run", {queue()});
};

auto refuses(const std::string& words) {
  return ThrowsMessage<FileError>(AllOf(HasSubstr(".unfinished"), HasSubstr(words)));
}

TEST(StudyKey, IsOfEverythingThatTheResultsDependOn) {
  const std::string key = study_key("run", {queue()});
  EXPECT_EQ(study_key("run", {queue()}), key);
  EXPECT_NE(study_key("compare", {queue()}), key);
  EXPECT_NE(study_key("run", {queue(), queue()}), key);
  EXPECT_NE(study_key("run", {queue(R"("seed": 2,)")}), key);
  EXPECT_NE(study_key("run", {queue(R"("scale": 0.5,)")}), key);
  scenario::Scenario other = queue();
  other.horizon.end = other.horizon.end + 1;
  EXPECT_NE(study_key("run", {other}), key);
}

TEST(StudyKey, IsNotOfTheNumberOfReplications) {
  EXPECT_EQ(study_key("run", {queue(R"("replications": 7,)")}),
            study_key("run", {queue(R"("replications": 8,)")}));
}

TEST_F(Unfinished, LeavesNoDirectoryWithoutAnythingFinished) {
  { const UnfinishedStudy study(output(), key_, Begin::anew); }
  EXPECT_FALSE(fs::exists(directory()));
  {
    const UnfinishedStudy study(output(), key_, Begin::anew);
    fs::create_directories(study.cells_of(0));
    write_file(study.cells_of(0) / "000000.cells.part", "figu");
    EXPECT_EQ(study.finished(), 0U);
  }
  EXPECT_FALSE(fs::exists(directory()));
}

TEST_F(Unfinished, KeepsWhatIsFinishedUntilTheResultIsThere) {
  leave(key_);
  EXPECT_TRUE(is_kept());
  UnfinishedStudy study(output(), key_, Begin::again);
  EXPECT_EQ(study.finished(), 1U);
  EXPECT_TRUE(is_kept());
  study.remove();
  EXPECT_FALSE(fs::exists(directory()));
}

TEST_F(Unfinished, StandsBesideTheResultHoweverItIsNamed) {
  const UnfinishedStudy study(output() / "", key_, Begin::anew);
  EXPECT_EQ(study.directory(), directory());
}

TEST_F(Unfinished, BeginsAnewUnlessAskedToGoOn) {
  leave(key_);
  write_file(directory() / "0000/000001.cells.part", "figu");
  const UnfinishedStudy study(output(), key_, Begin::anew);
  EXPECT_EQ(study.finished(), 0U);
  EXPECT_FALSE(fs::exists(study.cells_of(0)));
}

TEST_F(Unfinished, IsNotGoneOnWithByAnotherStudy) {
  leave(key_);
  for (const char* more : {R"("seed": 2,)", R"("scale": 0.5,)", R"("title": {"en": "Other"},)"}) {
    const std::string other = study_key("run", {queue(more)});
    EXPECT_THAT([&] { const UnfinishedStudy study(output(), other, Begin::again); },
                refuses("it is of another scenario, seed, scale or version; without --resume"))
        << more;
    EXPECT_TRUE(is_kept());
  }
  const std::string other = study_key("run", {queue(R"("seed": 2,)")});
  const UnfinishedStudy anew(output(), other, Begin::anew);
  EXPECT_FALSE(is_kept());
}

TEST_F(Unfinished, CanBeGoneOnWithAfterARefusal) {
  leave(key_);
  const std::string other = study_key("run", {queue(R"("seed": 2,)")});
  EXPECT_THROW(UnfinishedStudy(output(), other, Begin::again), FileError);
  EXPECT_EQ(UnfinishedStudy(output(), key_, Begin::again).finished(), 1U);
}

TEST_F(Unfinished, IsOneProgramsAtATime) {
  leave(key_);
  const UnfinishedStudy first(output(), key_, Begin::again);
  for (const Begin begin : {Begin::again, Begin::anew}) {
    EXPECT_THAT([&] { const UnfinishedStudy second(output(), key_, begin); },
                refuses("another program is at work in it"));
    EXPECT_TRUE(is_kept());
  }
}

TEST_F(Unfinished, SurvivesBeingKilledAtAnyMoment) {
  // Before there was a key, and while it was written.
  fs::create_directories(directory());
  EXPECT_NO_THROW(UnfinishedStudy(output(), key_, Begin::again));
  fs::create_directories(directory());
  write_file(directory() / "lock", "");
  EXPECT_NO_THROW(UnfinishedStudy(output(), key_, Begin::again));
  fs::create_directories(directory());
  write_file(directory() / "lock", "");
  write_file(directory() / "study.new", key_.substr(0, 10));
  EXPECT_NO_THROW(UnfinishedStudy(output(), key_, Begin::again));
  // While it was removed: the key goes last.
  leave(key_);
  fs::remove_all(directory() / "0000");
  EXPECT_EQ(UnfinishedStudy(output(), key_, Begin::again).finished(), 0U);
}

TEST_F(Unfinished, NeverTouchesWhatNoStudyLeft) {
  const fs::path precious = directory() / "letter.txt";
  const auto refused_and_untouched = [&](const char* what) {
    for (const Begin begin : {Begin::anew, Begin::again}) {
      EXPECT_THAT([&] { const UnfinishedStudy study(output(), key_, begin); },
                  refuses("it is not what a study has left"))
          << what;
    }
    EXPECT_EQ(read_file(precious), "do not lose me") << what;
  };
  fs::create_directories(directory());
  write_file(precious, "do not lose me");
  refused_and_untouched("a directory without a key");
  write_file(directory() / "study", "what I study\n");
  refused_and_untouched("a directory with a file that is no key");
  fs::rename(directory(), scratch_.path() / "elsewhere");
  fs::create_directory_symlink(scratch_.path() / "elsewhere", directory());
  refused_and_untouched("a link");
}

TEST_F(Unfinished, RefusesAFileThatHasItsName) {
  for (const char* content : {"", "do not lose me"}) {
    write_file(directory(), content);
    EXPECT_THAT([&] { const UnfinishedStudy study(output(), key_, Begin::anew); },
                refuses("it is not what a study has left"));
    EXPECT_EQ(read_file(directory()), content);
  }
}

TEST_F(Unfinished, SaysWhyItCannotBeMade) {
  write_file(scratch_.path() / "a-file", "text");
  EXPECT_THAT([&] { UnfinishedStudy(scratch_.path() / "a-file" / "result", key_, Begin::anew); },
              refuses("cannot make"));
}

std::vector<std::uint64_t> bits_of(const std::vector<Summary>& summaries) {
  std::vector<std::uint64_t> bits;
  for (const Summary& s : summaries) {
    for (const double number : {s.mean, s.sd, s.p05, s.p50, s.p95}) {
      bits.push_back(std::bit_cast<std::uint64_t>(number));
    }
    bits.push_back(s.replications);
  }
  return bits;
}

/// Stops once so many files of finished replications are there.
RunOptions stopped_after(std::size_t replications, const UnfinishedStudy& study) {
  RunOptions options;
  options.keep_in = study.cells_of(0);
  options.on_progress = [&study, replications](const Progress&) {
    return study.finished() < replications;
  };
  return options;
}

TEST_F(Unfinished, RunGivesTheSameWhenItWasStoppedAndGoneOnWith) {
  RunOptions options;
  options.replications = 24;
  const RunResult whole = run_scenario(queue(), options);
  for (const int threads : {1, 3}) {
    for (const std::size_t stop : {1U, 10U, 18U}) {
      {
        const UnfinishedStudy study(output(), key_, Begin::anew);
        RunOptions stopped = stopped_after(stop, study);
        stopped.replications = 24;
        stopped.threads = threads;
        EXPECT_THROW((void)run_scenario(queue(), stopped), RunStopped);
        EXPECT_GE(study.finished(), stop);
        EXPECT_LT(study.finished(), 24U);
      }
      UnfinishedStudy study(output(), key_, Begin::again);
      options.keep_in = study.cells_of(0);
      options.threads = 4 - threads;
      const RunResult resumed = run_scenario(queue(), options);
      EXPECT_EQ(bits_of(resumed.summaries), bits_of(whole.summaries)) << stop << ", " << threads;
      EXPECT_EQ(resumed.audit_checks, whole.audit_checks);
      EXPECT_EQ(resumed.events, whole.events);
      EXPECT_EQ(resumed.most_people, whole.most_people);
      EXPECT_EQ(resumed.bytes_per_person, whole.bytes_per_person);
      study.remove();
    }
  }
}

TEST_F(Unfinished, GoingOnSimulatesOnlyWhatIsMissing) {
  const UnfinishedStudy study(output(), key_, Begin::anew);
  RunOptions options;
  options.keep_in = study.cells_of(0);
  options.replications = 6;
  (void)run_scenario(queue(), options);
  std::atomic<std::int64_t> days = 0;
  options.replications = 8;
  options.on_progress = [&](const Progress& progress) {
    days = progress.days_total;
    return true;
  };
  (void)run_scenario(queue(), options);
  EXPECT_EQ(days, 2 * 181);
}

TEST_F(Unfinished, ComparisonGivesTheSameWhenItWasStoppedAndGoneOnWith) {
  const std::vector<scenario::Scenario> others{queue_for_places(10)};
  RunOptions options;
  options.replications = 12;
  const CompareResult whole = compare_scenarios(queue(), others, options);
  {
    const UnfinishedStudy study(output(), key_, Begin::anew);
    RunOptions stopped = stopped_after(4, study);
    stopped.replications = 12;
    stopped.threads = 2;
    EXPECT_THROW((void)compare_scenarios(queue(), others, stopped), RunStopped);
  }
  const UnfinishedStudy study(output(), key_, Begin::again);
  options.keep_in = study.cells_of(0);
  const CompareResult resumed = compare_scenarios(queue(), others, options);
  const Comparison& a = resumed.comparisons.front();
  const Comparison& b = whole.comparisons.front();
  EXPECT_EQ(bits_of(a.base), bits_of(b.base));
  EXPECT_EQ(bits_of(a.alternative), bits_of(b.alternative));
  EXPECT_EQ(bits_of(a.difference), bits_of(b.difference));
  EXPECT_EQ(bits_of(a.people_figures), bits_of(b.people_figures));
}

}  // namespace
}  // namespace doorstroom::tests
