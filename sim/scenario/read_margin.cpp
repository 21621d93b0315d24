// Margins: tables in JSON or in a CSV file, read alike.
#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenario/bands.hpp"
#include "scenario/csv_table.hpp"
#include "scenario/read_value.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

namespace {

/// "25+ years" and the like have no end; "25-55" has no unit.
std::string suggest_band(const Node& node, std::string_view column) {
  const std::string_view unit = column == age_column ? "years" : "months";
  const bool endless = node.text.find('+') != std::string::npos || node.text.starts_with('>');
  if (endless) {
    return fmt::format("people are spread evenly over a band, so it has an end: \"24-120 {}\"",
                       unit);
  }
  const std::string with_unit = fmt::format("{} {}", node.text, unit);
  if (band_of(with_unit)) return fmt::format("write \"{}\"", with_unit);
  return column == age_column ? "for example \"25-55 years\"" : "for example \"0-12 months\"";
}

class MarginReader final {
 public:
  MarginReader(Reading& reading, Margin& margin) : reading_(reading), margin_(margin) {}

  void read(const Node& table) {
    const Node* columns = table.find("columns");
    const Node* rows = table.find("rows");
    if (columns == nullptr) reading_.missing(table, "columns");
    if (rows == nullptr) reading_.missing(table, "rows");
    if (columns == nullptr || rows == nullptr) return;
    const bool sound = read_columns(*columns);
    const Reading::Inside inside(reading_, "rows", *rows);
    if (!rows->is(Node::Kind::array)) return expected(reading_, *rows, "a list of rows");
    if (rows->items.empty()) return reading_.problem(*rows, "there are no rows");
    if (rows->items.size() > Sources::longest_list) {
      return reading_.problem(*rows, fmt::format("{} rows are too many", rows->items.size()),
                              fmt::format("at most {}", Sources::longest_list));
    }
    if (!sound) return;
    for (const Node& row : rows->items) read_row(row);
  }

 private:
  /// False if the rows cannot be understood without them.
  bool read_columns(const Node& node) {
    const Reading::Inside inside(reading_, "columns", node);
    const auto is_text = [](const Node& item) { return item.is(Node::Kind::text); };
    if (!node.is(Node::Kind::array) || !std::ranges::all_of(node.items, is_text)) {
      expected(reading_, node, "a list of names", "for example [\"sex\", \"age\", \"share\"]");
      return false;
    }
    for (std::size_t i = 0; i + 1 < node.items.size(); ++i) read_column(node.items[i]);
    return read_unit(node);
  }

  void read_column(const Node& node) {
    const Reading::Inside inside(reading_, node.text, node);
    reading_.refer(node.text, {.doc = {}, .refers = Names::column}, node);
    if (std::ranges::find(margin_.columns, node.text) != margin_.columns.end()) {
      reading_.problem(node, fmt::format("the column {} stands here twice", in_quotes(node.text)),
                       "keep one of them");
    }
    margin_.columns.push_back(node.text);
  }

  /// The last column holds the numbers.
  bool read_unit(const Node& columns) {
    const auto word = [](const auto& entry) { return entry.second; };
    const Node* last = columns.items.empty() ? nullptr : &columns.items.back();
    const auto& units = Words<MarginUnit>::all;
    const auto unit = last == nullptr
                          ? units.end()
                          : std::ranges::find(units, std::string_view(last->text), word);
    if (unit == units.end()) {
      reading_.problem(last == nullptr ? columns : *last,
                       "the last column is neither \"share\" nor \"people\"",
                       "\"share\" adds up to 1, \"people\" to any total");
      return false;
    }
    margin_.unit = unit->first;
    if (columns.items.size() > 1) return true;
    reading_.problem(columns, "this table is about nothing",
                     "name attributes in the columns before the last one");
    return false;
  }

  void read_row(const Node& node) {
    const std::size_t columns = margin_.columns.size();
    if (!node.is(Node::Kind::array) || node.items.size() != columns + 1) {
      return expected(reading_, node, fmt::format("a row of {} values", columns + 1));
    }
    const Reading::Inside inside(reading_, name_of(node), node);
    MarginRow row;
    for (std::size_t c = 0; c < columns; ++c) read_cell(node.items[c], margin_.columns[c], row);
    const bool shares = margin_.unit == MarginUnit::share;
    const Field field{
        .doc = {}, .at_least = 0, .at_most = shares ? 1 : 1e9, .unit = shares ? "" : "people"};
    read_value(reading_, node.items.back(), row.amount, field);
    margin_.rows.push_back(std::move(row));
  }

  /// What tells a row from the others.
  static std::string name_of(const Node& row) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i + 1 < row.items.size(); ++i) values.push_back(row.items[i].text);
    return fmt::format("{}", fmt::join(values, ", "));
  }

  void read_cell(const Node& node, const std::string& column, MarginRow& row) {
    const Reading::Inside inside(reading_, column, node);
    std::string& value = row.values.emplace_back(node.text);
    if (!node.is(Node::Kind::text)) return expected(reading_, node, "a text");
    if (value.empty()) return reading_.problem(node, "nothing stands here");
    if (is_band_column(column)) read_band(node, column);
  }

  void read_band(const Node& node, const std::string& column) {
    const auto band = band_of(node.text);
    if (!band) return expected(reading_, node, "a band", suggest_band(node, column));
    const DayBand days = whole_days_of(*band);
    if (days.from < days.until) return;
    reading_.problem(node, fmt::format("the band {} has no days in it", shown(node)),
                     "write the shorter limit first; the longer one no longer belongs to it");
  }

  Reading& reading_;
  Margin& margin_;
};

/// The table that a margin names or holds; null if it has none that can be read.
const Node* table_of(Reading& reading, const Node& node) {
  const Node* file = node.find("file");
  if (file == nullptr) return &node;
  for (const char* key : {"columns", "rows"}) {
    if (node.find(key) == nullptr) continue;
    reading.problem(*node.find(key), "the table is given twice", "keep \"file\", or the table");
  }
  const Reading::Inside inside(reading, "file", *file);
  if (!file->is(Node::Kind::text)) {
    expected(reading, *file, "the name of a CSV file");
    return nullptr;
  }
  const auto number = reading.read_file_of(*file);
  if (!number) return nullptr;
  const Node& table = reading.keep(csv_table(*number, reading));
  return table.is(Node::Kind::object) ? &table : nullptr;
}

}  // namespace

void read_value(Reading& reading, const Node& node, Margin& value, const Field&) {
  value = {};
  if (!node.is(Node::Kind::object)) {
    return expected(reading, node, "a table",
                    "for example {\"file\": \"data/sex.csv\", \"status\": \"public\", ...}");
  }
  const TableEvidence evidence(reading, node);
  for (const Node::Member& member : node.members) {
    const bool known = member.key == "file" || member.key == "columns" || member.key == "rows";
    if (known || is_evidence_key(member.key)) continue;
    unknown_key(reading, member,
                {"file", "columns", "rows", "status", "source", "group", "note", "range_factor"});
  }
  const bool neither = node.find("file") == nullptr && node.find("columns") == nullptr &&
                       node.find("rows") == nullptr;
  if (neither) {
    return reading.problem(node, "there is no table here",
                           "add \"file\", or \"columns\" and \"rows\"");
  }
  const Node* table = table_of(reading, node);
  if (table != nullptr) MarginReader(reading, value).read(*table);
}

}  // namespace doorstroom::scenario
