#include "scenario/read_value.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "base/printable.hpp"
#include "scenario/shape.hpp"
#include "scenario/suggest.hpp"

namespace doorstroom::scenario {

void expected(Reading& reading, const Node& node, std::string_view what, std::string suggestion) {
  reading.problem(node, fmt::format("{} is expected, not {}", what, shown(node)),
                  std::move(suggestion));
}

void unknown_key(Reading& reading, const Node::Member& member,
                 const std::vector<std::string>& known) {
  std::string suggestion = did_you_mean(member.key, known);
  const std::vector<std::string> owners = owners_of_key(member.key);
  constexpr std::size_t few = 3;
  if (!owners.empty() && owners.size() <= few) {
    suggestion = fmt::format("it belongs to {}{}{}", listed(owners),
                             suggestion.empty() ? "" : "; or ", suggestion);
  }
  if (suggestion.empty()) suggestion = "allowed are " + listed(known);
  reading.key_problem(member, fmt::format("{} is not known here", in_quotes(member.key)),
                      std::move(suggestion));
}

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool belongs_in_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::string fault_of_name(std::string_view name) {
  constexpr std::size_t longest = 80;
  if (name.empty()) return "it is empty";
  if (name.size() > longest) return "it is too long";
  const auto strange = std::ranges::find_if_not(name, belongs_in_name);
  if (strange != name.end()) {
    const auto at = static_cast<std::size_t>(strange - name.begin());
    if (*strange == ' ') return "it has a blank";
    const std::size_t length = std::max<std::size_t>(1, utf8_length(name.substr(at)));
    return fmt::format("{} is not one of the letters a to z, digits, _ and -",
                       name.substr(at, length));
  }
  return is_letter(name.front()) ? "" : "it does not begin with a letter";
}

namespace {

std::string suggest_whole_number(const Node& node) {
  return node.is(Node::Kind::text) ? suggest_number(node.text) : suggest_without_point(node.text);
}

template <class Integer>
void read_integer(Reading& reading, const Node& node, Integer& value, const Field& field,
                  bool negative_allowed) {
  if (!node.is(Node::Kind::integer)) {
    return expected(reading, node, "a whole number", suggest_whole_number(node));
  }
  constexpr auto most = static_cast<double>(std::numeric_limits<Integer>::max());
  constexpr double exact = 9e18;  // and less than what 64 bits hold
  const double low = std::max(field.at_least, negative_allowed ? -std::min(most, exact) : 0.0);
  const double high = std::min({field.at_most, most, exact});
  if (node.too_large || node.number < low || node.number > high) {
    return reading.problem(node, fmt::format("{} is out of range", shown(node)),
                           fmt::format("allowed is {} to {}", bound_text(low), bound_text(high)));
  }
  value = static_cast<Integer>(node.integer);
}

}  // namespace

void read_value(Reading& reading, const Node& node, bool& value, const Field&) {
  if (!node.is(Node::Kind::boolean)) {
    const bool in_quotation_marks = node.text == "true" || node.text == "false";
    return expected(
        reading, node, "true or false",
        in_quotation_marks ? fmt::format("write {}, without quotation marks", node.text) : "");
  }
  value = node.boolean;
}

void read_value(Reading& reading, const Node& node, int& value, const Field& field) {
  read_integer(reading, node, value, field, true);
}

void read_value(Reading& reading, const Node& node, std::int64_t& value, const Field& field) {
  read_integer(reading, node, value, field, true);
}

void read_value(Reading& reading, const Node& node, std::uint64_t& value, const Field& field) {
  read_integer(reading, node, value, field, false);
}

void read_value(Reading& reading, const Node& node, double& value, const Field& field) {
  if (!node.is_number()) return expected(reading, node, "a number", suggest_number(node.text));
  if (node.number < field.at_least || node.number > field.at_most) {
    return reading.problem(
        node, fmt::format("{} is out of range", shown(node)),
        fmt::format("allowed is {} to {}", bound_text(field.at_least), bound_text(field.at_most)));
  }
  value = node.number;
}

namespace {

/// Texts end up on terminals and in spreadsheets, which some characters steer.
void refuse_steering(Reading& reading, const Node& node) {
  std::string line = node.text;
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (printable(line) == line) return;
  reading.problem(node,
                  fmt::format("a control character in a text: {}", printable(in_quotes(line))),
                  "leave it out");
}

}  // namespace

void read_value(Reading& reading, const Node& node, std::string& value, const Field& field) {
  if (!node.is(Node::Kind::text)) return expected(reading, node, "a text");
  refuse_steering(reading, node);
  value = node.text;
  reading.refer(value, field, node);
}

void read_value(Reading& reading, const Node& node, Text& value, const Field&) {
  if (node.is(Node::Kind::text)) {
    refuse_steering(reading, node);
    value = {node.text, node.text};
    return;
  }
  if (!node.is(Node::Kind::object)) {
    return expected(reading, node, "a text", "or one in each language: {\"nl\": ..., \"en\": ...}");
  }
  for (const Node::Member& member : node.members) {
    std::string* language = member.key == "nl"   ? &value.nl
                            : member.key == "en" ? &value.en
                                                 : nullptr;
    if (language == nullptr) {
      unknown_key(reading, member, {"nl", "en"});
    } else {
      read_value(reading, member.value, *language, Field{.doc = {}});
    }
  }
  if (value.nl.empty()) value.nl = value.en;
  if (value.en.empty()) value.en = value.nl;
}

void read_value(Reading& reading, const Node& node, Day& value, const Field&) {
  const auto date = node.is(Node::Kind::text) ? parse_date(node.text) : std::nullopt;
  if (!date) {
    return expected(reading, node, "a date (\"2019-01-31\")", suggest_date(node.text));
  }
  value = *date;
}

std::size_t read_word(Reading& reading, const Node& node, const std::vector<std::string>& words) {
  if (node.is(Node::Kind::text)) {
    const auto at = std::ranges::find(words, node.text);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    reading.problem(node, fmt::format("{} is not one of the words allowed here", shown(node)),
                    did_you_mean_or(node.text, words, "allowed are"));
  } else {
    expected(reading, node, "a word", fmt::format("allowed are {}", listed(words)));
  }
  return words.size();
}

}  // namespace doorstroom::scenario
