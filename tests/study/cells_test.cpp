#include "study/cells.hpp"

#include <bit>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/files.hpp"
#include "study/ensemble.hpp"
#include "support/scratch.hpp"

namespace doorstroom::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr std::size_t figures = 7;

/// What replication r gives: no two replications the same, one figure now and then not there.
ReplicationCells cells_of(std::uint32_t r) {
  ReplicationCells cells;
  for (std::size_t f = 0; f < figures; ++f) {
    cells.figures.push_back(1.0 / (1 + r) + static_cast<double>(f));
  }
  if (r % 3 == 0) cells.figures[2] = no_figure;
  cells.figures[3] = -0.0;
  cells.audit_checks = 1000 + r;
  cells.effort = {r + 1U, r + 2U, r + 3U, r + 4U, r + 5U};
  return cells;
}

std::vector<std::uint64_t> bits_of(const FigureValues& values) {
  std::vector<std::uint64_t> bits;
  for (const double value : values) bits.push_back(std::bit_cast<std::uint64_t>(value));
  return bits;
}

void expect_same(const ReplicationCells& a, const ReplicationCells& b) {
  EXPECT_EQ(bits_of(a.figures), bits_of(b.figures));
  EXPECT_EQ(a.audit_checks, b.audit_checks);
  EXPECT_EQ(a.effort.events, b.effort.events);
  EXPECT_EQ(a.effort.dues, b.effort.dues);
  EXPECT_EQ(a.effort.agenda_entries, b.effort.agenda_entries);
  EXPECT_EQ(a.effort.most_people, b.effort.most_people);
  EXPECT_EQ(a.effort.bytes_per_person, b.effort.bytes_per_person);
}

void fill(Cells& cells, std::uint32_t count) {
  for (std::uint32_t r = count; r-- > 0;) cells.put(r, cells_of(r));
}

std::vector<std::uint64_t> bits_of(const std::vector<Summary>& summaries) {
  FigureValues values;
  for (const Summary& s : summaries) {
    values.insert(values.end(), {s.mean, s.sd, s.p05, s.p50, s.p95});
    values.push_back(static_cast<double>(s.replications));
  }
  return bits_of(values);
}

class CellsOnDisk : public testing::Test {
 protected:
  [[nodiscard]] fs::path directory() const { return scratch_.path() / "cells"; }
  [[nodiscard]] fs::path file(const std::string& name) const { return directory() / name; }
  [[nodiscard]] Cells open() const { return {figures, directory()}; }
  /// So many replications, finished by a program that has ended.
  void leave(std::uint32_t count) const {
    Cells cells(figures, directory());
    fill(cells, count);
  }

 private:
  Scratch scratch_;
};

TEST(CellsInMemory, GiveBackWhatWasPut) {
  Cells cells(figures);
  fill(cells, 4);
  EXPECT_EQ(cells.size(), 4U);
  EXPECT_TRUE(cells.has(3));
  EXPECT_FALSE(cells.has(4));
  expect_same(cells.of(2), cells_of(2));
}

TEST_F(CellsOnDisk, GiveBackWhatWasPutByAnEarlierProgram) {
  leave(4);
  const Cells cells = open();
  EXPECT_EQ(cells.size(), 4U);
  for (std::uint32_t r = 0; r < 4; ++r) {
    EXPECT_TRUE(cells.has(r));
    expect_same(cells.of(r), cells_of(r));
  }
  EXPECT_FALSE(cells.has(4));
}

TEST_F(CellsOnDisk, GiveTheSameSummariesAsInMemory) {
  constexpr std::uint32_t count = 25;  // enough for percentiles
  Cells memory(figures);
  fill(memory, count + 3);
  leave(count + 3);
  EXPECT_EQ(bits_of(summaries_of(open(), count)), bits_of(summaries_of(memory, count)));
  EXPECT_NE(bits_of(summaries_of(memory, count)), bits_of(summaries_of(memory, count - 1)));
}

