// What is kept of each of very many, in one row: whoever is looked at lies in one place of memory,
// and not in as many places as things are kept of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <new>
#include <type_traits>
#include <vector>

#include "base/contracts.hpp"
#include "base/reserved_memory.hpp"

namespace doorstroom {

/// Rows of one layout, which is only known at run time: what a model does not need takes no memory.
/// Rows never move. They begin on a line of the processor's cache where a part asks for it.
class RowStore final {
 public:
  static constexpr std::size_t line = 64;  // bytes the processor fetches at once

  /// Where a part stands in every row.
  template <class T>
  struct Part {
    std::size_t offset = 0;
    std::size_t count = 0;
  };

  /// Gives every row room for `count` values, which begin as `first`. Before the first row is made.
  template <class T>
  Part<T> add_part(std::size_t count = 1, const T& first = T{}) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= line);
    EXPECTS(size_ == 0);
    if (count == 0) return {};
    const std::size_t offset = (pattern_.size() + alignof(T) - 1) / alignof(T) * alignof(T);
    pattern_.resize(offset + count * sizeof(T));
    for (std::size_t i = 0; i < count; ++i) {
      std::memcpy(pattern_.data() + offset + i * sizeof(T), &first, sizeof(T));
    }
    unit_ = std::max(unit_, alignof(T));
    stride_ = (pattern_.size() + unit_ - 1) / unit_ * unit_;
    return {offset, count};
  }

  /// Number of rows.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Makes new rows, up to that many in all.
  void grow_to(std::size_t size) {
    if (size <= size_) return;
    if (size * stride_ > memory_.in_use()) {
      memory_.use(size * stride_);
      data_ = memory_.data();
    }
    while (size_ < size) reset(size_++);
  }
  /// As if the row were new.
  void reset(std::size_t row) {
    std::memcpy(data_ + row * stride_, pattern_.data(), pattern_.size());
  }

  /// The first value of a part.
  template <class T>
  [[nodiscard]] T* at(std::size_t row, Part<T> part) {
    EXPECTS(row < size_);
    return std::launder(reinterpret_cast<T*>(data_ + row * stride_ + part.offset));
  }
  template <class T>
  [[nodiscard]] const T* at(std::size_t row, Part<T> part) const {
    EXPECTS(row < size_);
    return std::launder(reinterpret_cast<const T*>(data_ + row * stride_ + part.offset));
  }

  /// Fetches a row that will soon be read. Always inline, because g++ 12 takes a function that only
  /// prefetches for one without any effect, and leaves out the calls.
  [[gnu::always_inline]] inline void prefetch(std::size_t row) const {
    const std::byte* at = data_ + row * stride_;
    for (std::size_t i = 0; i < stride_; i += line) __builtin_prefetch(at + i, 1);
  }

  /// Bytes that a row takes.
  [[nodiscard]] std::size_t bytes_per_row() const { return stride_; }

 private:
  std::byte* data_ = nullptr;
  std::size_t stride_ = 0;
  std::size_t unit_ = 16;  // a row is so many bytes, or a multiple
  std::size_t size_ = 0;
  std::vector<std::byte> pattern_;  // a new row
  ReservedMemory memory_;
};

}  // namespace doorstroom
