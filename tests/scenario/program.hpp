// Running the real program, and a directory of one's own to do it in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace doorstroom {

/// What a run of the program gave.
struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// An empty directory that is removed with what is in it.
class TemporaryDirectory final {
 public:
  TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file in it, making the folders it needs, and gives its path.
  std::filesystem::path write(const std::string& name, const std::string& content) const;
  /// Everything in it, hidden files too, in order.
  [[nodiscard]] std::vector<std::string> entries() const;

 private:
  std::filesystem::path path_;
};

/// Runs `doorstroom <arguments>` with `directory` as the current one.
Outcome run_doorstroom(const std::vector<std::string>& arguments,
                       const std::filesystem::path& directory);

/// The content of a file.
std::string content_of(const std::filesystem::path& file);

}  // namespace doorstroom
