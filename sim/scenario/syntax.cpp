#include "scenario/syntax.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/printable.hpp"
#include "scenario/source.hpp"

namespace doorstroom::scenario {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// The text around the place where the parser stopped.
struct Place {
  std::string_view before;  // up to the place, without the blanks at its end
  std::string_view at;      // from the place on

  [[nodiscard]] char last() const { return before.empty() ? '\0' : before.back(); }
  [[nodiscard]] char next() const { return at.empty() ? '\0' : at.front(); }
  /// What follows without a blank in between: "5" of "0,5".
  bool touches = false;
};

Place place_of(std::string_view text, std::size_t offset) {
  Place place;
  const std::string_view all_before = text.substr(0, std::min(offset, text.size()));
  const auto end = all_before.find_last_not_of(blanks);
  place.before = all_before.substr(0, end == std::string_view::npos ? 0 : end + 1);
  place.at = text.substr(all_before.size());
  place.touches = place.before.size() == all_before.size();
  return place;
}

/// Is there a number that ends just before the place, and one that begins there?
bool splits_a_number(const Place& place, char between) {
  const std::string_view b = place.before;
  return place.touches && is_digit(place.next()) && b.size() > 1 && b.back() == between &&
         is_digit(b[b.size() - 2]);
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view w) { return text.starts_with(w); });
}

SyntaxProblem number_problem(const Place& place) {
  if (splits_a_number(place, ',')) {
    return {"a comma inside a number",
            "decimals are written with a point (0.5), thousands without a sign (1320)"};
  }
  const bool after_digit = is_digit(place.last());
  if (after_digit && begins_with_any(place.at, {".", "'", "_"})) {
    return {"a sign inside a number", "thousands are written without a sign: 1320"};
  }
  if (after_digit && place.next() == '%') {
    return {"a per cent sign after a number", "write shares as a number: 0.14 for 14 %"};
  }
  if (after_digit && !place.touches && is_digit(place.next())) {
    return {"a blank inside a number, or no comma between two",
            "thousands are written without a blank: 1320"};
  }
  if (after_digit && is_digit(place.next())) {
    return {"a number does not begin with a zero", {}};
  }
  if (place.next() == '.' || place.next() == '+') {
    return {"a number begins with a digit or a minus", "write 0.5"};
  }
  return {};
}

/// Quotation marks that are not ".
SyntaxProblem quote_problem(const Place& place) {
  if (!begins_with_any(place.at, {"'", "`", "\u201C", "\u201D", "\u201E", "\u2018", "\u2019",
                                  "\u00AB", "\u00BB"})) {
    return {};
  }
  return {"these quotation marks are not the ones of JSON", "write straight ones: \"...\""};
}

SyntaxProblem word_problem(const Place& place) {
  const bool where_a_key_stands = place.last() == '{' || place.last() == ',';
  if (where_a_key_stands && is_digit(place.next())) {
    return {"a key without quotation marks", "write texts and keys between \"...\""};
  }
  if (begins_with_any(place.at, {"//", "/*", "#"})) {
    return {"a comment", "a scenario has none: say it in \"description\", \"source\" or \"note\""};
  }
  if (!is_letter(place.next())) return {};
  if (begins_with_any(place.at, {"True", "TRUE", "False", "FALSE"})) {
    return {"true and false are written in small letters", {}};
  }
  const auto end =
      std::ranges::find_if_not(place.at, [](char c) { return is_letter(c) || is_digit(c); });
  const std::string word(place.at.begin(), end);
  return {fmt::format("the word {} stands here without quotation marks", word.substr(0, 30)),
          "write texts and keys between \"...\""};
}

/// Commas and brackets too many or too few.
SyntaxProblem punctuation_problem(const Place& place) {
  const char next = place.next();
  if ((next == '}' || next == ']') && place.last() == ',') {
    return {fmt::format("a comma before the closing {}", next), "leave the comma out"};
  }
  if (next == ',' && (place.last() == ',' || place.last() == '[' || place.last() == '{')) {
    return {"a comma with nothing before it", "leave the comma out"};
  }
  const bool after_value = is_digit(place.last()) || is_letter(place.last()) ||
                           std::string_view("\"}]").find(place.last()) != std::string_view::npos;
  const bool before_value =
      next == '"' || next == '{' || next == '[' || next == '-' || is_digit(next) || is_letter(next);
  if (after_value && before_value) {
    return {"something is missing before this, a comma or a closing quotation mark", {}};
  }
  if (next == '}' || next == ']') {
    return {fmt::format("a {} that closes nothing here", next), "count the brackets"};
  }
  return {};
}

SyntaxProblem text_problem(std::string_view parser) {
  const auto says = [&](std::string_view part) {
    return parser.find(part) != std::string_view::npos;
  };
  if (says("missing closing quote") || says("control character U+000A") ||
      says("control character U+000D")) {
    return {"a text that is not closed before the end of its line", "close it with \""};
  }
  if (says("control character U+0009")) return {"a tab inside a text", "write a blank"};
  if (says("forbidden character after backslash")) {
    return {"a \\ in a text that means nothing", "write \\\\ for one, or / in the names of files"};
  }
  if (says("invalid string: control character")) return {"a control character in a text", {}};
  if (says("surrogate") || says("'\\u'")) return {"an escape \\u that is no character", {}};
  if (says("expected end of input")) return {"something follows the end of the scenario", {}};
  return {};
}

}  // namespace

SyntaxProblem explain_syntax(std::string_view text, std::size_t offset, std::string_view parser) {
  if (parser.find("number overflow") != std::string_view::npos) {
    return {"this number is too large", "nothing a scenario counts goes beyond 1e308"};
  }
  SyntaxProblem found = text_problem(parser);
  const Place place = place_of(text, offset);
  if (found.problem.empty()) found = number_problem(place);
  if (found.problem.empty()) found = quote_problem(place);
  if (found.problem.empty()) found = punctuation_problem(place);
  if (found.problem.empty()) found = word_problem(place);
  if (found.problem.empty()) found.problem = parser;
  found.problem = "this is not JSON (" + found.problem + ")";
  return found;
}

SyntaxProblem explain_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const bool marked = text.size() > 1 && ((byte(0) == 0xFF && byte(1) == 0xFE) ||
                                          (byte(0) == 0xFE && byte(1) == 0xFF));
  const std::size_t zero = text.find('\0');
  if (marked || zero < 4) {
    return {"this file is not UTF-8 text (it looks like UTF-16)", "save it as UTF-8"};
  }
  if (zero != std::string_view::npos) {
    return {"this file is not a text (it has a zero byte)", "save it as UTF-8"};
  }
  const bool has_mark = text.starts_with(byte_order_mark);
  if (text.substr(has_mark ? byte_order_mark.size() : 0).find_first_not_of(blanks) ==
      std::string_view::npos) {
    return {"this file is empty", "a scenario begins with {"};
  }
  return {};
}

std::size_t first_not_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace doorstroom::scenario
