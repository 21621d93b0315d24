// The parts of a .zip file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace doorstroom {

/// An archive that is read from.
class ZipArchive final {
 public:
  /// Throws SheetError where it is no archive.
  explicit ZipArchive(const std::filesystem::path& file);
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ~ZipArchive();

  /// The content of a part; nothing where there is none. Throws SheetError where it is damaged, or
  /// larger than a part may be.
  [[nodiscard]] std::optional<std::string> part(const std::string& name) const;

  /// The names of all parts, in the order in which they stand in the archive. Throws SheetError.
  [[nodiscard]] std::vector<std::string> parts() const;

  /// Larger parts are refused: a small archive can hold gigabytes of blanks.
  static constexpr std::size_t largest_part = 256U << 20U;

 private:
  std::filesystem::path file_;
  void* archive_;
};

}  // namespace doorstroom