TEST_F(CellsOnDisk, NeverBelieveAFileThatWasCutOffOrChanged) {
  leave(1);
  const std::string whole = read_file(file("000000.cells"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, whole.size() / 2,
                                 whole.size() - 65, whole.size() - 64, whole.size() - 1}) {
    write_file(file("000000.cells"), whole.substr(0, size));
    EXPECT_FALSE(open().has(0)) << size << " of " << whole.size() << " bytes";
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    write_file(file("000000.cells"), changed);
    EXPECT_FALSE(open().has(0)) << "byte " << at;
  }
  write_file(file("000000.cells"), whole + "x");
  EXPECT_FALSE(open().has(0));
  write_file(file("000000.cells"), whole);
  EXPECT_TRUE(open().has(0));
}

TEST_F(CellsOnDisk, SimulateADamagedReplicationAgain) {
  leave(3);
  write_file(file("000001.cells"), "damaged");
  Cells cells = open();
  std::vector<std::uint32_t> simulated;
  const auto simulate = [&](std::uint32_t r, const KeepGoing&) {
    simulated.push_back(r);
    return cells_of(r);
  };
  simulate_arms({Arm{10, simulate, &cells}}, 4, {1, {}});
  EXPECT_THAT(simulated, testing::ElementsAre(1, 3));
  const Cells again = open();
  EXPECT_EQ(again.size(), 4U);
  expect_same(again.of(1), cells_of(1));
}

TEST_F(CellsOnDisk, LeaveAloneWhatIsNoFileOfAReplication) {
  leave(1);
  const std::string whole = read_file(file("000000.cells"));
  const std::vector<std::string> foreign{
      "abc.cells",        "000001 (copy).cells", "1.cells",    ".cells", "-00001.cells",
      "4294967296.cells", "000001.cells.part",   "000001.old", "notes",  "0x0001.cells"};
  for (const std::string& name : foreign) write_file(file(name), whole);
  fs::create_directory(file("000002.cells"));
  fs::create_symlink(file("000000.cells"), file("000003.cells"));
  fs::create_symlink(file("nowhere"), file("000004.cells"));
  EXPECT_EQ(open().size(), 1U);
  EXPECT_TRUE(open().has(0));
  for (const std::string& name : foreign) EXPECT_EQ(read_file(file(name)), whole) << name;
}

TEST_F(CellsOnDisk, NeverTakeOneReplicationForAnother) {
  leave(2);
  fs::copy_file(file("000001.cells"), file("000005.cells"));
  fs::copy_file(file("000001.cells"), file("000000.cells"), fs::copy_options::overwrite_existing);
  const Cells cells = open();
  EXPECT_FALSE(cells.has(0));
  EXPECT_TRUE(cells.has(1));
  EXPECT_FALSE(cells.has(5));
}

TEST_F(CellsOnDisk, NeverBelieveThoseOfALayoutWithOtherFigures) {
  leave(2);
  EXPECT_EQ(Cells(figures + 1, directory()).size(), 0U);
  EXPECT_EQ(Cells(figures - 1, directory()).size(), 0U);
}

TEST_F(CellsOnDisk, SayWhichFileWasDamagedWhileTheProgramRan) {
  leave(2);
  const Cells cells = open();
  write_file(file("000001.cells"), "damaged");
  const auto damaged = ThrowsMessage<FileError>(HasSubstr("000001.cells (it was damaged)"));
  EXPECT_THAT([&] { (void)cells.of(1); }, damaged);
  EXPECT_THAT([&] { (void)summaries_of(cells, 2); }, damaged);
  fs::remove(file("000001.cells"));
  EXPECT_THROW((void)cells.of(1), FileError);
  EXPECT_THROW((void)summaries_of(cells, 2), FileError);
}

TEST_F(CellsOnDisk, SayWhyThereIsNoDirectory) {
  const Scratch scratch;
  write_file(scratch.path() / "a-file", "text");
  EXPECT_THAT([&] { const Cells cells(figures, scratch.path() / "a-file"); },
              ThrowsMessage<FileError>(HasSubstr("cannot make")));
  EXPECT_THAT([&] { const Cells cells(figures, scratch.path() / "a-file" / "cells"); },
              ThrowsMessage<FileError>(HasSubstr("cannot make")));
}

}  // namespace
}  // namespace doorstroom::tests
