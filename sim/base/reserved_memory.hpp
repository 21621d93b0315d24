// Memory that grows where it stands.
#pragma once

#include <cstddef>

namespace doorstroom {

/// A stretch of addresses, most of which have no memory behind them yet. What is in use never moves
/// and is never copied; the system gives a page of memory when it is first written to.
class ReservedMemory final {
 public:
  ReservedMemory() = default;
  ReservedMemory(const ReservedMemory&) = delete;
  ReservedMemory& operator=(const ReservedMemory&) = delete;
  ~ReservedMemory();

  /// Makes the first `bytes` usable; those in use keep what they hold, new ones are zero. Throws
  /// std::bad_alloc where the system has no room.
  void use(std::size_t bytes);
  /// The first byte, on a page of its own; null before anything is in use.
  [[nodiscard]] std::byte* data() const { return data_; }
  [[nodiscard]] std::size_t in_use() const { return in_use_; }

 private:
  void reserve(std::size_t at_least);

  std::byte* data_ = nullptr;
  std::size_t reserved_ = 0;
  std::size_t in_use_ = 0;
};

}  // namespace doorstroom
