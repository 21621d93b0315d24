// JSON text that remembers where it stands: every value knows its file, its place and its pointer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "doorstroom/diagnostics.hpp"

namespace doorstroom::scenario {

/// What some editors put before a text to say that it is UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A value in a JSON file.
struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, number, text, array, object };
  struct Member;

  Kind kind = Kind::null;
  bool boolean = false;
  bool too_large = false;  // an integer that 64 bits cannot hold
  bool is_varied = false;  // put in by a study, not by a file
  std::int64_t integer = 0;
  double number = 0;  // also set for integers
  std::string text;   // texts; numbers as written
  std::vector<Node> items;
  std::vector<Member> members;

  std::size_t file = 0;    // position in Sources
  std::size_t offset = 0;  // bytes from the start of the file
  std::string pointer;     // within the file

  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
  [[nodiscard]] bool is_number() const { return kind == Kind::integer || kind == Kind::number; }
  /// The member with that key, or null.
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] Node* find(std::string_view key);
};

struct Node::Member {
  std::string key;
  std::size_t offset = 0;  // of the key
  Node value;
};

/// "an object", "a text", ...
std::string_view describe_kind(Node::Kind kind);

/// A text for messages: in quotation marks, shortened where it is long.
std::string in_quotes(std::string_view text);

/// The value as written, shortened, for messages.
std::string shown(const Node& node);

/// The files a scenario was read from.
class Sources final {
 public:
  /// Largest file that is read at all, and the most that all files of a scenario have together.
  static constexpr std::size_t largest_file = std::size_t{64} << 20U;
  static constexpr std::size_t most_bytes = std::size_t{256} << 20U;
  /// Deepest nesting, largest number of values, longest list or object and longest key (in bytes)
  /// that are accepted. Every value knows its path: those of all values together take no more than
  /// the last.
  static constexpr std::size_t deepest = 64;
  static constexpr std::size_t most_values = 5'000'000;
  static constexpr std::size_t longest_list = 20'000;
  static constexpr std::size_t longest_key = 500;
  /// Of more problems than this with what it says a file was not made by hand.
  static constexpr std::size_t most_problems = 1000;
  static constexpr std::size_t most_path_bytes = std::size_t{256} << 20U;

  /// Reads and parses a file; problems are added to `diagnostics` and a null node is returned for
  /// what cannot be read. Throws nothing for bad input.
  Node read(const std::filesystem::path& path, std::vector<Diagnostic>& diagnostics);
  /// Reads a table that `name` names as text, once however often it is named; nothing, and a
  /// problem at `name`, if it cannot be read.
  std::optional<std::size_t> add_table(const Node& name, const std::filesystem::path& path,
                                       std::vector<Diagnostic>& diagnostics);
  /// Parses a text as if it were the file `name`.
  Node parse(std::string name, std::string text, std::vector<Diagnostic>& diagnostics);

  [[nodiscard]] Diagnostic problem_at(const Node& node, std::string problem,
                                      std::string suggestion = {}) const;
  /// A problem with a key rather than with its value.
  [[nodiscard]] Diagnostic problem_at_key(const Node::Member& member, std::string problem,
                                          std::string suggestion = {}) const;
  /// Notes that a new item of an extended list has nearly the name of one that was there already.
  void note_nearest(const Node& item, std::string name);
  /// "did you mean ...?" for such an item, otherwise empty.
  [[nodiscard]] std::string nearest_for(const Node& item) const;
  [[nodiscard]] const std::string& name(std::size_t file) const { return files_[file].name; }
  [[nodiscard]] const std::string& text(std::size_t file) const { return files_[file].text; }
  [[nodiscard]] std::size_t size() const { return files_.size(); }
  /// "file:line" of a value.
  [[nodiscard]] std::string where(const Node& node) const;

 private:
  struct Unreadable {
    std::string why;
    std::string suggestion;
  };
  struct File {
    std::string name;
    std::string text;
    std::vector<std::size_t> lines;  // bytes at which they begin
  };
  /// The bytes of a file, or why it cannot be read.
  std::optional<Unreadable> content_of(const std::filesystem::path& path, std::string& text) const;
  /// Takes a text up under a name.
  std::size_t add(std::string name, std::string text);
  [[nodiscard]] std::size_t line_of(std::size_t file, std::size_t offset) const;
  [[nodiscard]] Diagnostic problem_in(std::size_t file, std::size_t offset, std::string pointer,
                                      std::string problem, std::string suggestion) const;
  std::vector<File> files_;
  std::size_t bytes_ = 0;                                               // of all of them
  std::map<std::pair<std::size_t, std::size_t>, std::string> nearest_;  // by file and offset
};

/// "did you mean ...?", if the folder of a file that is not there has one with a similar name.
std::string nearest_file(const std::filesystem::path& path);

/// The part of a path that stands for an item of a list: its id, or its position.
std::string part_of_item(const Node& item, std::size_t position);

/// A key as a part of a JSON pointer: "~" and "/" escaped.
std::string pointer_part(std::string_view key);

}  // namespace doorstroom::scenario
