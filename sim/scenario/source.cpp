#include "scenario/source.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "base/files.hpp"
#include "base/nearest_name.hpp"
#include "scenario/parse.hpp"
#include "scenario/syntax.hpp"

namespace doorstroom::scenario {

const Node* Node::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Node* Node::find(std::string_view key) {
  return const_cast<Node*>(static_cast<const Node*>(this)->find(key));
}

std::string_view describe_kind(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return "true or false";
    case Node::Kind::integer:
      return "a whole number";
    case Node::Kind::number:
      return "a number";
    case Node::Kind::text:
      return "a text";
    case Node::Kind::array:
      return "a list";
    case Node::Kind::object:
      return "an object";
  }
  return "a value";
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return fmt::format("\"{}\"", text);
  std::size_t end = longest;  // never in the middle of a UTF-8 character
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return fmt::format("\"{}...\"", text.substr(0, end));
}

std::string shown(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::integer:
    case Node::Kind::number: {
      const std::string text = in_quotes(node.text);
      return text.substr(1, text.size() - 2);
    }
    case Node::Kind::text:
      return in_quotes(node.text);
    case Node::Kind::array:
      return node.items.empty() ? "an empty list" : fmt::format("a list of {}", node.items.size());
    case Node::Kind::object:
      return node.members.empty() ? "an empty object" : "an object";
  }
  return "?";
}

std::string part_of_item(const Node& item, std::size_t position) {
  const Node* id = item.is(Node::Kind::object) ? item.find("id") : nullptr;
  return id != nullptr && id->is(Node::Kind::text) ? id->text : std::to_string(position);
}

std::string pointer_part(std::string_view key) {
  std::string part;
  for (const char c : key) {
    if (c == '~')
      part += "~0";
    else if (c == '/')
      part += "~1";
    else
      part += c;
  }
  return part;
}

namespace {

/// Bytes at which lines begin.
std::vector<std::size_t> lines_of(std::string_view text) {
  std::vector<std::size_t> lines{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    lines.push_back(at + 1);
  }
  return lines;
}

}  // namespace

std::size_t Sources::add(std::string name, std::string text) {
  std::vector<std::size_t> lines = lines_of(text);
  bytes_ += text.size();
  files_.push_back({std::move(name), std::move(text), std::move(lines)});
  return files_.size() - 1;
}

Node Sources::parse(std::string name, std::string text, std::vector<Diagnostic>& diagnostics) {
  const std::size_t file = add(std::move(name), std::move(text));
  const std::string& content = files_.back().text;
  const SyntaxProblem bytes = explain_bytes(content);
  if (!bytes.problem.empty()) {
    diagnostics.push_back(problem_in(file, 0, {}, bytes.problem, bytes.suggestion));
    Node nothing;
    nothing.file = file;
    return nothing;
  }
  ParsedText parsed = parse_nodes(content, file);
  for (ParseProblem& p : parsed.problems) {
    diagnostics.push_back(problem_in(file, p.offset, std::move(p.pointer), std::move(p.problem),
                                     std::move(p.suggestion)));
  }
  return std::move(parsed.root);
}

std::string nearest_file(const std::filesystem::path& path) {
  std::filesystem::path folder = path.parent_path();
  if (folder.empty()) folder = ".";
  const std::string ending = path.extension() == ".csv" ? ".csv" : ".json";
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ending) names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  return did_you_mean(path.filename().string(), names);
}

std::optional<Sources::Unreadable> Sources::content_of(const std::filesystem::path& path,
                                                       std::string& text) const {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    return Unreadable{"there is no such file", nearest_file(path)};
  }
  if (!std::filesystem::is_regular_file(status)) return Unreadable{"it is not a file", {}};
  const auto size = std::filesystem::file_size(path, error);
  if (error) return Unreadable{error.message(), {}};
  if (size > largest_file) {
    return Unreadable{fmt::format("it has {} bytes, and at most {} are read", size, largest_file),
                      {}};
  }
  if (bytes_ + size > most_bytes) {
    return Unreadable{
        fmt::format("with it the files of this scenario have more than {} bytes", most_bytes), {}};
  }
  try {
    text = read_file(path, largest_file);
  } catch (const FileError& failure) {
    return Unreadable{failure.what(), {}};
  }
  return std::nullopt;
}

Node Sources::read(const std::filesystem::path& path, std::vector<Diagnostic>& diagnostics) {
  std::string text;
  if (const auto unreadable = content_of(path, text)) {
    diagnostics.push_back({path.string(),
                           1,
                           1,
                           {},
                           "cannot read this file (" + unreadable->why + ")",
                           unreadable->suggestion});
    return {};
  }
  return parse(path.string(), std::move(text), diagnostics);
}

std::optional<std::size_t> Sources::add_table(const Node& name, const std::filesystem::path& path,
                                              std::vector<Diagnostic>& diagnostics) {
  const auto known = std::ranges::find(files_, path.string(), &File::name);
  if (known != files_.end()) return static_cast<std::size_t>(known - files_.begin());
  std::string text;
  if (const auto unreadable = content_of(path, text)) {
    diagnostics.push_back(
        problem_at(name, fmt::format("cannot read the file {} ({})", shown(name), unreadable->why),
                   unreadable->suggestion));
    return std::nullopt;
  }
  return add(path.string(), std::move(text));
}

std::size_t Sources::line_of(std::size_t file, std::size_t offset) const {
  const std::vector<std::size_t>& lines = files_[file].lines;
  return static_cast<std::size_t>(std::ranges::upper_bound(lines, offset) - lines.begin());
}

Diagnostic Sources::problem_in(std::size_t file, std::size_t offset, std::string pointer,
                               std::string problem, std::string suggestion) const {
  const std::string_view content = files_[file].text;
  offset = std::min(offset, content.size());
  Diagnostic d;
  d.file = files_[file].name;
  d.line = line_of(file, offset);
  std::size_t first = files_[file].lines[d.line - 1];
  if (first == 0 && content.starts_with(byte_order_mark)) {
    first = std::min(byte_order_mark.size(), offset);  // no editor shows it
  }
  const std::string_view before = content.substr(first, offset - first);
  d.column = 1 + static_cast<std::size_t>(std::ranges::count_if(before, [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
             }));
  d.pointer = std::move(pointer);
  d.problem = std::move(problem);
  d.suggestion = std::move(suggestion);
  return d;
}

Diagnostic Sources::problem_at(const Node& node, std::string problem,
                               std::string suggestion) const {
  return problem_in(node.file, node.offset, node.pointer, std::move(problem),
                    std::move(suggestion));
}

Diagnostic Sources::problem_at_key(const Node::Member& member, std::string problem,
                                   std::string suggestion) const {
  return problem_in(member.value.file, member.offset, member.value.pointer, std::move(problem),
                    std::move(suggestion));
}

void Sources::note_nearest(const Node& item, std::string name) {
  nearest_[{item.file, item.offset}] = std::move(name);
}

std::string Sources::nearest_for(const Node& item) const {
  const auto at = nearest_.find({item.file, item.offset});
  return at == nearest_.end() ? "" : fmt::format("did you mean \"{}\"?", at->second);
}

std::string Sources::where(const Node& node) const {
  return fmt::format("{}:{}", files_[node.file].name, line_of(node.file, node.offset));
}

}  // namespace doorstroom::scenario
