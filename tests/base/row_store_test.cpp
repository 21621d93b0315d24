#include "base/row_store.hpp"

#include <cstdint>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstroom {
namespace {

struct Small {
  std::uint8_t value = 7;
};
struct alignas(RowStore::line) OnALine {
  std::uint32_t value = 11;
};

std::uintptr_t address(const void* at) {
  return reinterpret_cast<std::uintptr_t>(at);
}

TEST(RowStore, NewRowsHoldWhatEveryPartBeginsAs) {
  RowStore rows;
  const auto small = rows.add_part<Small>(3);
  const auto number = rows.add_part<std::int64_t>(1, -5);
  rows.grow_to(1000);
  for (const std::size_t row : {0U, 1U, 999U}) {
    for (std::size_t i = 0; i < small.count; ++i) EXPECT_EQ(rows.at(row, small)[i].value, 7);
    EXPECT_EQ(*rows.at(row, number), -5);
  }
}

TEST(RowStore, PartsAndRowsDoNotTouchEachOther) {
  RowStore rows;
  const auto bytes = rows.add_part<std::uint8_t>(5);
  const auto number = rows.add_part<std::uint32_t>();
  rows.grow_to(100);
  for (std::size_t row = 0; row < 100; ++row) {
    for (std::size_t i = 0; i < 5; ++i) rows.at(row, bytes)[i] = static_cast<std::uint8_t>(row + i);
    *rows.at(row, number) = static_cast<std::uint32_t>(row * 1000);
  }
  for (std::size_t row = 0; row < 100; ++row) {
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(rows.at(row, bytes)[i], row + i);
    EXPECT_EQ(*rows.at(row, number), row * 1000);
  }
}

TEST(RowStore, ValuesStandWhereTheirTypeMayStand) {
  RowStore rows;
  const auto small = rows.add_part<Small>();
  const auto number = rows.add_part<std::uint64_t>();
  const auto on_a_line = rows.add_part<OnALine>();
  rows.grow_to(10);
  for (std::size_t row = 0; row < 10; ++row) {
    EXPECT_EQ(address(rows.at(row, number)) % alignof(std::uint64_t), 0U);
    EXPECT_EQ(address(rows.at(row, on_a_line)) % RowStore::line, 0U);
    EXPECT_EQ(rows.at(row, small)->value, 7);
  }
  EXPECT_EQ(rows.bytes_per_row() % RowStore::line, 0U);
}

TEST(RowStore, RowsStayWhereTheyAreWhenOthersCome) {
  RowStore rows;
  const auto number = rows.add_part<std::uint64_t>();
  rows.grow_to(1);
  const auto* first = rows.at(0, number);
  *rows.at(0, number) = 42;
  rows.grow_to(5'000'000);  // more than one step of memory
  EXPECT_EQ(rows.at(0, number), first);
  EXPECT_EQ(*first, 42U);
  EXPECT_EQ(*rows.at(4'999'999, number), 0U);
  EXPECT_EQ(rows.size(), 5'000'000U);
}

TEST(RowStore, ARowThatIsResetIsAsNewAndOthersAreNot) {
  RowStore rows;
  const auto small = rows.add_part<Small>();
  rows.grow_to(3);
  for (std::size_t row = 0; row < 3; ++row) rows.at(row, small)->value = 1;
  rows.reset(1);
  EXPECT_EQ(rows.at(0, small)->value, 1);
  EXPECT_EQ(rows.at(1, small)->value, 7);
  EXPECT_EQ(rows.at(2, small)->value, 1);
}

TEST(RowStore, APartThatIsNotNeededTakesNoMemory) {
  RowStore with;
  static_cast<void>(with.add_part<std::uint64_t>(2));
  RowStore without;
  static_cast<void>(without.add_part<std::uint64_t>(2));
  EXPECT_EQ(without.add_part<OnALine>(0).count, 0U);
  EXPECT_EQ(with.bytes_per_row(), 16U);
}

TEST(ReservedMemory, RefusesMoreThanThereIs) {
  ReservedMemory memory;
  EXPECT_THROW(memory.use(std::size_t{1} << 60U), std::bad_alloc);
  EXPECT_EQ(memory.in_use(), 0U);
}

}  // namespace
}  // namespace doorstroom
