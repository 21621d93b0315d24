#include "base/reserved_memory.hpp"

#include <algorithm>
#include <new>

#include <sys/mman.h>

namespace doorstroom {

namespace {

constexpr std::size_t large_page = std::size_t{2} << 20U;
constexpr std::size_t step = std::size_t{16} << 20U;  // taken into use at a time

/// Addresses cost nothing, but a user may have limited them.
constexpr std::size_t usually_reserved = std::size_t{1} << 38U;

/// Of a large page even the first byte takes all of it: little memory is better off without.
constexpr std::size_t worth_large_pages = 2 * large_page;

std::size_t whole(std::size_t bytes, std::size_t unit) {
  return (bytes + unit - 1) / unit * unit;
}

}  // namespace

ReservedMemory::~ReservedMemory() {
  if (data_ != nullptr) ::munmap(data_, reserved_);
}

void ReservedMemory::reserve(std::size_t at_least) {
  for (std::size_t size = std::max(usually_reserved, whole(at_least, step)); size >= at_least;
       size /= 2) {
    void* memory =
        ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) continue;
    data_ = static_cast<std::byte*>(memory);
    reserved_ = size;
    return;
  }
  throw std::bad_alloc();
}

void ReservedMemory::use(std::size_t bytes) {
  if (bytes <= in_use_) return;
  if (data_ == nullptr) reserve(bytes);
  const std::size_t wanted = std::min(whole(bytes, step), reserved_);
  if (wanted < bytes) throw std::bad_alloc();
  if (::mprotect(data_ + in_use_, wanted - in_use_, PROT_READ | PROT_WRITE) != 0) {
    throw std::bad_alloc();
  }
#ifdef MADV_HUGEPAGE
  const std::size_t from = std::max(in_use_, worth_large_pages);  // in vain is no harm
  if (from < wanted) static_cast<void>(::madvise(data_ + from, wanted - from, MADV_HUGEPAGE));
#endif
  in_use_ = wanted;
}

}  // namespace doorstroom
