// Reading .xlsx (ECMA-376): an archive of XML parts that name each other.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/files.hpp"
#include "workbook/read_sheet.hpp"
#include "workbook/zip_archive.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;

/// The name without its prefix: programs differ in the prefixes they give.
std::string_view local_name(const char* name) {
  const std::string_view whole = name;
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one.name()) == name) return one;
  }
  return {};
}

std::string attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    if (local_name(one.name()) == name) return one.value();
  }
  return {};
}

/// Calls visit(node) for each child of that name.
template <class Visit>
void for_each(const pugi::xml_node& node, std::string_view name, Visit visit) {
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one.name()) == name) visit(one);
  }
}

/// The text of a string, in runs or not, without its phonetic guide. Runs have no runs.
std::string text_of_string(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one.name()) == "t") text += one.text().get();
    if (local_name(one.name()) == "r") text += child(one, "t").text().get();
  }
  return text;
}

std::optional<double> number_of(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || read != end) return std::nullopt;
  return value;
}

/// Does a format show a number as a date or a time? Texts in quotation marks and colours do not
/// count.
bool shows_date(std::string_view format) {
  bool quoted = false;
  bool in_brackets = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '[' || c == ']') {
      in_brackets = c == '[';
    } else if (!quoted && !in_brackets && std::string_view("ymdhsYMDHS").find(c) != format.npos) {
      return true;
    }
  }
  return false;
}

