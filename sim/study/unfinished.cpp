#include "study/unfinished.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doorstroom/load.hpp"
#include "doorstroom/version.hpp"

#include "base/files.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view key_file = "study";
constexpr std::string_view new_key_file = "study.new";
constexpr std::string_view lock_file = "lock";

[[noreturn]] void fail(const char* what, const fs::path& path, const std::string& cause) {
  throw FileError(fmt::format("cannot {} {} ({})", what, path.string(), cause));
}

fs::path beside(fs::path output) {
  if (!output.has_filename()) output = output.parent_path();  // "results/"
  output += ".unfinished";
  return output;
}

/// Is there nothing yet, or what a study left, however it ended? A key that cannot be one is
/// somebody else's file. Links are not followed: what they lead to was not made by a study.
bool may_be_used(const fs::path& directory) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(directory, error);
  if (!fs::exists(status)) return true;
  if (!fs::is_directory(status)) return false;
  if (fs::exists(directory / key_file, error)) {
    const std::string key = read_file(directory / key_file);
    return key.size() == sha256({}).size() &&
           key.find_first_not_of("0123456789abcdef") == std::string::npos;
  }
  // A study that was killed before it had a key.
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path name = entry->path().filename();
    if (name != lock_file && name != new_key_file) return false;
  }
  return !error;
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

FileLock::FileLock(const fs::path& file)
    : descriptor_(::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0644)) {
  if (descriptor_ < 0) fail("make", file, std::strerror(errno));
  const int error = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
  // The program that held it may have removed it: then this is the lock of nothing.
  struct stat held {};
  struct stat named {};
  const bool is_removed = ::fstat(descriptor_, &held) != 0 || ::stat(file.c_str(), &named) != 0 ||
                          held.st_ino != named.st_ino;
  if (error == 0 && !is_removed) return;
  ::close(descriptor_);
  const bool is_taken = error == EWOULDBLOCK || is_removed;
  fail("use", file.parent_path(),
       is_taken ? "another program is at work in it" : std::strerror(error));
}

FileLock::~FileLock() {
  ::close(descriptor_);
}

UnfinishedStudy::UnfinishedStudy(const fs::path& output, const std::string& key, Begin begin)
    : directory_(beside(output)) {
  if (!may_be_used(directory_)) fail("use", directory_, "it is not what a study has left");
  std::error_code error;
  fs::create_directories(directory_, error);
  if (error) fail("make", directory_, error.message());
  lock_.emplace(directory_ / lock_file);
  const bool was_there = fs::exists(directory_ / key_file, error);
  if (was_there && begin == Begin::again) {
    if (read_file(directory_ / key_file) == key) return;
    fail("resume", directory_,
         "it is of another scenario, seed, scale or version; without --resume it begins anew");
  }
  // What stayed behind would be taken for this study's.
  clear(error);
  if (error) fail("empty", directory_, error.message());
  write_file(directory_ / new_key_file, key);
  fs::rename(directory_ / new_key_file, directory_ / key_file, error);
  if (error) fail("make", directory_ / key_file, error.message());
}

UnfinishedStudy::~UnfinishedStudy() {
  if (lock_ && finished() == 0) remove();
}

/// Removes everything but the lock, and the key last: whatever is still there when the program is
/// killed meanwhile has its key.
void UnfinishedStudy::clear(std::error_code& error) const {
  std::vector<fs::path> entries;
  for (fs::directory_iterator entry(directory_, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path name = entry->path().filename();
    if (name != lock_file && name != key_file) entries.push_back(entry->path());
  }
  entries.push_back(directory_ / key_file);
  for (const fs::path& entry : entries) {
    if (!error) fs::remove_all(entry, error);
  }
}

fs::path UnfinishedStudy::cells_of(std::size_t arm) const {
  return directory_ / fmt::format("{:04}", arm);
}

std::size_t UnfinishedStudy::finished() const {
  std::error_code error;
  std::size_t count = 0;
  for (fs::recursive_directory_iterator entry(directory_, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".cells") ++count;
  }
  return count;
}

void UnfinishedStudy::remove() {
  std::error_code error;
  clear(error);
  if (!error) fs::remove_all(directory_, error);
  lock_.reset();
}

}  // namespace doorstroom
