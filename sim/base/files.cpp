#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sha2.h>
#include <sys/file.h>
#include <sys/stat.h>
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

/// Sees to it that the names in a directory have reached the disk. One that may be written but not
/// read cannot be asked to.
void sync_directory(const fs::path& directory) {
  const Descriptor descriptor(directory, O_RDONLY | O_DIRECTORY);
  if (descriptor.value() < 0) return;
  if (::fsync(descriptor.value()) != 0 && errno != EINVAL) fail("write", directory, errno);
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

}  // namespace

void sync_file(const fs::path& file) {
  const Descriptor descriptor(file, O_RDONLY);
  if (descriptor.value() < 0) fail("write", file, errno);
  if (::fsync(descriptor.value()) != 0 && errno != EINVAL) fail("write", file, errno);
}

void write_file(const fs::path& file, std::string_view content, Durable durable) {
  ResultFile written(file);
  written.append(content);
  written.close(durable);
}

void write_whole(const fs::path& file, std::string_view content) {
  make_whole(file, [&](const fs::path& temporary) { write_file(temporary, content); });
}

void make_whole(const fs::path& file, const std::function<void(const fs::path&)>& write) {
  const fs::path temporary =
      folder_of(file) / fmt::format(".{}.partial-{}", file.filename().string(), ::getpid());
  std::error_code ignored;
  try {
    write(temporary);
  } catch (...) {
    fs::remove(temporary, ignored);
    throw;
  }
  std::error_code error;
  fs::rename(temporary, file, error);
  if (error) {
    fs::remove(temporary, ignored);
    fail("write", file, error.value());
  }
  sync_directory(folder_of(file));
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
  return read_file(file, std::string().max_size());
}

std::string read_file(const fs::path& file, std::size_t most) {
  const Descriptor descriptor(file, O_RDONLY | O_CLOEXEC);
  if (descriptor.value() < 0) fail("read", file, errno);
  std::error_code unknown;
  const auto size = fs::file_size(file, unknown);
  std::string content;
  if (!unknown && size <= most) content.reserve(size);
  std::array<char, 65'536> part{};
  while (true) {
    const ssize_t count = ::read(descriptor.value(), part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read", file, errno);
    if (count == 0) return content;
    content.append(part.data(), static_cast<std::size_t>(count));
    if (content.size() > most) fail("read", file, EFBIG);
  }
}

bool stays_inside(const fs::path& name) {
  return !name.empty() && name.is_relative() && std::ranges::find(name, "..") == name.end();
}

std::string name_from(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  const fs::path relative = fs::relative(fs::absolute(file), fs::absolute(folder), error);
  return (error || relative.empty() ? fs::absolute(file) : relative).generic_string();
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

std::string_view without_digits(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
  return text;
}

/// Is it the temporary name of some program for that directory, or of what was there before?
bool is_temporary(std::string_view name, const fs::path& final_name) {
  const std::string beginning = beginning_of_temporary(final_name);
  if (!name.starts_with(beginning)) return false;
  name = without_digits(name.substr(beginning.size()));
  if (name.starts_with('-')) name = without_digits(name.substr(1));
  return name.empty() || name == ".old";
}

/// Makes an empty directory beside the final name. What has its name already is left alone: a
/// killed program may have left it, or one be at work in it whose processes are counted apart (in
/// another container on the same disk).
fs::path make_workplace(const fs::path& final_name) {
  const std::string first = (folder_of(final_name) / beginning_of_temporary(final_name)).string() +
                            std::to_string(::getpid());
  std::string name = first;
  for (int more = 1; ::mkdir(name.c_str(), 0777) != 0; ++more) {
    if (errno != EEXIST) fail("make", name, errno);
    name = fmt::format("{}-{}", first, more);
  }
  return name;
}

/// What a link leads to takes the results: the link stays. Throws FileError if it leads nowhere.
fs::path behind_links(const fs::path& name) {
  std::error_code error;
  if (!fs::is_symlink(fs::symlink_status(name, error))) return name;
  const fs::path target = fs::canonical(name, error);
  if (error) throw FileError(name.string() + " is a link that leads nowhere");
  return target;
}

bool is_there(const fs::path& name) {
  std::error_code error;
  return fs::exists(fs::symlink_status(name, error));
}

[[noreturn]] void refuse_existing(const fs::path& name) {
  throw FileError(name.string() + " exists already (use --force to replace it)");
}

void check_replaceable(const fs::path& name) {
  std::error_code error;
  const bool is_ours = fs::is_directory(fs::symlink_status(name, error)) &&
                       (fs::exists(name / mark_of_results, error) || fs::is_empty(name, error));
  if (is_ours) return;
  throw FileError(name.string() + " is not a directory of results, so it is not replaced");
}

/// Renames with a flag of renameat2(2). False where the file system does not know the flag.
bool rename_with(unsigned flag, const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flag) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS) return false;
  if (errno == EEXIST) refuse_existing(to);
  fail("make", to, errno);
}

