#include "engine/agenda.hpp"

namespace doorstroom {

Agenda::Agenda(Horizon horizon)
    : horizon_(horizon), first_(static_cast<std::size_t>(horizon.days()), no_chunk) {}

std::uint32_t Agenda::fresh_chunk(std::uint32_t next) {
  std::uint32_t chunk = free_;
  if (chunk == no_chunk) {
    chunk = static_cast<std::uint32_t>(pool_.size());
    pool_.emplace_back();
  } else {
    free_ = pool_[chunk].next;
  }
  pool_[chunk].next = next;
  pool_[chunk].used = 0;
  return chunk;
}

void Agenda::add(Day day, Slot slot) {
  if (!horizon_.contains(day)) return;
  std::uint32_t& first = first_[static_cast<std::size_t>(day - horizon_.start)];
  if (first == no_chunk || pool_[first].used == chunk_size) first = fresh_chunk(first);
  Chunk& chunk = pool_[first];
  chunk.slots[chunk.used++] = slot;
}

void Agenda::take(Day day, std::vector<Slot>& into) {
  into.clear();
  std::uint32_t& first = first_[static_cast<std::size_t>(day - horizon_.start)];
  while (first != no_chunk) {
    Chunk& chunk = pool_[first];
    into.insert(into.end(), chunk.slots.begin(), chunk.slots.begin() + chunk.used);
    const std::uint32_t next = chunk.next;
    chunk.next = free_;
    free_ = first;
    first = next;
  }
  taken_ += into.size();
}

}  // namespace doorstroom
