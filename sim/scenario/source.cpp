#include "scenario/source.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

namespace {

/// A text cut to a length that fits a message, never in the middle of a UTF-8 character.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

}  // namespace

std::string shown(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::integer:
    case Node::Kind::number:
      return shortened(node.text);
    case Node::Kind::text:
      return '"' + shortened(node.text) + '"';
    case Node::Kind::array:
      return fmt::format("a list of {}", node.items.size());
    case Node::Kind::object:
      return "an object";
  }
  return "?";
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

/// Feeds the parser and tells how far it has read.
class CountingIterator final {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** read) : at_(at), read_(read) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *read_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

 private:
  const char* at_;
  const char** read_;
};

/// Builds located nodes out of the parser's events. A token starts at the first byte after the
/// previous one that is neither white space nor a separator.
class NodeBuilder final : public nlohmann::json::json_sax_t {
 public:
  struct Failure {
    std::size_t offset = 0;
    std::string pointer;
    std::string problem;
    std::string suggestion;
  };

  NodeBuilder(const std::string& text, const char** read, std::size_t file)
      : text_(text), read_(read), file_(file) {}

  Node take_root() { return std::move(root_); }
  [[nodiscard]] const std::vector<Failure>& failures() const { return failures_; }

  bool null() override {
    return leaf(Node::Kind::null, [](Node&) {});
  }
  bool boolean(bool value) override {
    return leaf(Node::Kind::boolean, [&](Node& node) { node.boolean = value; });
  }
  bool number_integer(number_integer_t value) override {
    return leaf(Node::Kind::integer, [&](Node& node) { set_integer(node, value); });
  }
  bool number_unsigned(number_unsigned_t value) override {
    return leaf(Node::Kind::integer, [&](Node& node) {
      const bool fits = value <= std::numeric_limits<std::int64_t>::max();
      node.too_large = !fits;
      if (fits) set_integer(node, static_cast<std::int64_t>(value));
      node.number = static_cast<double>(value);
    });
  }
  bool number_float(number_float_t value, const string_t& as_written) override {
    const bool whole = as_written.find_first_of(".eE") == std::string::npos;
    return leaf(whole ? Node::Kind::integer : Node::Kind::number, [&](Node& node) {
      node.too_large = whole;
      node.number = value;
    });
  }
  bool string(string_t& value) override {
    return leaf(Node::Kind::text, [&](Node& node) { node.text = value; });
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Node::Kind::object); }
  bool start_array(std::size_t) override { return open(Node::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    key_offset_ = token_start();
    cursor_ = read_so_far();
    Node& object = open_.back();
    if (object.find(value) != nullptr) {
      failures_.push_back({key_offset_, object.pointer + "/" + pointer_part(value),
                           fmt::format("the key \"{}\" stands here twice", shortened(value)),
                           "keep one of them"});
    }
    key_ = value;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::json::exception& error) override {
    std::string what = error.what();
    const std::size_t colon = what.find(": ");
    if (colon != std::string::npos) what = what.substr(colon + 2);
    const std::size_t bracket = what.find("] ");
    if (what.starts_with("[json") && bracket != std::string::npos) what = what.substr(bracket + 2);
    failures_.push_back({position == 0 ? 0 : position - 1,
                         open_.empty() ? std::string() : open_.back().pointer,
                         "this is not JSON: " + what,
                         {}});
    return false;
  }

 private:
  [[nodiscard]] std::size_t read_so_far() const {
    return static_cast<std::size_t>(*read_ - text_.data());
  }

  [[nodiscard]] std::size_t token_start() const {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t at = cursor_;
    if (at == 0 && text_.starts_with(byte_order_mark)) at = byte_order_mark.size();
    return std::min(text_.find_first_not_of(" \t\r\n,:", at), text_.size());
  }

  static void set_integer(Node& node, std::int64_t value) {
    node.integer = value;
    node.number = static_cast<double>(value);
  }

  template <class Fill>
  bool leaf(Node::Kind kind, Fill fill) {
    Node node = new_node(kind);
    if (node.is_number()) {
      const std::size_t end =
          std::min(text_.find_first_not_of("+-.0123456789eE", node.offset), text_.size());
      node.text = text_.substr(node.offset, end - node.offset);
      cursor_ = end;
    } else {
      cursor_ = read_so_far();
    }
    fill(node);
    attach(std::move(node));
    return within_limits();
  }

  bool open(Node::Kind kind) {
    Node node = new_node(kind);
    cursor_ = read_so_far();
    member_offset_.push_back(key_offset_);
    member_key_.push_back(std::move(key_));
    open_.push_back(std::move(node));
    if (open_.size() > Sources::deepest) {
      failures_.push_back({open_.back().offset,
                           open_.back().pointer,
                           fmt::format("nested deeper than {} levels", Sources::deepest),
                           {}});
      return false;
    }
    return within_limits();
  }

  bool close() {
    cursor_ = read_so_far();
    Node node = std::move(open_.back());
    open_.pop_back();
    key_offset_ = member_offset_.back();
    key_ = std::move(member_key_.back());
    member_offset_.pop_back();
    member_key_.pop_back();
    attach(std::move(node));
    return true;
  }

  Node new_node(Node::Kind kind) {
    Node node;
    node.kind = kind;
    node.file = file_;
    node.offset = token_start();
    if (!open_.empty()) {
      const Node& parent = open_.back();
      node.pointer = parent.pointer + "/" +
                     (parent.is(Node::Kind::object) ? pointer_part(key_)
                                                    : std::to_string(parent.items.size()));
    }
    return node;
  }

  void attach(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().is(Node::Kind::object)) {
      open_.back().members.push_back({key_, key_offset_, std::move(node)});
    } else {
      open_.back().items.push_back(std::move(node));
    }
  }

  bool within_limits() {
    if (++values_ <= Sources::most_values) return true;
    failures_.push_back(
        {cursor_, {}, fmt::format("more than {} values", Sources::most_values), {}});
    return false;
  }

  const std::string& text_;
  const char** read_;
  std::size_t file_;
  std::size_t cursor_ = 0;
  std::size_t values_ = 0;
  std::size_t key_offset_ = 0;
  std::string key_;
  std::vector<Node> open_;
  std::vector<std::size_t> member_offset_;
  std::vector<std::string> member_key_;
  Node root_;
  std::vector<Failure> failures_;
};

