#include "scenario/program.hpp"

#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace doorstroom {

namespace fs = std::filesystem;

namespace {

/// The child's side: never returns.
[[noreturn]] void become_doorstroom(const std::vector<std::string>& arguments,
                                    const fs::path& directory, const fs::path& out,
                                    const fs::path& err) {
  std::vector<std::string> words{DOORSTROOM_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const int to_out = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int to_err = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const bool ready = ::chdir(directory.c_str()) == 0 && ::dup2(to_out, STDOUT_FILENO) >= 0 &&
                     ::dup2(to_err, STDERR_FILENO) >= 0;
  if (ready) ::execv(argv.front(), argv.data());
  ::_exit(127);
}

}  // namespace

Outcome run_doorstroom(const std::vector<std::string>& arguments, const fs::path& directory) {
  const TemporaryDirectory streams;
  const fs::path out = streams.path() / "out";
  const fs::path err = streams.path() / "err";
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start the program");
  if (child == 0) become_doorstroom(arguments, directory, out, err);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
  }
  Outcome outcome;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = content_of(out);
  outcome.err = content_of(err);
  return outcome;
}

}  // namespace doorstroom
