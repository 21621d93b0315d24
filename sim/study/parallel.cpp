#include "study/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <vector>

#include <omp.h>

namespace doorstroom {

int threads_for(int threads) {
  return threads > 0 ? threads : std::max(1, omp_get_num_procs());
}

void for_each_in_parallel(std::size_t count, int threads,
                          const std::function<void(std::size_t)>& work) {
  std::vector<std::exception_ptr> failures(count);
  std::atomic<bool> failed = false;
  const auto items = static_cast<long>(count);
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads_for(threads))
  for (long i = 0; i < items; ++i) {
    // Items are handed out in order, so all before a failure have begun: which failure is reported
    // does not depend on the threads.
    if (failed.load(std::memory_order_relaxed)) continue;
    try {
      work(static_cast<std::size_t>(i));
    } catch (...) {
      failures[static_cast<std::size_t>(i)] = std::current_exception();
      failed.store(true, std::memory_order_relaxed);
    }
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace doorstroom
