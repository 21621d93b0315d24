// Contracts for programmers: what a caller promises (EXPECTS) and what a function promises
// (ENSURES). They are checked in Debug builds and where DOORSTROOM_CONTRACTS is on; they never
// guard against bad input, which is reported as diagnostics.
#pragma once

#include <stdexcept>
#include <string>

namespace doorstroom {

/// A promise between parts of the program was broken: a bug, never the user's fault.
class BrokenContract final : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void broken_contract(const char* kind, const char* promise, const char* file,
                                         int line) {
  throw BrokenContract(std::string(file) + ":" + std::to_string(line) + ": " + kind + " " +
                       promise);
}

}  // namespace doorstroom

#if !defined(NDEBUG) || defined(DOORSTROOM_CONTRACTS)
#define DOORSTROOM_CONTRACT(kind, promise) \
  ((promise) ? void(0) : ::doorstroom::broken_contract(kind, #promise, __FILE__, __LINE__))
#else
#define DOORSTROOM_CONTRACT(kind, promise) ((void)0)
#endif

#define EXPECTS(promise) DOORSTROOM_CONTRACT("expects", promise)
#define ENSURES(promise) DOORSTROOM_CONTRACT("ensures", promise)
