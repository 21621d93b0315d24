// What is kept of each of very many, in one row: whoever is looked at lies in one place of memory,
// and not in as many places as things are kept of them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

#include "base/column.hpp"
#include "base/contracts.hpp"

namespace doorstroom {

/// RowStore of one layout, which is only known at run time: what a model does not need takes no
/// memory. RowStore begin on a line of the processor's cache and never move.
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
    const std::size_t offset = (pattern_.size() + alignof(T) - 1) / alignof(T) * alignof(T);
    pattern_.resize(offset + count * sizeof(T));
    for (std::size_t i = 0; i < count; ++i) {
      std::memcpy(pattern_.data() + offset + i * sizeof(T), &first, sizeof(T));
    }
    return {offset, count};
  }

  /// Number of rows.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Makes new rows, up to that many in all.
  void grow_to(std::size_t size) {
    if (size_ == 0) settle_layout();
    for (; size_ < size; ++size_) {
      if (size_ >> shift_ == chunks_.size()) add_chunk();
      reset(size_);
    }
  }
  /// As if the row were new.
  void reset(std::size_t row) { std::memcpy(data(row), pattern_.data(), pattern_.size()); }

  /// The first value of a part.
  template <class T>
  [[nodiscard]] T* at(std::size_t row, Part<T> part) {
    return std::launder(reinterpret_cast<T*>(data(row) + part.offset));
  }
  template <class T>
  [[nodiscard]] const T* at(std::size_t row, Part<T> part) const {
    return std::launder(reinterpret_cast<const T*>(data(row) + part.offset));
  }

  /// Fetches a row that will soon be read. Always inline, because g++ 12 takes a function that only
  /// prefetches for one without any effect, and leaves out the calls.
  [[gnu::always_inline]] inline void prefetch(std::size_t row) const {
    const std::byte* at = data(row);
    for (std::size_t i = 0; i < lines_; ++i) __builtin_prefetch(at + i * line, 1);
  }

  /// Bytes that a row takes.
  [[nodiscard]] std::size_t bytes_per_row() const {
    return (pattern_.size() + line - 1) / line * line;
  }

 private:
  /// Many rows, in memory that is only taken when rows in it are made.
  class Chunk final {
   public:
    Chunk(std::size_t bytes, std::size_t plain)
        : memory_(static_cast<std::byte*>(allocate_large(bytes, plain))) {}
    [[nodiscard]] std::byte* data() const { return memory_.get(); }

   private:
    struct Free {
      void operator()(std::byte* memory) const { std::free(memory); }
    };
    std::unique_ptr<std::byte, Free> memory_;
  };

  void settle_layout() {
    lines_ = std::max<std::size_t>(bytes_per_row() / line, 1);
    constexpr std::size_t most_lines_of_chunk = std::size_t{1} << 19U;  // 32 MB
    shift_ = static_cast<unsigned>(std::bit_width(most_lines_of_chunk / lines_) - 1);
    mask_ = (std::size_t{1} << shift_) - 1;
  }
  void add_chunk() {
    constexpr std::size_t worth_large_pages = 2 * large_page;  // few rows are better off without
    chunks_.emplace_back((lines_ * line) << shift_, chunks_.empty() ? worth_large_pages : 0);
  }
  [[nodiscard]] std::byte* data(std::size_t row) const {
    EXPECTS(row < size_ || row >> shift_ < chunks_.size());
    return chunks_[row >> shift_].data() + (row & mask_) * lines_ * line;
  }

  std::vector<std::byte> pattern_;  // a new row
  std::vector<Chunk> chunks_;
  std::size_t size_ = 0;
  std::size_t lines_ = 1;
  unsigned shift_ = 0;
  std::size_t mask_ = 0;
};

}  // namespace doorstroom
