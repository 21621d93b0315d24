#include "scenario/csv_table.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "scenario/suggest.hpp"
#include "scenario/syntax.hpp"

namespace doorstroom::scenario {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Is it a number as JSON writes it?
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front())) return false;
  if (text.size() > 1 && text.front() == '0' && is_digit(text[1])) return false;
  if (!is_digit(text.back())) return false;
  return std::ranges::count(text, '.') <= 1 &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; });
}

/// Makes a cell a number where it is one.
void read_number(Node& cell) {
  if (!is_number(cell.text)) return;
  const char* end = cell.text.data() + cell.text.size();
  std::from_chars(cell.text.data(), end, cell.number);
  cell.kind = Node::Kind::number;
  if (cell.text.find('.') != std::string::npos) return;
  cell.kind = Node::Kind::integer;
  cell.too_large =
      std::from_chars(cell.text.data(), end, cell.integer).ec == std::errc::result_out_of_range;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

class CsvReader final {
 public:
  CsvReader(std::size_t file, Reading& reading)
      : text_(reading.sources().text(file)), file_(file), reading_(reading) {}

  Node go() {
    if (!is_usable()) return {};
    Node table = node(Node::Kind::object, start_);
    std::vector<Node> lines = read_lines();
    if (lines.empty()) {
      reading_.problem(table, "this file has no cells", "its first line names the columns");
      return {};
    }
    Node header = std::move(lines.front());
    for (Node& column : header.items) {
      if (column.text.size() > Sources::longest_key) {
        reading_.problem(column, fmt::format("the name {} is too long", in_quotes(column.text)),
                         fmt::format("at most {} bytes", Sources::longest_key));
        return {};
      }
      column.pointer = "/" + pointer_part(column.text);
    }
    Node rows = node(Node::Kind::array, header.offset);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (fits(lines[i], header)) rows.items.push_back(located(std::move(lines[i]), header));
    }
    table.members.push_back({"columns", header.offset, std::move(header)});
    table.members.push_back({"rows", rows.offset, std::move(rows)});
    return table;
  }

 private:
  Node node(Node::Kind kind, std::size_t offset) const {
    Node made;
    made.kind = kind;
    made.file = file_;
    made.offset = offset;
    return made;
  }

  /// Says what a file is that cannot be read as a table at all.
  bool is_usable() {
    if (text_.starts_with(byte_order_mark)) start_ = byte_order_mark.size();
    const Node place = node(Node::Kind::text, start_);
    if (const SyntaxProblem bytes = explain_bytes(text_); !bytes.problem.empty()) {
      const bool empty = bytes.problem.find("empty") != std::string::npos;
      reading_.problem(place, bytes.problem,
                       empty ? "its first line names the columns" : bytes.suggestion);
      return false;
    }
    constexpr std::size_t most_cells = 500'000;
    const auto cells = static_cast<std::size_t>(
        std::ranges::count_if(text_, [](char c) { return c == ',' || c == '\n'; }));
    if (cells > most_cells) {
      reading_.problem(place, fmt::format("this file has about {} cells", cells),
                       fmt::format("at most {}", most_cells));
      return false;
    }
    if (const std::size_t at = first_not_utf8(text_); at != std::string_view::npos) {
      reading_.problem(node(Node::Kind::text, at), "this is not UTF-8 text",
                       "save the file as \"CSV UTF-8\"");
      return false;
    }
    const std::string_view header = text_.substr(start_, text_.find('\n', start_) - start_);
    for (const auto& [sign, name] : {std::pair(';', "semicolons"), std::pair('\t', "tabs")}) {
      if (header.find(sign) == std::string_view::npos) continue;
      reading_.problem(place, fmt::format("the columns of this file are separated by {}", name),
                       "separate them by commas, and write decimals with a point (0.25)");
      return false;
    }
    return true;
  }

  std::vector<Node> read_lines() {
    std::vector<Node> lines;
    std::vector<std::size_t> blank;
    for (at_ = start_; at_ < text_.size();) {
      Node line = read_line();
      const bool is_blank = line.items.size() == 1 && line.items.front().text.empty();
      if (is_blank) {
        blank.push_back(line.offset);
        continue;
      }
      for (const std::size_t offset : blank) {
        reading_.problem(node(Node::Kind::text, offset), "this line is blank", "remove it");
      }
      blank.clear();
      lines.push_back(std::move(line));
    }
    return lines;
  }

  Node read_line() {
    Node line = node(Node::Kind::array, at_);
    while (true) {
      line.items.push_back(read_cell());
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      if (at_ < text_.size() && text_[at_] == '\r') ++at_;
      if (at_ < text_.size()) ++at_;  // the end of the line
      return line;
    }
  }

  Node read_cell() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
    Node cell = node(Node::Kind::text, at_);
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    cell.text = trimmed(text_.substr(at_, end - at_));
    at_ = end;
    return cell;
  }

  Node read_quoted() {
    Node cell = node(Node::Kind::text, at_);
    ++at_;
    while (at_ < text_.size()) {
      const bool doubled = text_.substr(at_, 2) == "\"\"";
      if (text_[at_] == '"' && !doubled) break;
      cell.text += text_[at_];
      at_ += doubled ? 2 : 1;
    }
    const bool closed = at_ < text_.size();
    if (closed) ++at_;
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    const bool alone = trimmed(text_.substr(at_, end - at_)).empty();
    at_ = end;
    if (!closed || !alone) {
      reading_.problem(cell, "a quotation mark too many or too few",
                       "a quotation mark within a text is doubled: \"\"");
    }
    return cell;
  }

  /// A row has a cell for each column.
  bool fits(const Node& line, const Node& header) {
    const std::size_t wanted = header.items.size();
    const std::size_t found = line.items.size();
    if (found == wanted) return true;
    const auto digits = [&](std::size_t cell) {
      const std::string& text = line.items[cell].text;
      return !text.empty() && std::ranges::all_of(text, is_digit);
    };
    std::string suggestion;
    if (found == wanted + 1 && digits(found - 2) && digits(found - 1)) {
      suggestion = fmt::format("decimals are written with a point: {}.{}",
                               line.items[found - 2].text, line.items[found - 1].text);
    }
    reading_.problem(
        line,
        fmt::format("{} cell{} where the first line has {}", found, found == 1 ? "" : "s", wanted),
        std::move(suggestion));
    return false;
  }

  /// Cells are found as in a list of objects: /<row>/<column>.
  Node located(Node line, const Node& header) {
    const std::string row = fmt::format("/{}", rows_++);
    line.pointer = row;
    for (std::size_t i = 0; i < line.items.size(); ++i) {
      line.items[i].pointer = row + "/" + pointer_part(header.items[i].text);
    }
    read_number(line.items.back());
    return line;
  }

  std::string_view text_;
  std::size_t file_;
  Reading& reading_;
  std::size_t start_ = 0;  // behind the byte order mark
  std::size_t at_ = 0;
  std::size_t rows_ = 0;
};

}  // namespace

Node csv_table(std::size_t file, Reading& reading) {
  return CsvReader(file, reading).go();
}

}  // namespace doorstroom::scenario
