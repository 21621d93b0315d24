// Drives a fuzz target where libFuzzer does not: every file of the corpus as it is, and then a
// number of random changes of each, the same ones every time.
//
//   fuzz_<target> DIRECTORY CHANGES
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <sys/time.h>
#include <unistd.h>

#include "fuzz/target.hpp"

namespace {

namespace fs = std::filesystem;

class Changes final {
 public:
  explicit Changes(std::uint64_t seed) : random_(seed) {}

  /// One to four of: a byte, a piece less, a piece twice, a piece of another file.
  std::string of(std::string text, const std::string& other) {
    for (std::size_t i = 0, changes = 1 + below(4); i < changes; ++i) change(text, other);
    return text;
  }

 private:
  std::size_t below(std::size_t n) {
    return n == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }

  std::string piece_of(const std::string& text) {
    constexpr std::size_t longest = 64;
    return text.substr(below(text.size() + 1), 1 + below(longest));
  }

  void change(std::string& text, const std::string& other) {
    const std::size_t at = below(text.size() + 1);
    switch (below(4)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        return;
      case 1:
        text.erase(at, 1 + below(64));
        return;
      case 2:
        text.insert(at, piece_of(text));
        return;
      default:
        text.insert(at, piece_of(other));
    }
  }

  std::mt19937_64 random_;
};

void try_text(const std::string& text) {
  constexpr itimerval longest{{0, 0}, {30, 0}};  // seconds of computing for one input
  ::setitimer(ITIMER_PROF, &longest, nullptr);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

std::string now;  // what is tried, to be said where it ends the program

/// Async-signal-safe, so that what was tried is known whatever went wrong.
extern "C" void say_which(int signal) {
  const char* words = "while reading ";
  (void)!::write(STDERR_FILENO, words, 14);
  (void)!::write(STDERR_FILENO, now.data(), now.size());
  (void)!::write(STDERR_FILENO, "\n", 1);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: fuzz_<target> DIRECTORY CHANGES\n", stderr), 2;
  for (const int signal : {SIGABRT, SIGSEGV, SIGPROF, SIGFPE}) std::signal(signal, say_which);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(argv[1])) files.push_back(entry.path());
  std::ranges::sort(files);
  if (files.empty()) return std::fputs("the corpus is empty\n", stderr), 1;
  std::vector<std::string> texts;
  for (const fs::path& file : files) {
    now = file.string();
    texts.push_back(doorstroom::content_of(file));
    try_text(texts.back());
  }
  const long count = std::strtol(argv[2], nullptr, 10);
  for (long i = 0; i < count; ++i) {
    const std::size_t which = static_cast<std::size_t>(i) % texts.size();
    Changes changes(static_cast<std::uint64_t>(i));
    now = files[which].string() + ", change " + std::to_string(i);
    try_text(changes.of(texts[which], texts[(which * 7 + 3) % texts.size()]));
  }
  std::printf("%zu files, %ld changes\n", files.size(), count);
  return 0;
}