/// Gives a directory a name that nothing has.
void rename_to_new(const fs::path& from, const fs::path& to) {
  if (rename_with(RENAME_NOREPLACE, from, to)) return;
  if (is_there(to)) refuse_existing(to);
  std::error_code error;
  fs::rename(from, to, error);
  if (error) fail("make", to, error.value());
}

/// Gives a directory the name of another, which is removed. There is always one of that name, but
/// on file systems that cannot exchange two names, where the old one is moved aside first.
void rename_to_replace(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (rename_with(RENAME_EXCHANGE, from, to)) {
    fs::remove_all(from, error);
    return;
  }
  fs::path aside = from;
  aside += ".old";
  fs::remove_all(aside, error);
  fs::rename(to, aside, error);
  if (error) fail("replace", to, error.value());
  fs::rename(from, to, error);
  if (error) {
    const int cause = error.value();
    fs::rename(aside, to, error);
    fail("make", to, cause);
  }
  fs::remove_all(aside, error);
}

}  // namespace

ResultDirectory::ResultDirectory(fs::path final_name, Existing existing)
    : final_(std::move(final_name)), existing_(existing) {
  final_ = final_.lexically_normal();
  if (!final_.has_filename()) final_ = final_.parent_path();  // "results/", "results/."
  if (!final_.has_filename() || final_ == "." || final_.filename() == "..") {
    throw FileError(fmt::format("\"{}\" is no name that results can be given", final_.string()));
  }
  final_ = behind_links(final_);
  if (is_there(final_)) {
    if (existing_ == Existing::keep) refuse_existing(final_);
    check_replaceable(final_);
  }
  std::error_code error;
  fs::create_directories(folder_of(final_), error);
  if (error) fail("make", folder_of(final_), error.value());
  temporary_ = make_workplace(final_);
  lock_ = ::open(temporary_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ >= 0) ::flock(lock_, LOCK_SH | LOCK_NB);
}

ResultDirectory::~ResultDirectory() {
  if (!published_) {
    std::error_code ignored;
    fs::remove_all(temporary_, ignored);
  }
  if (lock_ >= 0) ::close(lock_);
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

/// Whatever happens, the final name is that of nothing, of the old result or of the new one.
void ResultDirectory::publish() {
  std::error_code error;
  for (fs::recursive_directory_iterator entry(temporary_, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_directory(error)) sync_directory(entry->path());
  }
  if (error) fail("read", temporary_, error.value());
  sync_directory(temporary_);
  if (existing_ == Existing::replace && is_there(final_)) {
    check_replaceable(final_);  // it may be another than when the study began
    rename_to_replace(temporary_, final_);
  } else {
    rename_to_new(temporary_, final_);
  }
  published_ = true;
  sync_directory(folder_of(final_));
}

void ResultDirectory::remove_leftovers() const {
  std::error_code error;
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator entry(folder_of(final_), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (is_temporary(name, final_)) leftovers.push_back(entry->path());
  }
  for (const fs::path& leftover : leftovers) {
    const Descriptor descriptor(leftover, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    const bool at_work = descriptor.value() >= 0 &&
                         ::flock(descriptor.value(), LOCK_EX | LOCK_NB) != 0 &&
                         errno == EWOULDBLOCK;
    if (!at_work) fs::remove_all(leftover, error);
  }
}

}  // namespace doorstroom
