#include "workbook/whole_workbook.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/files.hpp"
#include "workbook/read_sheet.hpp"
#include "workbook/zip_archive.hpp"

namespace doorstroom {

namespace {

std::string_view name_of_tag(std::string_view tag) {
  return tag.substr(0, tag.find_first_of(" \t\r\n/"));
}

}  // namespace

bool closes_all_tags(std::string_view xml) {
  std::vector<std::string_view> open;
  bool has_root = false;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string_view::npos) return false;
    const std::string_view tag = xml.substr(at + 1, end - at - 1);
    at = end;
    if (tag.empty() || tag.find('<') != std::string_view::npos) return false;
    if (tag.starts_with('?') || tag.starts_with('!')) continue;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.push_back(name_of_tag(tag));
    }
    has_root = true;
  }
  return has_root && open.empty();
}

void check_whole_workbook(const std::filesystem::path& file) {
  const auto damaged = [&](const std::string& why) {
    return FileError(fmt::format("cannot write {} ({}; is the disk full?)", file.string(), why));
  };
  try {
    const ZipArchive archive(file);
    for (const std::string& name : archive.parts()) {
      if (!closes_all_tags(archive.part(name).value_or(""))) {
        throw damaged(fmt::format("{} is not whole", name));
      }
    }
  } catch (const SheetError& error) {
    throw damaged(error.what());
  }
}

}  // namespace doorstroom
