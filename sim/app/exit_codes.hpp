// How the program ends. Stable: scripts rely on it.
#pragma once

namespace doorstroom {

enum class ExitCode : int {
  ok = 0,
  usage = 2,             // the command line is wrong
  invalid_scenario = 3,  // the scenario is; all problems are listed, nothing is written
  unreachable = 4,       // a target cannot be reached
  audit_failed = 5,      // the books do not balance; no results are given
  input_output = 6,      // something could not be read or written
  internal = 70,         // a bug
  interrupted = 130,     // stopped with Ctrl-C or by a signal; nothing is left behind
};

constexpr int number_of(ExitCode code) {
  return static_cast<int>(code);
}

}  // namespace doorstroom
