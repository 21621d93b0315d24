#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "scenario/read_value.hpp"

namespace doorstroom::scenario {

namespace {

/// The first day of "2019", "2019-07" or "2019-07-15".
std::optional<Day> day_of_key(const std::string& key) {
  if (key.size() == 4) return parse_date(key + "-01-01");
  if (key.size() == 7) return parse_date(key + "-01");
  return parse_date(key);
}

void read_growth(Reading& reading, const Node& node, Path& path) {
  Quantity growth;
  if (!node.is(Node::Kind::text)) {
    read_value(reading, node, growth, {.doc = {}, .at_least = -1, .at_most = 10});
    path.growth = growth;
    return;
  }
  double percent = 0;
  const std::string& text = node.text;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  std::string_view unit =
      std::string_view(text).substr(static_cast<std::size_t>(end - text.data()));
  if (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  if (error != std::errc() || unit != "% a year" || percent < -100 || percent > 1000) {
    return expected(reading, node, "a yearly growth (\"3 % a year\")");
  }
  growth.value = percent / 100;
  if (!reading.table_evidence.empty()) growth.evidence = reading.table_evidence.back();
  growth.evidence.range.reset();
  reading.add_parameter(growth.value, text, {.doc = {}, .unit = "a year"}, growth.evidence, node);
  path.growth = growth;
}

void read_path_entry(Reading& reading, const Node::Member& member, Path& path, const Field& field) {
  const auto from = day_of_key(member.key);
  if (!from) {
    reading.key_problem(member, fmt::format("\"{}\" is not a moment in time", member.key),
                        "write a year (\"2019\"), a month (\"2019-07\") or a day (\"2019-07-15\")");
    return;
  }
  if (std::ranges::find(path.entries, *from, &Path::Entry::from) != path.entries.end()) {
    reading.key_problem(member, fmt::format("{} has two entries", iso_date(*from)));
    return;
  }
  const Reading::Inside inside(reading, member.key, member.value);
  Path::Entry entry{*from, {}};
  read_value(reading, member.value, entry.value, field);
  path.entries.push_back(entry);
}

}  // namespace

void read_value(Reading& reading, const Node& node, Path& value, const Field& field) {
  const bool plain = !node.is(Node::Kind::object) || node.find("value") != nullptr;
  if (plain) {
    Path::Entry entry{always, {}};
    read_value(reading, node, entry.value, field);
    value = {};
    value.entries.push_back(entry);
    return;
  }
  value = {};
  const TableEvidence evidence(reading, node);
  for (const Node::Member& member : node.members) {
    if (is_evidence_key(member.key)) continue;
    if (member.key == "interpolate") {
      const std::size_t at = read_word(reading, member.value, {"step", "linear"});
      value.interpolate = at == 1 ? Interpolation::linear : Interpolation::step;
    } else if (member.key == "growth") {
      const Reading::Inside inside(reading, member.key, member.value);
      read_growth(reading, member.value, value);
    } else {
      read_path_entry(reading, member, value, field);
    }
  }
  std::ranges::sort(value.entries, {}, &Path::Entry::from);
  if (value.entries.empty()) reading.problem(node, "this path has no entries");
}

void read_value(Reading& reading, const Node& node, Condition& value, const Field& field) {
  if (!node.is(Node::Kind::object)) return expected(reading, node, "a condition (an object)");
  value = {};
  for (const Node::Member& member : node.members) {
    const Reading::Inside inside(reading, member.key, member.value);
    Test test;
    test.subject = member.key;
    Field subject = field;
    subject.refers = Names::subject;
    reading.refer(member.key, subject, member.value);
    const Node& what = member.value;
    if (what.is(Node::Kind::text)) {
      test.values.push_back(what.text);
    } else if (what.is(Node::Kind::array)) {
      for (const Node& item : what.items) {
        std::string name;
        read_value(reading, item, name, Field{.doc = {}});
        test.values.push_back(name);
      }
      if (what.items.empty()) reading.problem(what, "nothing can be in an empty list");
    } else if (what.is(Node::Kind::object)) {
      const Field bound{.doc = {}, .at_least = 0, .at_most = 1e6};
      for (const Node::Member& limit : what.members) {
        const Reading::Inside inside_limit(reading, limit.key, limit.value);
        auto* side = limit.key == "min" ? &test.min : limit.key == "below" ? &test.below : nullptr;
        if (side == nullptr) {
          unknown_key(reading, limit, {"min", "below"});
          continue;
        }
        side->emplace();
        read_value(reading, limit.value, **side, bound);
      }
      if (what.members.empty())
        reading.problem(what, "this range has neither \"min\" nor \"below\"");
    } else {
      expected(reading, what,
               "a value, a list of values, or a range {\"min\": ..., \"below\": ...}");
    }
    value.tests.push_back(std::move(test));
  }
}

namespace {

std::map<std::string, Share> read_shares(Reading& reading, const Node& node) {
  std::map<std::string, Share> shares;
  const TableEvidence evidence(reading, node);
  const Field field{.doc = {}, .at_least = 0, .at_most = 1};
  for (const Node::Member& member : node.members) {
    if (is_evidence_key(member.key)) continue;
    const Reading::Inside inside(reading, member.key, member.value);
    read_value(reading, member.value, shares[member.key], field);
  }
  return shares;
}

}  // namespace

void read_value(Reading& reading, const Node& node, AttributeShares& value, const Field&) {
  value = {};
  if (!node.is(Node::Kind::object)) {
    return expected(reading, node, "shares ({\"value\": 0.3, ...})");
  }
  const Node* by = node.find("by");
  if (by == nullptr) {
    value.cases[""] = read_shares(reading, node);
    return;
  }
  read_value(reading, *by, value.by, {.doc = {}, .refers = Names::attribute});
  const TableEvidence evidence(reading, node);
  for (const Node::Member& member : node.members) {
    if (member.key == "by" || is_evidence_key(member.key)) continue;
    const Reading::Inside inside(reading, member.key, member.value);
    if (!member.value.is(Node::Kind::object)) {
      expected(reading, member.value, "shares ({\"value\": 0.3, ...})");
      continue;
    }
    value.cases[member.key] = read_shares(reading, member.value);
  }
}

}  // namespace doorstroom::scenario
