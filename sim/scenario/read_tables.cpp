#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scenario/read_value.hpp"

namespace doorstroom::scenario {

namespace {

/// False if the key is no moment in time.
bool read_path_entry(Reading& reading, const Node::Member& member, Path& path, std::set<Day>& days,
                     const Field& field) {
  const auto from = day_of_key(member.key);
  if (!from) {
    reading.key_problem(member, fmt::format("{} is not a moment in time", in_quotes(member.key)),
                        "write a year (\"2019\"), a month (\"2019-07\") or a day (\"2019-07-15\"); "
                        "besides these there are \"growth\" and \"interpolate\"");
    return false;
  }
  if (!days.insert(*from).second) {
    reading.key_problem(member, fmt::format("{} has two entries", iso_date(*from)),
                        "keep one of them");
    return true;
  }
  const Reading::Inside inside(reading, member.key, member.value);
  Path::Entry entry{*from, {}};
  read_value(reading, member.value, entry.value, field);
  path.entries.push_back(entry);
  return true;
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
  std::set<Day> days;
  bool strange = false;
  for (const Node::Member& member : node.members) {
    if (is_evidence_key(member.key)) continue;
    if (member.key == "interpolate") {
      const std::size_t at = read_word(reading, member.value, {"step", "linear"});
      value.interpolate = at == 1 ? Interpolation::linear : Interpolation::step;
    } else if (member.key == "growth") {
      const Reading::Inside inside(reading, member.key, member.value);
      read_growth(reading, member.value, value.growth.emplace());
    } else if (!read_path_entry(reading, member, value, days, field)) {
      strange = true;
    }
  }
  std::ranges::sort(value.entries, {}, &Path::Entry::from);
  if (value.entries.empty() && !strange) {
    reading.problem(node, "this path has no entries", "for example {\"2025\": 100}");
  }
}

namespace {

void read_bounds(Reading& reading, const Node& node, Test& test) {
  const Field bound{.doc = {}, .at_least = 0, .at_most = 1e6};
  for (const Node::Member& limit : node.members) {
    const Reading::Inside inside(reading, limit.key, limit.value);
    auto* side = limit.key == "min" ? &test.min : limit.key == "below" ? &test.below : nullptr;
    if (side == nullptr) {
      const bool max = limit.key == "max";
      if (!max)
        unknown_key(reading, limit, {"min", "below"});
      else
        reading.key_problem(limit, "\"max\" is not known here",
                            "write \"below\": the first value that no longer belongs");
      continue;
    }
    read_value(reading, limit.value, side->emplace(), bound);
  }
  if (node.members.empty()) {
    reading.problem(node, "this range has neither \"min\" nor \"below\"");
  }
}

Test read_test(Reading& reading, const std::string& subject, const Node& node) {
  Test test;
  test.subject = subject;
  if (node.is(Node::Kind::text)) {
    test.values.push_back(node.text);
  } else if (node.is(Node::Kind::array)) {
    for (const Node& item : node.items) {
      read_value(reading, item, test.values.emplace_back(), Field{.doc = {}});
    }
    if (node.items.empty()) reading.problem(node, "nothing can be in an empty list");
  } else if (node.is(Node::Kind::object)) {
    read_bounds(reading, node, test);
  } else {
    const bool number = node.is_number();
    expected(
        reading, node, "a value, a list of values or a range",
        number ? fmt::format("write {{\"min\": {}}} or {{\"below\": {}}}", shown(node), shown(node))
               : "");
  }
  return test;
}

}  // namespace

void read_value(Reading& reading, const Node& node, Condition& value, const Field& field) {
  if (!node.is(Node::Kind::object)) {
    return expected(reading, node, "a condition", "for example {\"age\": {\"min\": 50}}");
  }
  value = {};
  for (const Node::Member& member : node.members) {
    const Reading::Inside inside(reading, member.key, member.value);
    Field subject = field;
    subject.refers = Names::subject;
    reading.refer(member.key, subject, member.value);
    value.tests.push_back(read_test(reading, member.key, member.value));
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
    return expected(reading, node, "a table of shares",
                    "for example {\"low\": 0.3, \"high\": \"rest\"}");
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
      expected(reading, member.value, "a table of shares");
      continue;
    }
    value.cases[member.key] = read_shares(reading, member.value);
  }
}

}  // namespace doorstroom::scenario
