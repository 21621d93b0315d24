// The command line.
#pragma once

namespace doorstroom {

/// Does what the command line asks for; the result is the program's exit code. Nothing is thrown.
int run_program(int argc, const char* const* argv);

}  // namespace doorstroom
