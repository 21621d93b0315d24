#include "study/unfinished.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "doorstroom/load.hpp"
#include "doorstroom/version.hpp"

#include "base/files.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view key_file = "study";
constexpr std::string_view lock_file = "lock";

[[noreturn]] void fail(const char* what, const fs::path& path, const std::string& cause) {
  throw FileError(fmt::format("cannot {} {} ({})", what, path.string(), cause));
}

fs::path beside(fs::path output) {
  if (!output.has_filename()) output = output.parent_path();  // "results/"
  output += ".unfinished";
  return output;
}

}  // namespace

std::string study_key(const std::string& kind, const std::vector<scenario::Scenario>& scenarios) {
  std::string text = fmt::format("{} {} {}\n", kind, version(), commit());
  for (scenario::Scenario scenario : scenarios) {
    scenario.replications = 1;
    text += resolved_text(scenario);
  }
  return sha256(text);
}

UnfinishedStudy::UnfinishedStudy(const fs::path& output, const std::string& key, Begin begin)
    : directory_(beside(output)) {
  std::error_code error;
  const bool was_there = fs::exists(directory_ / key_file, error);
  if (fs::exists(directory_, error) && !was_there && !fs::is_empty(directory_, error)) {
    fail("use", directory_, "it is not what a study has left");
  }
  fs::create_directories(directory_, error);
  if (error) fail("make", directory_, error.message());
  lock_ = ::open((directory_ / lock_file).c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (lock_ < 0) fail("make", directory_ / lock_file, std::strerror(errno));
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    fail("use", directory_, "another program is at work in it");
  }
  if (was_there && begin == Begin::again && read_file(directory_ / key_file) != key) {
    ::close(lock_);
    fail("resume", directory_,
         "it is of another scenario, seed, scale or version; without --resume it begins anew");
  }
  if (was_there && begin == Begin::anew) {
    for (const fs::directory_entry& entry : fs::directory_iterator(directory_)) {
      if (entry.path().filename() != lock_file) fs::remove_all(entry.path(), error);
    }
  }
  write_file(directory_ / key_file, key);
}

UnfinishedStudy::~UnfinishedStudy() {
  if (lock_ < 0) return;
  std::error_code ignored;
  if (finished() == 0) fs::remove_all(directory_, ignored);
  ::close(lock_);
}

fs::path UnfinishedStudy::cells_of(std::size_t arm) const {
  return directory_ / fmt::format("{:04}", arm);
}

std::size_t UnfinishedStudy::finished() const {
  std::error_code ignored;
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory_, ignored)) {
    if (entry.path().extension() == ".cells") ++count;
  }
  return count;
}

void UnfinishedStudy::remove() {
  std::error_code ignored;
  fs::remove_all(directory_, ignored);
  ::close(lock_);
  lock_ = -1;
}

}  // namespace doorstroom
