// The future: one bucket of slots a day. Entries are never removed; whether one still counts is
// read from the person's due day.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "doorstroom/calendar.hpp"

#include "base/column.hpp"
#include "engine/person.hpp"

namespace doorstroom {

/// Who may have something due on which day of the horizon. Chunks come from one pool and return to
/// it when their day is over.
class Agenda final {
 public:
  explicit Agenda(Horizon horizon);

  /// Notes that `slot` has something due on `day`; days outside the horizon are ignored.
  void add(Day day, Slot slot);
  /// Moves the slots of a day into `into` (in no particular order) and forgets the day.
  void take(Day day, std::vector<Slot>& into);

  /// Number of entries taken so far.
  [[nodiscard]] std::uint64_t taken() const { return taken_; }
  [[nodiscard]] std::size_t bytes() const { return pool_.size() * sizeof(Chunk); }

 private:
  static constexpr std::uint32_t chunk_size = 30;
  static constexpr std::uint32_t no_chunk = ~std::uint32_t{0};
  struct Chunk {
    std::uint32_t next = no_chunk;
    std::uint32_t used = 0;
    std::array<Slot, chunk_size> slots;
  };
  std::uint32_t fresh_chunk(std::uint32_t next);

  Horizon horizon_;
  std::vector<std::uint32_t> first_;  // by day
  Column<Chunk> pool_;
  std::uint32_t free_ = no_chunk;
  std::uint64_t taken_ = 0;
};

}  // namespace doorstroom
