#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sha2.h>
#include <sys/types.h>
#include <unistd.h>

namespace doorstroom {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const char* what, const fs::path& file, int error) {
  throw FileError(fmt::format("cannot {} {} ({})", what, file.string(), std::strerror(error)));
}

/// A file descriptor that closes itself.
class Descriptor final {
 public:
  Descriptor(const fs::path& path, int flags) : value_(::open(path.c_str(), flags, 0666)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int value() const { return value_; }

 private:
  int value_;
};

void sync_directory(const fs::path& directory) {
  const Descriptor descriptor(directory, O_RDONLY | O_DIRECTORY);
  if (descriptor.value() >= 0) ::fsync(descriptor.value());
}

}  // namespace

void write_file(const fs::path& file, std::string_view content, Durable durable) {
  ResultFile written(file);
  written.append(content);
  written.close(durable);
}

void write_whole(const fs::path& file, std::string_view content) {
  fs::path part = file;
  part += fmt::format(".part-{}", ::getpid());
  try {
    write_file(part, content);
    fs::rename(part, file);
  } catch (const fs::filesystem_error& error) {
    std::error_code ignored;
    fs::remove(part, ignored);
    fail("write", file, error.code().value());
  } catch (const FileError&) {
    std::error_code ignored;
    fs::remove(part, ignored);
    throw;
  }
  sync_directory(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

ResultFile::ResultFile(fs::path file)
    : file_(std::move(file)),
      descriptor_(::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) fail("write", file_, errno);
}

ResultFile::ResultFile(ResultFile&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

ResultFile::~ResultFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ResultFile::append(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", file_, errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void ResultFile::close(Durable durable) {
  const bool is_synced = durable == Durable::in_time || ::fsync(descriptor_) == 0;
  if (!is_synced && errno != EINVAL) fail("write", file_, errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) fail("write", file_, errno);
}

NamelessFile::~NamelessFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void NamelessFile::open(const fs::path& directory) {
  if (descriptor_ >= 0) ::close(descriptor_);
  directory_ = directory;
  std::string name = (directory / "aside-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail("write in", directory, errno);
  ::unlink(name.c_str());
}

void NamelessFile::append(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write in", directory_, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

void NamelessFile::read(std::size_t first, std::span<std::byte> bytes) const {
  while (!bytes.empty()) {
    const ssize_t count =
        ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(first));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("read in", directory_, count < 0 ? errno : EIO);
    first += static_cast<std::size_t>(count);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

std::string read_file(const fs::path& file) {
  std::error_code error;
  if (fs::is_directory(file, error)) fail("read", file, EISDIR);  // opening one does not fail
  std::ifstream stream(file, std::ios::binary);
  if (!stream) fail("read", file, errno);
  std::string content(std::istreambuf_iterator<char>(stream), {});
  if (stream.bad()) fail("read", file, errno);
  return content;
}

std::string sha256(std::string_view content) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(content.data()), content.size(), text.data());
  return {text.data()};
}

std::string sha256_of(const fs::path& file) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
  if (SHA256File(file.c_str(), text.data()) == nullptr) fail("read", file, errno);
  return {text.data()};
}

namespace {

std::string beginning_of_temporary(const fs::path& final_name) {
  return fmt::format(".{}.partial-", final_name.filename().string());
}

/// Is it the temporary name of some program for that directory, or of what was there before?
bool is_temporary(std::string_view name, const fs::path& final_name) {
  const std::string beginning = beginning_of_temporary(final_name);
  if (!name.starts_with(beginning)) return false;
  name.remove_prefix(beginning.size());
  name.remove_prefix(std::min(name.find_first_not_of("0123456789"), name.size()));
  return name.empty() || name == ".old";
}

}  // namespace

ResultDirectory::ResultDirectory(fs::path final_name, Existing existing)
    : final_(std::move(final_name)) {
  std::error_code error;
  final_ = final_.lexically_normal();
  if (!final_.has_filename()) final_ = final_.parent_path();  // "results/", "results/."
  if (!final_.has_filename() || final_ == "." || final_.filename() == "..") {
    throw FileError(fmt::format("\"{}\" is no name that results can be given", final_.string()));
  }
  if (fs::exists(fs::symlink_status(final_, error))) {
    if (existing == Existing::keep) {
      throw FileError(final_.string() + " exists already (use --force to replace it)");
    }
    const bool is_ours =
        fs::is_directory(final_, error) &&
        (fs::exists(final_ / mark_of_results, error) || fs::is_empty(final_, error));
    if (!is_ours) {
      throw FileError(final_.string() + " is not a directory of results, so it is not replaced");
    }
  }
  const fs::path parent = final_.has_parent_path() ? final_.parent_path() : fs::path(".");
  fs::create_directories(parent, error);
  if (error) fail("make", parent, error.value());
  temporary_ = parent / (beginning_of_temporary(final_) + std::to_string(::getpid()));
  fs::remove_all(temporary_, error);
  if (!fs::create_directory(temporary_, error)) fail("make", temporary_, error.value());
}

ResultDirectory::~ResultDirectory() {
  if (published_) return;
  std::error_code ignored;
  fs::remove_all(temporary_, ignored);
}

void ResultDirectory::write(const fs::path& name, std::string_view content) const {
  ResultFile file = begin(name);
  file.append(content);
  file.close();
}

ResultFile ResultDirectory::begin(const fs::path& name) const {
  const fs::path file = temporary_ / name;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) fail("make", file.parent_path(), error.value());
  return ResultFile(file);
}

/// An old directory is moved aside first, so that at no moment a mixture of both can be seen.
void ResultDirectory::publish() {
  sync_directory(temporary_);
  std::error_code error;
  fs::path aside;
  if (fs::exists(fs::symlink_status(final_, error))) {
    aside = temporary_;
    aside += ".old";
    fs::remove_all(aside, error);
    fs::rename(final_, aside, error);
    if (error) fail("replace", final_, error.value());
  }
  fs::rename(temporary_, final_, error);
  if (error) {
    const int cause = error.value();
    if (!aside.empty()) fs::rename(aside, final_, error);
    fail("make", final_, cause);
  }
  published_ = true;
  sync_directory(final_.has_parent_path() ? final_.parent_path() : fs::path("."));
  if (!aside.empty()) fs::remove_all(aside, error);
}

void ResultDirectory::remove_leftovers() const {
  std::error_code error;
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator entry(temporary_.parent_path(), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (is_temporary(name, final_)) leftovers.push_back(entry->path());
  }
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover, error);
}

}  // namespace doorstroom
