// Columns of hundreds of megabytes, read here and there: on pages of the usual size nearly every
// read would first have to look up where its page is.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace doorstroom {

inline constexpr std::size_t large_page = std::size_t{2} << 20U;  // bytes

/// Memory that asks for large pages where the system has them, but for its first `plain` bytes: of
/// a large page even the first byte takes all of it. To be given back to std::free.
inline void* allocate_large(std::size_t bytes, std::size_t plain = 0) {
  const std::size_t whole = (bytes + large_page - 1) / large_page * large_page;
  void* memory = std::aligned_alloc(large_page, whole);
  if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  if (plain < whole) {  // in vain is no harm
    static_cast<void>(::madvise(static_cast<char*>(memory) + plain, whole - plain, MADV_HUGEPAGE));
  }
#endif
  return memory;
}

/// Asks for large pages where the memory is worth it.
template <class T>
class LargePages {
 public:
  using value_type = T;

  LargePages() = default;
  template <class Other>
  explicit(false) LargePages(const LargePages<Other>&) {}

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (!is_worth_it(bytes)) return std::allocator<T>().allocate(count);
    return static_cast<T*>(allocate_large(bytes));
  }
  void deallocate(T* memory, std::size_t count) {
    if (is_worth_it(count * sizeof(T)))
      std::free(memory);
    else
      std::allocator<T>().deallocate(memory, count);
  }

  template <class Other>
  friend bool operator==(const LargePages&, const LargePages<Other>&) {
    return true;
  }

 private:
  static constexpr bool is_worth_it(std::size_t bytes) { return bytes >= 4 * large_page; }
};

/// One value for each of very many.
template <class T>
using Column = std::vector<T, LargePages<T>>;

}  // namespace doorstroom
