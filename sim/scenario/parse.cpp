#include "scenario/parse.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scenario/syntax.hpp"

namespace doorstroom::scenario {

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
  NodeBuilder(const std::string& text, const char** read, std::size_t file)
      : text_(text), read_(read), file_(file) {}

  Node take_root() { return std::move(root_); }
  std::vector<ParseProblem> take_problems() { return std::move(problems_); }

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
  bool end_object() override {
    drop_repeated(open_.back());
    return close();
  }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    key_offset_ = token_start();
    cursor_ = read_so_far();
    key_ = value;
    if (key_.size() > Sources::longest_key) {
      problems_.push_back({key_offset_, open_.back().pointer,
                           fmt::format("the key {} is too long", in_quotes(key_)),
                           fmt::format("at most {} bytes", Sources::longest_key)});
      return false;
    }
    has_key_ = true;
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::json::exception& error) override {
    std::string_view what = error.what();
    what.remove_prefix(std::min(what.size(), what.find("] ") + 2));  // "[json.exception...] "
    const std::size_t colon = what.find(": ");
    if (what.starts_with("parse error") && colon != std::string_view::npos) {
      what.remove_prefix(colon + 2);
    }
    report_syntax(position == 0 ? 0 : position - 1, what);
    return false;
  }

 private:
  [[nodiscard]] std::size_t read_so_far() const {
    return static_cast<std::size_t>(*read_ - text_.data());
  }

  [[nodiscard]] std::size_t token_start() const {
    std::size_t at = cursor_;
    if (at == 0 && text_.starts_with(byte_order_mark)) at = byte_order_mark.size();
    return std::min(text_.find_first_not_of(" \t\r\n,:", at), text_.size());
  }

  static void set_integer(Node& node, std::int64_t value) {
    node.integer = value;
    node.number = static_cast<double>(value);
  }

  /// `last` is the last byte the parser has looked at.
  void report_syntax(std::size_t last, std::string_view parser) {
    const std::size_t invalid = first_not_utf8(text_);
    if (invalid != std::string::npos && invalid <= last + 4) {
      problems_.push_back({invalid, next_pointer(), "this is not UTF-8 text", "save it as UTF-8"});
      return;
    }
    if (last + 1 >= text_.size() && token_start() == text_.size()) return report_end();
    const std::size_t at = std::min(last, token_start());
    const SyntaxProblem found = explain_syntax(text_, at, parser);
    problems_.push_back({at, next_pointer(), found.problem, found.suggestion});
  }

  /// The text ends before everything that was opened is closed.
  void report_end() {
    if (open_.empty()) {
      problems_.push_back({text_.size(), {}, "this is not JSON (it ends too early)", {}});
      return;
    }
    const bool object = open_.back().is(Node::Kind::object);
    problems_.push_back(
        {open_.back().offset, open_.back().pointer,
         fmt::format("this is not JSON (the {} is never closed)", object ? "{" : "["),
         fmt::format("close it with {}", object ? "}" : "]")});
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
    has_key_ = false;
    open_.push_back(std::move(node));
    if (open_.size() > Sources::deepest) {
      problems_.push_back({open_.back().offset,
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
    return within_limits();
  }

  /// Where the next value will stand; the object itself where a key is expected.
  [[nodiscard]] std::string next_pointer() const {
    if (open_.empty()) return {};
    const Node& parent = open_.back();
    if (parent.is(Node::Kind::array)) {
      return parent.pointer + "/" + std::to_string(parent.items.size());
    }
    return has_key_ ? parent.pointer + "/" + pointer_part(key_) : parent.pointer;
  }

  Node new_node(Node::Kind kind) {
    Node node;
    node.kind = kind;
    node.file = file_;
    node.offset = token_start();
    node.pointer = next_pointer();
    path_bytes_ += node.pointer.size();
    return node;
  }

  void attach(Node node) {
    has_key_ = false;
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().is(Node::Kind::object)) {
      open_.back().members.push_back({key_, key_offset_, std::move(node)});
    } else {
      open_.back().items.push_back(std::move(node));
    }
  }

  /// Reports keys that stand twice and keeps the first of them.
  void drop_repeated(Node& object) {
    std::vector<std::size_t> order(object.members.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, {}, [&](std::size_t i) -> const std::string& { return object.members[i].key; });
    std::vector<bool> repeated(order.size(), false);
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (object.members[order[i]].key != object.members[order[i - 1]].key) continue;
      const Node::Member& member = object.members[order[i]];
      repeated[order[i]] = true;
      problems_.push_back({member.offset, member.value.pointer,
                           fmt::format("the key {} stands here twice", in_quotes(member.key)),
                           "keep one of them"});
    }
    std::erase_if(object.members,
                  [&, at = std::size_t{0}](const Node::Member&) mutable { return repeated[at++]; });
  }

  bool within_limits() {
    const bool long_list = !open_.empty() && open_.back().items.size() > Sources::longest_list;
    if (long_list) {
      problems_.push_back({open_.back().offset,
                           open_.back().pointer,
                           fmt::format("more than {} items in a list", Sources::longest_list),
                           {}});
      return false;
    }
    if (!open_.empty() && open_.back().members.size() > Sources::longest_list) {
      problems_.push_back({open_.back().offset,
                           open_.back().pointer,
                           fmt::format("more than {} keys in an object", Sources::longest_list),
                           {}});
      return false;
    }
    if (path_bytes_ > Sources::most_path_bytes) {
      problems_.push_back({cursor_, {}, "its keys are too long for so many values", {}});
      return false;
    }
    if (++values_ <= Sources::most_values) return true;
    problems_.push_back(
        {cursor_, {}, fmt::format("more than {} values", Sources::most_values), {}});
    return false;
  }

  const std::string& text_;
  const char** read_;
  std::size_t file_;
  std::size_t cursor_ = 0;
  std::size_t values_ = 0;
  std::size_t path_bytes_ = 0;  // of all values together
  std::size_t key_offset_ = 0;
  std::string key_;
  bool has_key_ = false;  // has the value of `key_` still to come?
  std::vector<Node> open_;
  std::vector<std::size_t> member_offset_;
  std::vector<std::string> member_key_;
  Node root_;
  std::vector<ParseProblem> problems_;
};

}  // namespace

ParsedText parse_nodes(const std::string& text, std::size_t file) {
  const char* read = text.data();
  NodeBuilder builder(text, &read, file);
  const bool whole =
      nlohmann::json::sax_parse(CountingIterator(text.data(), &read),
                                CountingIterator(text.data() + text.size(), &read), &builder);
  ParsedText parsed;
  if (whole) parsed.root = builder.take_root();
  parsed.root.file = file;
  parsed.problems = builder.take_problems();
  std::ranges::stable_sort(parsed.problems, {}, &ParseProblem::offset);
  return parsed;
}

}  // namespace doorstroom::scenario