bool is_date_by_number(unsigned long format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
         (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

class XlsxReader final {
 public:
  explicit XlsxReader(const fs::path& file) : file_(file), archive_(file) {}

  std::vector<ReadSheet> sheets() {
    const std::string workbook_part = target_of("", "/officeDocument").value_or("xl/workbook.xml");
    const pugi::xml_document workbook = required(workbook_part);
    read_strings(workbook_part);
    read_styles(workbook_part);
    std::vector<ReadSheet> sheets;
    for_each(child(workbook.document_element(), "sheets"), "sheet", [&](const auto& node) {
      if (sheets.size() == most_sheets) {
        throw SheetError(fmt::format("{} has more than {} sheets", file_.string(), most_sheets));
      }
      const auto part = target_by_id(workbook_part, attribute(node, "id"));
      if (part) sheets.push_back(sheet(attribute(node, "name"), *part));
    });
    if (sheets.empty()) throw SheetError(fmt::format("{} has no sheets", file_.string()));
    return sheets;
  }

 private:
  std::optional<pugi::xml_document> document(const std::string& part) const {
    const auto content = archive_.part(part);
    if (!content) return std::nullopt;
    pugi::xml_document document;
    const auto options = pugi::parse_default | pugi::parse_ws_pcdata;
    const pugi::xml_parse_result result =
        document.load_buffer(content->data(), content->size(), options);
    if (!result) {
      throw SheetError(
          fmt::format("{} is damaged ({}: {})", file_.string(), part, result.description()));
    }
    unpacked_ += content->size();
    if (unpacked_ > most_unpacked) {
      throw SheetError(
          fmt::format("{} is larger than {} MB when it is unpacked; keep the sheet of "
                      "parameters and remove the others",
                      file_.string(), most_unpacked >> 20U));
    }
    return document;
  }

  pugi::xml_document required(const std::string& part) const {
    auto found = document(part);
    if (found) return std::move(*found);
    throw SheetError(fmt::format("{} is no .xlsx workbook (it has no {})", file_.string(), part));
  }

  /// "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml" as named by "xl/workbook.xml".
  static std::string absolute(const std::string& from, const std::string& target) {
    if (target.starts_with('/')) return target.substr(1);
    return (fs::path(from).parent_path() / target).lexically_normal().generic_string();
  }

  /// What a part calls other parts is in a part of its own.
  template <class Test>
  std::optional<std::string> related(const std::string& from, Test test) const {
    const fs::path path(from);
    const std::string part =
        (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
    const auto relations = document(part);
    std::optional<std::string> found;
    if (!relations) return found;
    for_each(relations->document_element(), "Relationship", [&](const pugi::xml_node& node) {
      if (!found && test(node)) found = absolute(from, attribute(node, "Target"));
    });
    return found;
  }

  std::optional<std::string> target_of(const std::string& from, std::string_view type) const {
    return related(
        from, [&](const pugi::xml_node& node) { return attribute(node, "Type").ends_with(type); });
  }

  std::optional<std::string> target_by_id(const std::string& from, const std::string& id) const {
    return related(from, [&](const pugi::xml_node& node) { return attribute(node, "Id") == id; });
  }

  void read_strings(const std::string& workbook_part) {
    const auto part = target_of(workbook_part, "/sharedStrings");
    const auto strings = part ? document(*part) : std::nullopt;
    if (!strings) return;
    for_each(strings->document_element(), "si",
             [&](const pugi::xml_node& node) { strings_.push_back(text_of_string(node)); });
  }

  void read_styles(const std::string& workbook_part) {
    const auto part = target_of(workbook_part, "/styles");
    const auto styles = part ? document(*part) : std::nullopt;
    if (!styles) return;
    std::map<unsigned long, bool> own;
    const pugi::xml_node root = styles->document_element();
    for_each(child(root, "numFmts"), "numFmt", [&](const pugi::xml_node& node) {
      own[std::strtoul(attribute(node, "numFmtId").c_str(), nullptr, 10)] =
          shows_date(attribute(node, "formatCode"));
    });
    for_each(child(root, "cellXfs"), "xf", [&](const pugi::xml_node& node) {
      const unsigned long format = std::strtoul(attribute(node, "numFmtId").c_str(), nullptr, 10);
      const auto at = own.find(format);
      is_date_.push_back(at == own.end() ? is_date_by_number(format) : at->second);
    });
  }

  ReadSheet sheet(const std::string& name, const std::string& part) const {
    ReadSheet sheet{name, {}};
    const pugi::xml_document document = required(part);
    std::uint32_t row = 0;  // where nothing is said, the next one
    for_each(child(document.document_element(), "sheetData"), "row", [&](const auto& node) {
      const std::string number = attribute(node, "r");
      if (!number.empty())
        row = static_cast<std::uint32_t>(std::strtoul(number.c_str(), {}, 10)) - 1;
      std::uint32_t column = 0;
      for_each(node, "c", [&](const pugi::xml_node& cell) {
        const std::string place = attribute(cell, "r");
        if (!place.empty()) column = column_of(place);
        if (auto content = cell_of(cell)) sheet.rows[row][column] = std::move(*content);
        ++column;
      });
      ++row;
    });
    return sheet;
  }

  /// 2 of "C17".
  static std::uint32_t column_of(const std::string& place) {
    constexpr std::uint32_t letters = 26;
    std::uint32_t column = 0;
    for (const char c : place) {
      if (c < 'A' || c > 'Z') break;
      column = column * letters + static_cast<std::uint32_t>(c - 'A') + 1;
    }
    return column == 0 ? 0 : column - 1;
  }

  std::optional<Cell> cell_of(const pugi::xml_node& node) const {
    const std::string type = attribute(node, "t");
    const pugi::xml_node formula = child(node, "f");
    const std::string value = child(node, "v").text().get();
    if (formula) return Cell{Cell::Kind::formula, std::string("=") + formula.text().get()};
    if (type == "inlineStr") return text_cell(text_of_string(child(node, "is")));
    if (value.empty()) return std::nullopt;
    if (type == "s") {
      const std::size_t at = std::strtoul(value.c_str(), nullptr, 10);
      return at < strings_.size() ? text_cell(strings_[at]) : std::nullopt;
    }
    if (type == "str") return text_cell(value);
    if (type == "b") return Cell{Cell::Kind::truth, value == "1" ? "TRUE" : "FALSE"};
    if (type == "e") return Cell{Cell::Kind::fault, value};
    if (type == "d") return Cell{Cell::Kind::date, value};
    const auto number = number_of(value);
    if (!number) return text_cell(value);
    const std::size_t style = std::strtoul(attribute(node, "s").c_str(), nullptr, 10);
    const bool date = style < is_date_.size() && is_date_[style];
    return Cell{date ? Cell::Kind::date : Cell::Kind::number, value, *number};
  }

  static std::optional<Cell> text_cell(std::string text) {
    if (text.empty()) return std::nullopt;
    return Cell{Cell::Kind::text, std::move(text)};
  }

  static constexpr std::size_t most_sheets = 256;
  static constexpr std::size_t most_unpacked = std::size_t{256} << 20U;

  fs::path file_;
  ZipArchive archive_;
  mutable std::size_t unpacked_ = 0;  // bytes of all parts, however often they are named
  std::vector<std::string> strings_;
  std::vector<bool> is_date_;  // by style
};

/// What is said of files that are often taken for .xlsx.
void refuse_other_formats(const fs::path& file) {
  const std::string content = read_sheet_file(file);
  constexpr std::string_view ole = "\xD0\xCF\x11\xE0";
  constexpr std::string_view zip = "PK";
  if (content.starts_with(ole)) {
    throw SheetError(fmt::format(
        "{} has a password, or is an old .xls workbook; save it as .xlsx without a password",
        file.string()));
  }
  if (!content.starts_with(zip)) {
    throw SheetError(fmt::format("{} is no .xlsx workbook", file.string()));
  }
  if (ZipArchive(file).part("mimetype").value_or("").find("opendocument") != std::string::npos) {
    throw SheetError(
        fmt::format("{} is an OpenDocument spreadsheet; save it as .xlsx", file.string()));
  }
}

}  // namespace

std::vector<ReadSheet> read_workbook(const fs::path& file) {
  refuse_other_formats(file);
  return XlsxReader(file).sheets();
}

std::string read_sheet_file(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (fs::exists(status) && !fs::is_directory(status) && !fs::is_regular_file(status)) {
    throw SheetError(fmt::format("{} is not a file", file.string()));
  }
  const auto size = fs::file_size(file, error);
  if (!error && size > largest_sheet_file) {
    throw SheetError(fmt::format("{} has {} bytes, and at most {} are read", file.string(), size,
                                 largest_sheet_file));
  }
  return read_file(file, largest_sheet_file);
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  constexpr std::uint32_t letters = 26;
  std::string name;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / letters) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
  }
  return name + std::to_string(row + 1);
}

}  // namespace doorstroom
