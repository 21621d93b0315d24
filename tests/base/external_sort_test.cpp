#include "base/external_sort.hpp"

#include <cstdint>

#include <gmock/gmock.h>

#include "support/scratch.hpp"

namespace doorstroom {
namespace {

struct Record {
  std::uint32_t key = 0;
  std::uint32_t number = 0;
};
struct ByKey {
  bool operator()(const Record& a, const Record& b) const {
    return a.key != b.key ? a.key < b.key : a.number < b.number;
  }
};

/// Some hundreds of records in no order, with keys that occur more than once.
std::vector<Record> some_records(std::uint32_t count) {
  std::vector<Record> records;
  for (std::uint32_t i = 0; i < count; ++i) records.push_back({(i * 7919U) % 101U, i});
  return records;
}

class ExternalSortOf : public testing::TestWithParam<std::size_t> {};

TEST_P(ExternalSortOf, GivesEverythingInOrderHoweverLittleMemoryThereIs) {
  const tests::Scratch scratch;
  for (const std::uint32_t count : {0U, 1U, 2U, 7U, 350U}) {
    std::vector<Record> expected = some_records(count);
    ExternalSort<Record, ByKey> sort(scratch.path(), GetParam());
    for (const Record& record : expected) sort.add(record);
    std::ranges::sort(expected, ByKey());
    std::vector<Record> given;
    sort.visit_in_order([&](const Record& record) { given.push_back(record); });
    ASSERT_EQ(given.size(), count);
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(given[i].key, expected[i].key);
      EXPECT_EQ(given[i].number, expected[i].number);
    }
    EXPECT_TRUE(std::filesystem::is_empty(scratch.path())) << "something is left behind";
  }
}

INSTANTIATE_TEST_SUITE_P(Memory, ExternalSortOf, testing::Values(0, 1, 2, 7, 50, 349, 350, 1000));

TEST(ExternalSort, SaysWhereThereIsNoRoom) {
  ExternalSort<Record, ByKey> sort("/nowhere/at/all", 1);
  sort.add({});
  EXPECT_THROW(sort.add({}), FileError);
}

}  // namespace
}  // namespace doorstroom
