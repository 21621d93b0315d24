#include "scenario/read_value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/nearest_name.hpp"

namespace doorstroom::scenario {

void expected(Reading& reading, const Node& node, std::string_view what) {
  reading.problem(node, fmt::format("{} is expected, not {}", what, shown(node)));
}

void unknown_key(Reading& reading, const Node::Member& member,
                 const std::vector<std::string>& known) {
  const std::string nearest = nearest_name(member.key, known);
  reading.key_problem(member, fmt::format("\"{}\" is not known here", member.key),
                      nearest.empty() ? fmt::format("allowed are {}", fmt::join(known, ", "))
                                      : fmt::format("did you mean \"{}\"?", nearest));
}

bool is_good_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto other = [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  constexpr std::size_t longest = 80;
  return !name.empty() && name.size() <= longest && letter(name.front()) &&
         std::ranges::all_of(name, other);
}

namespace {

template <class Integer>
void read_integer(Reading& reading, const Node& node, Integer& value, const Field& field,
                  bool negative_allowed) {
  if (!node.is(Node::Kind::integer)) return expected(reading, node, "a whole number");
  const auto low = std::max(field.at_least, negative_allowed ? -9e18 : 0.0);
  const auto high = std::min(field.at_most, 9e18);
  if (node.too_large || node.number < low || node.number > high) {
    return reading.problem(node, fmt::format("{} is out of range", shown(node)),
                           fmt::format("allowed is {} to {}", low, high));
  }
  value = static_cast<Integer>(node.integer);
}

}  // namespace

void read_value(Reading& reading, const Node& node, bool& value, const Field&) {
  if (!node.is(Node::Kind::boolean)) return expected(reading, node, "true or false");
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

void read_value(Reading& reading, const Node& node, std::string& value, const Field& field) {
  if (!node.is(Node::Kind::text)) return expected(reading, node, "a text");
  value = node.text;
  reading.refer(value, field, node);
}

void read_value(Reading& reading, const Node& node, Text& value, const Field&) {
  if (node.is(Node::Kind::text)) {
    value = {node.text, node.text};
    return;
  }
  if (!node.is(Node::Kind::object)) {
    return expected(reading, node, "a text, or one in each language ({\"nl\": ..., \"en\": ...}),");
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
  if (!date) return expected(reading, node, "a date (\"2019-01-31\")");
  value = *date;
}

std::size_t read_word(Reading& reading, const Node& node, const std::vector<std::string>& words) {
  if (node.is(Node::Kind::text)) {
    const auto at = std::ranges::find(words, node.text);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    const std::string nearest = nearest_name(node.text, words);
    std::string suggestion = fmt::format("allowed are {}", fmt::join(words, ", "));
    if (!nearest.empty()) suggestion += fmt::format("; did you mean \"{}\"?", nearest);
    reading.problem(node, fmt::format("{} is not one of the words allowed here", shown(node)),
                    suggestion);
  } else {
    expected(reading, node, fmt::format("one of the words {}", fmt::join(words, ", ")));
  }
  return words.size();
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

void apply_factors(Reading& reading, const Node& node, double value, Evidence& evidence) {
  if (!is_pair(node) || !node.items[0].is_number() || !node.items[1].is_number() ||
      node.items[0].number > 1 || node.items[1].number < 1) {
    return expected(reading, node, "two factors around 1 ([0.8, 1.2])");
  }
  evidence.range = {value * node.items[0].number, value * node.items[1].number};
  if (value < 0) std::swap(evidence.range->first, evidence.range->second);
}

void check_range(Reading& reading, const Node& node, double value, const Evidence& evidence) {
  if (!evidence.range) return;
  const auto [low, high] = *evidence.range;
  if (low > high)
    reading.problem(node, "the range runs backwards", "write [low, high]");
  else if (value < low || value > high) {
    reading.problem(node, fmt::format("the value {} lies outside its own range", value));
  }
}

std::optional<double> number_of(Reading& reading, const Node& node, const Field& field) {
  if (!node.is_number()) {
    expected(reading, node, field.whole ? "a whole number" : "a number");
    return std::nullopt;
  }
  constexpr double exact_up_to = 9007199254740992.0;  // 2^53
  if (node.too_large || (node.is(Node::Kind::integer) && std::abs(node.number) > exact_up_to)) {
    reading.problem(node, fmt::format("{} is too large to be exact", shown(node)));
    return std::nullopt;
  }
  if (node.number < field.at_least || node.number > field.at_most) {
    reading.problem(node, fmt::format("{} is out of range", shown(node)),
                    fmt::format("allowed is {} to {}", field.at_least, field.at_most));
    return std::nullopt;
  }
  const double scale = std::pow(10.0, field.whole ? 0 : field.decimals);
  const double scaled = node.number * scale;
  const bool too_fine = std::abs(scaled) < 1e15 && std::abs(scaled - std::round(scaled)) > 1e-4;
  if (field.decimals < 15 && too_fine && !field.whole) {
    reading.problem(node, fmt::format("{} has too many decimals", shown(node)),
                    fmt::format("at most {}", field.decimals));
    return std::nullopt;
  }
  if (field.whole && node.number != std::floor(node.number)) {
    reading.problem(node, fmt::format("{} is not a whole number", shown(node)));
    return std::nullopt;
  }
  return node.number;
}

struct ParsedSpan {
  double days = 0;
  bool ok = false;
};

ParsedSpan parse_span(std::string_view text) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || text.empty() || text.front() < '0' || text.front() > '9') return {};
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit.size() < 2 || unit.front() != ' ') return {};
  unit.remove_prefix(1);
  if (unit.back() == 's') unit.remove_suffix(1);
  constexpr double most_days = 1e6;
  double days = 0;
  if (unit == "day")
    days = number;
  else if (unit == "week")
    days = number * 7;
  else if (unit == "month")
    days = number * days_per_month;
  else if (unit == "year")
    days = number * days_per_year;
  else
    return {};
  return {days, days <= most_days};
}

std::optional<double> span_of(Reading& reading, const Node& node) {
  const ParsedSpan span = node.is(Node::Kind::text) ? parse_span(node.text) : ParsedSpan{};
  if (span.ok) return span.days;
  expected(reading, node, "a span of time (\"12 months\"; days, weeks, months or years)");
  return std::nullopt;
}

/// The evidence that counts for an entry: its own, or else that of the table it stands in.
Evidence effective(const Reading& reading, Evidence own, double value) {
  const bool says_nothing = own.status == Standing::unstated && own.source.empty();
  if (!says_nothing || reading.table_evidence.empty()) return own;
  Evidence evidence = reading.table_evidence.back();
  if (own.range) {
    evidence.range = own.range;
  } else if (evidence.range) {  // holds factors until they meet a value
    evidence.range = {value * evidence.range->first, value * evidence.range->second};
  }
  if (!own.group.empty()) evidence.group = own.group;
  if (!own.note.empty()) evidence.note = own.note;
  return evidence;
}

/// Reads {"value": ..., evidence}; `read` turns one node into a number.
template <class Read>
std::optional<double> read_with_evidence(Reading& reading, const Node& node, const Field& field,
                                         Evidence& evidence, std::string& text, Read read) {
  WrittenEvidence written;
  const Node* value = nullptr;
  for (const Node::Member& member : node.members) {
    if (member.key == "value") {
      value = &member.value;
    } else if (member.key == "unit") {
      std::string unit;
      read_value(reading, member.value, unit, Field{.doc = {}});
      if (!unit.empty() && !field.unit.empty() && unit != field.unit) {
        reading.problem(member.value, fmt::format("this number is in {}, not in {}", field.unit,
                                                  shown(member.value)));
      }
    } else if (!read_evidence_key(reading, member, written)) {
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
  if (!number) return std::nullopt;
  evidence = written.evidence;
  if (written.range_factor != nullptr) {
    apply_factors(reading, *written.range_factor, *number, evidence);
  }
  if (written.range != nullptr) {
    if (!is_pair(*written.range)) {
      expected(reading, *written.range, "a range [low, high]");
    } else {
      const auto low = read(written.range->items[0]);
      const auto high = read(written.range->items[1]);
      if (low && high) evidence.range = {*low, *high};
    }
  }
  check_range(reading, node, *number, evidence);
  return number;
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
    apply_factors(reading, *written.range_factor, 1.0, evidence);
  }
  const bool says_nothing = evidence.status == Standing::unstated && evidence.source.empty();
  if (says_nothing && !reading.table_evidence.empty()) evidence = reading.table_evidence.back();
  reading.table_evidence.push_back(std::move(evidence));
}

void read_value(Reading& reading, const Node& node, Quantity& value, const Field& field) {
  const auto read = [&](const Node& n) { return number_of(reading, n, field); };
  Evidence own;
  std::string text = node.text;
  const auto number = node.is(Node::Kind::object)
                          ? read_with_evidence(reading, node, field, own, text, read)
                          : read(node);
  if (!number) return;
  value = {*number, effective(reading, std::move(own), *number)};
  reading.add_parameter(*number, text, field, value.evidence, node);
}

void read_value(Reading& reading, const Node& node, Span& value, const Field& field) {
  const auto read = [&](const Node& n) { return span_of(reading, n); };
  Evidence own;
  std::string text = node.text;
  const auto days = node.is(Node::Kind::object)
                        ? read_with_evidence(reading, node, field, own, text, read)
                        : read(node);
  if (!days) return;
  value = {*days, text, effective(reading, std::move(own), *days)};
  Field in_days = field;
  in_days.unit = "days";
  reading.add_parameter(*days, text, in_days, value.evidence, node);
}

void read_value(Reading& reading, const Node& node, CarryOver& value, const Field& field) {
  if (!node.is(Node::Kind::text)) return read_value(reading, node, value.share, field);
  const std::size_t at = read_word(reading, node, {"none", "full"});
  value.share = {at == 1 ? 1.0 : 0.0, {}};
}

}  // namespace doorstroom::scenario
