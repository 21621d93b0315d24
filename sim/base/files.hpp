// Files that appear whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace doorstroom {

/// Reading or writing failed; the message names the file and the cause.
class FileError final : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// When what is written must have reached the disk: before it is gone on with, or whenever the
/// system gets to it (a power cut may then cut the file off), which takes a hundredth of the time.
enum class Durable { now, in_time };

/// Writes a file. Throws FileError.
void write_file(const std::filesystem::path& file, std::string_view content,
                Durable durable = Durable::now);

/// Writes a file that appears whole or not at all, in the place of one that is there already.
/// Throws FileError; then what was there is as it was.
void write_whole(const std::filesystem::path& file, std::string_view content);

/// The content of a file. Throws FileError.
std::string read_file(const std::filesystem::path& file);
/// The same of one that may not have more than so many bytes.
std::string read_file(const std::filesystem::path& file, std::size_t most);

/// Does a name lead to something in the folder that it is a name in, and no file above or beside
/// it?
bool stays_inside(const std::filesystem::path& name);

/// How one file names another from its folder; absolute where there is no such way.
std::string name_from(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Makes a file that appears whole or not at all: `write` is given the name, beside it, under which
/// it is to be written. Throws FileError, and what `write` throws; then nothing is left of it.
void make_whole(const std::filesystem::path& file,
                const std::function<void(const std::filesystem::path&)>& write);

/// SHA-256 of a text, in hexadecimal, as sha256sum prints it.
std::string sha256(std::string_view content);

/// SHA-256 of the content of a file. Throws FileError.
std::string sha256_of(const std::filesystem::path& file);

/// Sees to it that a file that another library has written has reached the disk. Throws FileError.
void sync_file(const std::filesystem::path& file);

/// A file that is written piece by piece, because the whole may be large.
class ResultFile final {
 public:
  /// Makes the file, or empties it. Throws FileError.
  explicit ResultFile(std::filesystem::path file);
  ResultFile(ResultFile&& other) noexcept;
  ResultFile& operator=(ResultFile&&) = delete;
  ~ResultFile();

  /// Throws FileError.
  void append(std::string_view text);
  /// Sees to it that all has reached the disk, if it must. Throws FileError.
  void close(Durable durable = Durable::now);
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
  int descriptor_;
};

/// Bytes that are put aside on disk. The file has no name, so nothing is left of it when the
/// program ends, however that comes about.
class NamelessFile final {
 public:
  NamelessFile() = default;
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;
  ~NamelessFile();

  /// An empty one on the disk of a directory. Throws FileError.
  void open(const std::filesystem::path& directory);
  /// Throws FileError.
  void append(std::span<const std::byte> bytes);
  /// The bytes from `first` on that were appended. Throws FileError where there are not so many.
  void read(std::size_t first, std::span<std::byte> bytes) const;

 private:
  std::filesystem::path directory_;
  int descriptor_ = -1;
};

/// A directory of results under construction: everything is written to a sibling with a temporary
/// name, which takes the final name in `publish`. Whatever is not published is removed. A final
/// name that is a link stands for what the link leads to.
class ResultDirectory final {
 public:
  enum class Existing { keep, replace };

  /// Throws FileError if `final_name` exists and may not be replaced, or is not a directory of
  /// results, or cannot be made; "", ".", ".." and "/" cannot.
  ResultDirectory(std::filesystem::path final_name, Existing existing);
  ResultDirectory(const ResultDirectory&) = delete;
  ResultDirectory& operator=(const ResultDirectory&) = delete;
  ~ResultDirectory();

  /// Writes a file within the directory, making the folders it needs.
  void write(const std::filesystem::path& name, std::string_view content) const;
  /// Begins a file within the directory that is written piece by piece.
  [[nodiscard]] ResultFile begin(const std::filesystem::path& name) const;
  /// Where it is made, for what is put aside meanwhile.
  [[nodiscard]] const std::filesystem::path& workplace() const { return temporary_; }
  /// Gives the directory its final name. Throws FileError, and leaves alone what has that name, if
  /// something took it meanwhile that may not be replaced.
  void publish();
  /// Once it is published: removes what programs left that were killed while they made this same
  /// result. Those of programs that are at work stay.
  void remove_leftovers() const;
  [[nodiscard]] const std::filesystem::path& final_name() const { return final_; }
  /// Where it is until it is published.
  [[nodiscard]] const std::filesystem::path& under_construction() const { return temporary_; }

 private:
  std::filesystem::path final_;
  std::filesystem::path temporary_;
  Existing existing_;
  int lock_ = -1;  // held while it is under construction
  bool published_ = false;
};

/// Every directory of results has this file; only such a directory is ever replaced.
inline constexpr std::string_view mark_of_results = "manifest.json";

}  // namespace doorstroom
