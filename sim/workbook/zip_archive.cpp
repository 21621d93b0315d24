#include "workbook/zip_archive.hpp"

#include <array>

#include <fmt/format.h>
#include <minizip/unzip.h>

#include "workbook/read_sheet.hpp"

namespace doorstroom {

ZipArchive::ZipArchive(const std::filesystem::path& file)
    : file_(file), archive_(unzOpen64(file.c_str())) {
  if (archive_ == nullptr) {
    throw SheetError(fmt::format("{} is no .xlsx workbook, or damaged", file.string()));
  }
}

ZipArchive::~ZipArchive() {
  unzClose(archive_);
}

std::optional<std::string> ZipArchive::part(const std::string& name) const {
  constexpr int in_any_case = 2;
  if (unzLocateFile(archive_, name.c_str(), in_any_case) != UNZ_OK) return std::nullopt;
  const auto damaged = [&](const char* why) {
    return SheetError(fmt::format("{} is damaged ({} {})", file_.string(), name, why));
  };
  if (unzOpenCurrentFile(archive_) != UNZ_OK) throw damaged("cannot be opened");
  std::string content;
  std::array<char, 65'536> buffer{};
  int read = 0;
  while ((read = unzReadCurrentFile(archive_, buffer.data(), buffer.size())) > 0) {
    content.append(buffer.data(), static_cast<std::size_t>(read));
    if (content.size() > largest_part) {
      unzCloseCurrentFile(archive_);
      throw damaged("is larger than 256 MB");
    }
  }
  const bool is_whole = unzCloseCurrentFile(archive_) == UNZ_OK && read == 0;
  if (!is_whole) throw damaged("is cut off or changed");
  return content;
}

std::vector<std::string> ZipArchive::parts() const {
  std::vector<std::string> names;
  std::array<char, 1024> name{};
  int found = unzGoToFirstFile(archive_);
  for (; found == UNZ_OK; found = unzGoToNextFile(archive_)) {
    if (unzGetCurrentFileInfo64(archive_, nullptr, name.data(), name.size() - 1, nullptr, 0,
                                nullptr, 0) != UNZ_OK) {
      break;
    }
    names.emplace_back(name.data());
  }
  if (found != UNZ_END_OF_LIST_OF_FILE) {
    throw SheetError(fmt::format("{} is damaged (its list of parts)", file_.string()));
  }
  return names;
}

}  // namespace doorstroom
