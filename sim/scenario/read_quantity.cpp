#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "scenario/read_value.hpp"
#include "scenario/suggest.hpp"

namespace doorstroom::scenario {

std::optional<double> days_of_span(std::string_view text) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || text.empty() || text.front() < '0' || text.front() > '9') return {};
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit.size() < 2 || unit.front() != ' ') return {};
  unit.remove_prefix(1);
  if (unit.back() == 's') unit.remove_suffix(1);
  if (unit == "day") return number;
  if (unit == "week") return number * 7;
  if (unit == "month") return number * days_per_month;
  if (unit == "year") return number * days_per_year;
  return {};
}

std::optional<double> share_of_growth(std::string_view text) {
  double percent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  if (error != std::errc()) return std::nullopt;
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit.starts_with(' ')) unit.remove_prefix(1);
  return unit == "% a year" ? std::optional(percent / 100) : std::nullopt;
}

std::optional<Day> day_of_key(std::string_view key) {
  std::string date(key);
  if (key.size() == 4) date += "-01-01";
  if (key.size() == 7) date += "-01";
  return parse_date(date);
}

bool is_evidence_key(std::string_view key) {
  return key == "status" || key == "source" || key == "group" || key == "note" ||
         key == "range_factor";
}

namespace {

/// Evidence as it is written: the range either in the unit of the value or as factors.
struct WrittenEvidence {
  Evidence evidence;
  const Node* range = nullptr;
  const Node* range_factor = nullptr;
};

void read_standing(Reading& reading, const Node& node, Standing& standing) {
  std::vector<std::string> words;
  for (const auto& [value, text] : Words<Standing>::all) words.emplace_back(text);
  const std::size_t at = read_word(reading, node, words);
  if (at < words.size()) standing = Words<Standing>::all[at].first;
}

/// Takes up one key of evidence; false if it is none.
bool read_evidence_key(Reading& reading, const Node::Member& member, WrittenEvidence& written) {
  const Field plain{.doc = {}};
  if (member.key == "status")
    read_standing(reading, member.value, written.evidence.status);
  else if (member.key == "source")
    read_value(reading, member.value, written.evidence.source, plain);
  else if (member.key == "group")
    read_value(reading, member.value, written.evidence.group, plain);
  else if (member.key == "note")
    read_value(reading, member.value, written.evidence.note, plain);
  else if (member.key == "range_factor")
    written.range_factor = &member.value;
  else if (member.key == "range")
    written.range = &member.value;
  else
    return false;
  return true;
}

void check_source(Reading& reading, const Node& node, const Evidence& evidence) {
  const bool needs_source = evidence.status == Standing::cited ||
                            evidence.status == Standing::published ||
                            evidence.status == Standing::derived;
  if (needs_source && evidence.source.empty()) {
    reading.problem(node,
                    fmt::format("a number that is {} needs its source", word(evidence.status)),
                    "add \"source\"");
  }
}

bool is_pair(const Node& node) {
  return node.is(Node::Kind::array) && node.items.size() == 2;
}

using Range = std::pair<double, double>;

/// Without the last digits, which multiplying has made up: 0.04, not 0.04000000000000001.
double tidy(double value) {
  return std::strtod(fmt::format("{:.13g}", value).c_str(), nullptr);
}

Range scaled(Range factors, double value) {
  const Range range{tidy(value * factors.first), tidy(value * factors.second)};
  return value < 0 ? Range{range.second, range.first} : range;
}

std::optional<Range> read_factors(Reading& reading, const Node& node) {
  const bool pair = is_pair(node) && node.items[0].is_number() && node.items[1].is_number();
  if (pair) {
    const Range factors{node.items[0].number, node.items[1].number};
    if (0 <= factors.first && factors.first <= 1 && 1 <= factors.second) return factors;
  }
  expected(reading, node, "a pair of factors around 1", "for example [0.8, 1.2]");
  return std::nullopt;
}

/// `read` turns one end into a number in the unit of the value.
template <class Read>
std::optional<Range> read_range(Reading& reading, const Node& node, double value, Read read) {
  if (!is_pair(node)) {
    const bool decimal_commas = node.is(Node::Kind::array) && node.items.size() == 4;
    expected(reading, node, "a range [low, high]",
             decimal_commas ? "decimals are written with a point: [0.1, 0.3]" : "");
    return std::nullopt;
  }
  const auto low = read(node.items[0]);
  const auto high = read(node.items[1]);
  if (!low || !high) return std::nullopt;
  if (*low > *high) {
    reading.problem(node, "the range runs backwards", "write [low, high]");
    return std::nullopt;
  }
  if (value < *low || value > *high) {
    reading.problem(node, "the value lies outside its own range");
    return std::nullopt;
  }
  return Range{*low, *high};
}

/// Digits behind the point as it is written; with an exponent, as many as it takes.
int decimals_of(const std::string& text) {
  if (text.find_first_of("eE") != std::string::npos) return 0;
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

std::string bounds(const Field& field, double given) {
  std::string text =
      fmt::format("allowed is {} to {}", bound_text(field.at_least), bound_text(field.at_most));
  constexpr double few = 5;
  constexpr double all = 100;
  if (field.at_most <= 1 && given >= few && given <= all) {
    text += fmt::format("; for {0:g} % write {1:g}", given, given / all);
  }
  return text;
}

std::optional<double> number_of(Reading& reading, const Node& node, const Field& field) {
  const auto refuse = [&](const std::string& fault, const std::string& suggestion) {
    reading.problem(node, fmt::format("{} {}", shown(node), fault), suggestion);
    return std::nullopt;
  };
  if (!node.is_number()) {
    expected(reading, node, field.whole ? "a whole number" : "a number", suggest_number(node.text));
    return std::nullopt;
  }
  constexpr double exact_up_to = 9007199254740992.0;  // 2^53
  if (node.too_large || (node.is(Node::Kind::integer) && std::abs(node.number) > exact_up_to)) {
    return refuse("is too large to be exact", "at most 9007199254740992");
  }
  if (field.whole && !node.is(Node::Kind::integer)) {
    return refuse("is not a whole number", suggest_without_point(node.text));
  }
  if (node.number < field.at_least || node.number > field.at_most) {
    return refuse("is out of range", bounds(field, node.number));
  }
  if (decimals_of(node.text) > field.decimals) {
    const std::string thousands = suggest_without_point(node.text);
    return refuse("has too many decimals",
                  thousands.empty() ? fmt::format("at most {}", field.decimals) : thousands);
  }
  if (looks_like_thousands(node.text) && node.text.back() == '0') {
    return refuse("may be read in two ways",
                  fmt::format("write {:g} or {}", node.number, without_points(node.text)));
  }
  if (looks_like_thousands(node.text)) reading.note_doubtful(node);
  return node.number;
}

std::optional<double> span_of(Reading& reading, const Node& node) {
  const auto days = node.is(Node::Kind::text) ? days_of_span(node.text) : std::nullopt;
  if (!days) {
    expected(reading, node, "a span of time (\"12 months\"; days, weeks, months or years)",
             suggest_span(node.text));
    return std::nullopt;
  }
  constexpr double most = 1e6;
  if (*days > most) {
    reading.problem(node, fmt::format("{} is out of range", shown(node)),
                    "at most 1000000 days (2737 years)");
    return std::nullopt;
  }
  const std::string_view number = std::string_view(node.text).substr(0, node.text.find(' '));
  if (looks_like_thousands(number) && number.back() == '0') {
    reading.problem(node, fmt::format("{} may be read in two ways", shown(node)),
                    suggest_without_point(number));
    return std::nullopt;
  }
  return days;
}

bool says_nothing(const Evidence& evidence) {
  return evidence.status == Standing::unstated && evidence.source.empty();
}

/// What an entry or table does not say itself, it has from the table it stands in.
Evidence inherited(const Reading& reading, Evidence own) {
  if (!says_nothing(own) || reading.table_evidence.empty()) return own;
  Evidence evidence = reading.table_evidence.back();
  if (own.range) evidence.range = own.range;
  if (!own.group.empty()) evidence.group = own.group;
  if (!own.note.empty()) evidence.note = own.note;
  return evidence;
}

/// The evidence of a number that a study put in: the study, and nothing else.
Evidence of_a_study() {
  Evidence evidence;
  evidence.status = Standing::assumption;
  evidence.note = "varied";
  return evidence;
}

/// The evidence that counts for an entry. The range of a table holds factors until they meet a
/// value.
Evidence effective(const Reading& reading, const Node& node, const Evidence& own, double value) {
  if (node.is_varied) return of_a_study();
  Evidence evidence = inherited(reading, own);
  if (!own.range && evidence.range) evidence.range = scaled(*evidence.range, value);
  return evidence;
}

/// Keys that would be right for a path or a table, where a single number is expected.
bool refuse_table(Reading& reading, const Node& node) {
  const auto is_table_key = [&](const Node::Member& m) {
    return m.key == "by_distance" || day_of_key(m.key).has_value();
  };
  const auto at = std::ranges::find_if(node.members, is_table_key);
  if (at == node.members.end()) return false;
  reading.key_problem(*at,
                      at->key == "by_distance" ? "this number cannot differ by distance"
                                               : "this number cannot change over time",
                      "give one number");
  return true;
}

void read_unit(Reading& reading, const Node& node, const Field& field) {
  std::string unit;
  read_value(reading, node, unit, Field{.doc = {}});
  if (field.unit == amount_unit) return reading.note_unit(unit, node);
  if (unit.empty() || unit == field.unit) return;
  reading.problem(node,
                  field.unit.empty()
                      ? "a number without a unit"
                      : fmt::format("this number is in {}, not in {}", field.unit, shown(node)),
                  "leave \"unit\" out");
}

/// Reads {"value": ..., evidence}; `read` turns one node into a number, `read_end` an end of its
/// range.
template <class Read, class ReadEnd>
std::optional<double> read_with_evidence(Reading& reading, const Node& node, const Field& field,
                                         Evidence& evidence, std::string& text, Read read,
                                         ReadEnd read_end) {
  WrittenEvidence written;
  const Node* value = node.find("value");
  if (value == nullptr && refuse_table(reading, node)) return std::nullopt;
  for (const Node::Member& member : node.members) {
    if (member.key == "value" || read_evidence_key(reading, member, written)) continue;
    if (member.key == "unit") {
      read_unit(reading, member.value, field);
    } else {
      unknown_key(reading, member,
                  {"value", "unit", "range", "range_factor", "status", "source", "group", "note"});
    }
  }
  if (value == nullptr) {
    reading.problem(node, "the number itself is missing", "add \"value\"");
    return std::nullopt;
  }
  const auto number = read(*value);
  text = value->text;
  check_source(reading, node, written.evidence);
  if (written.range != nullptr && written.range_factor != nullptr) {
    reading.problem(*written.range_factor, "the range is given twice",
                    "keep \"range\" or \"range_factor\"");
  }
  if (!number) return std::nullopt;
  evidence = written.evidence;
  if (written.range != nullptr) {
    evidence.range = read_range(reading, *written.range, *number, read_end);
  } else if (written.range_factor != nullptr) {
    const auto factors = read_factors(reading, *written.range_factor);
    if (factors) evidence.range = scaled(*factors, *number);
  }
  return number;
}

/// A range that comes from factors may reach further than the number itself may.
void check_reach(Reading& reading, const Node& node, const Evidence& evidence, const Field& field) {
  if (!evidence.range) return;
  constexpr double rounding = 1e-9;
  const auto [low, high] = *evidence.range;
  if (low >= field.at_least - rounding && high <= field.at_most + rounding) return;
  reading.problem(node, fmt::format("the range reaches from {:g} to {:g}", low, high),
                  bounds(field, 0));
}

}  // namespace

TableEvidence::TableEvidence(Reading& reading, const Node& table) : reading_(reading) {
  WrittenEvidence written;
  for (const Node::Member& member : table.members) {
    if (is_evidence_key(member.key)) read_evidence_key(reading, member, written);
  }
  check_source(reading, table, written.evidence);
  Evidence evidence = written.evidence;
  if (written.range_factor != nullptr) {
    evidence.range = read_factors(reading, *written.range_factor);
  }
  reading.table_evidence.push_back(inherited(reading, std::move(evidence)));
}

void read_value(Reading& reading, const Node& node, Quantity& value, const Field& field) {
  const auto read = [&](const Node& n) { return number_of(reading, n, field); };
  const auto read_end = [&](const Node& n) {
    Field end = field;  // who is unsure may be unsure by halves
    end.whole = false;
    end.decimals = any_decimals;
    return number_of(reading, n, end);
  };
  Evidence own;
  std::string text = node.text;
  const auto number = node.is(Node::Kind::object)
                          ? read_with_evidence(reading, node, field, own, text, read, read_end)
                          : read(node);
  if (!number) return;
  value = {*number, effective(reading, node, own, *number)};
  check_reach(reading, node, value.evidence, field);
  reading.add_parameter(*number, text, field, value.evidence, node);
}

void read_value(Reading& reading, const Node& node, Span& value, const Field& field) {
  const auto read = [&](const Node& n) { return span_of(reading, n); };
  Evidence own;
  std::string text = node.text;
  Field in_days = field;
  in_days.unit = "days";
  const auto days = node.is(Node::Kind::object)
                        ? read_with_evidence(reading, node, in_days, own, text, read, read)
                        : read(node);
  if (!days) return;
  value = {*days, text, effective(reading, node, own, *days)};
  reading.add_parameter(*days, text, in_days, value.evidence, node);
}

void read_growth(Reading& reading, const Node& node, Quantity& growth) {
  const Field field{.doc = {}, .at_least = -1, .at_most = 10, .unit = "a year"};
  const auto read = [&](const Node& n) {
    if (!n.is(Node::Kind::text)) return number_of(reading, n, field);
    const auto share = share_of_growth(n.text);
    if (!share || *share < field.at_least || *share > field.at_most) {
      expected(reading, n, "a yearly growth (\"3 % a year\" or 0.03)",
               share ? "allowed is -100 to 1000 %" : suggest_growth(n.text));
      return std::optional<double>();
    }
    return share;
  };
  Evidence own;
  std::string text = node.text;
  const auto number = node.is(Node::Kind::object)
                          ? read_with_evidence(reading, node, field, own, text, read, read)
                          : read(node);
  if (!number) return;
  growth = {*number, effective(reading, node, own, *number)};
  reading.add_parameter(*number, text, field, growth.evidence, node);
}

void read_value(Reading& reading, const Node& node, CarryOver& value, const Field& field) {
  if (!node.is(Node::Kind::text)) return read_value(reading, node, value.share, field);
  const std::size_t at = read_word(reading, node, {"none", "full"});
  value.share = {at == 1 ? 1.0 : 0.0, {}};
}

}  // namespace doorstroom::scenario
