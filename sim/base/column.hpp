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

/// Asks for large pages where the system has them and the memory is worth it.
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
    const std::size_t whole = (bytes + page - 1) / page * page;
    void* memory = std::aligned_alloc(page, whole);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    static_cast<void>(::madvise(memory, whole, MADV_HUGEPAGE));  // in vain is no harm
#endif
    return static_cast<T*>(memory);
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
  static constexpr std::size_t page = std::size_t{2} << 20U;
  static constexpr bool is_worth_it(std::size_t bytes) {
    return bytes >= 4 * page;
  }
};

/// One value for each of very many.
template <class T>
using Column = std::vector<T, LargePages<T>>;

}  // namespace doorstroom
