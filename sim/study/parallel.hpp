// Work spread over threads. The only file that knows OpenMP is parallel.cpp.
#pragma once

#include <cstddef>
#include <functional>

namespace doorstroom {

/// Calls work(0), ..., work(count - 1), each once, on up to `threads` threads (0: as many as the
/// machine has). After a failure nothing more is begun; the exception of the lowest number is
/// thrown here, once all that was begun has ended.
void for_each_in_parallel(std::size_t count, int threads,
                          const std::function<void(std::size_t)>& work);

/// Threads that `threads` stands for.
int threads_for(int threads);

}  // namespace doorstroom
