// A directory of one's own for a test that needs files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace doorstroom {

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

/// The content of a file.
std::string content_of(const std::filesystem::path& file);

}  // namespace doorstroom