std::string encoding_problem(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.size() < 2) return {};
  const bool utf16 = (byte(0) == 0xFF && byte(1) == 0xFE) || (byte(0) == 0xFE && byte(1) == 0xFF) ||
                     byte(0) == 0 || byte(1) == 0;
  return utf16 ? "this file is not UTF-8 text (it looks like UTF-16)" : "";
}

}  // namespace

Node Sources::parse(std::string name, std::string text, std::vector<Diagnostic>& diagnostics) {
  const std::size_t file = files_.size();
  files_.push_back({std::move(name), std::move(text)});
  const std::string& content = files_.back().text;
  const std::string encoding = encoding_problem(content);
  if (!encoding.empty()) {
    diagnostics.push_back(problem_in(file, 0, {}, encoding, "save it as UTF-8"));
    return {};
  }
  const char* read = content.data();
  NodeBuilder builder(content, &read, file);
  const bool whole =
      nlohmann::json::sax_parse(CountingIterator(content.data(), &read),
                                CountingIterator(content.data() + content.size(), &read), &builder);
  for (const auto& failure : builder.failures()) {
    diagnostics.push_back(
        problem_in(file, failure.offset, failure.pointer, failure.problem, failure.suggestion));
  }
  Node root = whole ? builder.take_root() : Node{};
  root.file = file;
  return root;
}

Node Sources::read(const std::filesystem::path& path, std::vector<Diagnostic>& diagnostics) {
  const auto unreadable = [&](const std::string& why) {
    diagnostics.push_back({path.string(), 1, 1, {}, "cannot read this file (" + why + ")", {}});
    return Node{};
  };
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return unreadable("there is no such file");
  if (!std::filesystem::is_regular_file(status)) return unreadable("it is not a file");
  const auto size = std::filesystem::file_size(path, error);
  if (error) return unreadable(error.message());
  if (size > largest_file) {
    return unreadable(fmt::format("it has {} bytes, and at most {} are read", size, largest_file));
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return unreadable("no permission");
  std::string text(std::istreambuf_iterator<char>(stream), {});
  return parse(path.string(), std::move(text), diagnostics);
}

Diagnostic Sources::problem_in(std::size_t file, std::size_t offset, std::string pointer,
                               std::string problem, std::string suggestion) const {
  const std::string& content = files_[file].text;
  const std::size_t end = std::min(offset, content.size());
  const auto line_start = end == 0 ? std::string::npos : content.rfind('\n', end - 1);
  const std::size_t first = line_start == std::string::npos ? 0 : line_start + 1;
  Diagnostic d;
  d.file = files_[file].name;
  d.line = 1 + static_cast<std::size_t>(std::count(
                   content.begin(), content.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
  d.column = 1 + static_cast<std::size_t>(std::count_if(
                     content.begin() + static_cast<std::ptrdiff_t>(first),
                     content.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
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

std::string Sources::where(const Node& node) const {
  const Diagnostic place = problem_in(node.file, node.offset, {}, {}, {});
  return fmt::format("{}:{}", place.file, place.line);
}

}  // namespace doorstroom::scenario
