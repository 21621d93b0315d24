#include <algorithm>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/read_value.hpp"

namespace doorstroom::scenario {

namespace {

struct Family {
  const char* name;
  Stay::Kind kind;
  std::vector<std::string> parameters;  // besides min and max
  std::size_t corners;                  // of a list instead of parameters
};

const std::vector<Family>& families() {
  static const std::vector<Family> all{{"exponential", Stay::Kind::exponential, {"mean"}, 0},
                                       {"gamma", Stay::Kind::gamma, {"mean", "sd", "shape"}, 0},
                                       {"lognormal", Stay::Kind::lognormal, {"mean", "sd"}, 0},
                                       {"weibull", Stay::Kind::weibull, {"mean", "shape"}, 0},
                                       {"uniform", Stay::Kind::uniform, {}, 2},
                                       {"triangular", Stay::Kind::triangular, {}, 3}};
  return all;
}

void read_corners(Reading& reading, const Node& node, const Family& family, Stay& stay) {
  if (!node.is(Node::Kind::array) || node.items.size() != family.corners) {
    return expected(reading, node, fmt::format("a list of {} spans", family.corners));
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Reading::Inside inside(reading, std::to_string(i), node.items[i]);
    stay.corners.emplace_back().text.clear();
    read_value(reading, node.items[i], stay.corners.back(), Field{.doc = {}});
  }
  if (std::ranges::any_of(stay.corners, [](const Span& s) { return s.text.empty(); })) return;
  for (std::size_t i = 1; i < stay.corners.size(); ++i) {
    if (stay.corners[i - 1].days > stay.corners[i].days) {
      return reading.problem(node, "these spans do not ascend",
                             family.corners == 2 ? "write [shortest, longest]"
                                                 : "write [shortest, likeliest, longest]");
    }
  }
  if (stay.corners.front().days >= stay.corners.back().days) {
    reading.problem(node, "the shortest and the longest are the same",
                    fmt::format("write \"{}\"", stay.corners.front().text));
  }
}

void read_parameter(Reading& reading, const Node::Member& member, const Family& family,
                    Stay& stay) {
  const Reading::Inside inside(reading, member.key, member.value);
  const Field plain{.doc = {}};
  std::vector<std::string> known = family.parameters;
  known.insert(known.end(), {"min", "max"});
  if (std::find(known.begin(), known.end(), member.key) == known.end()) {
    return unknown_key(reading, member, known);
  }
  if (member.key == "shape") {
    stay.shape.emplace();
    return read_value(reading, member.value, *stay.shape,
                      {.doc = {}, .at_least = 0.01, .at_most = 10000});
  }
  Span* span = &stay.mean;
  if (member.key == "sd") span = &stay.sd.emplace();
  if (member.key == "min") span = &stay.min.emplace();
  if (member.key == "max") span = &stay.max.emplace();
  span->text.clear();
  read_value(reading, member.value, *span, plain);
  const bool was_read = !span->text.empty();
  if (was_read && span->days <= 0 && member.key != "min") {
    reading.problem(member.value, fmt::format("\"{}\" must be longer than nothing", member.key));
  }
}

/// Beyond these the tables of quantiles no longer keep the shape of the distribution.
constexpr double least_shape_of_weibull = 0.15;
constexpr double widest = 20;  // standard deviation over mean

void check_spread(Reading& reading, const Node& node, const Stay& stay) {
  const bool one = stay.sd.has_value() != stay.shape.has_value();
  if (stay.kind == Stay::Kind::gamma && !one) {
    reading.problem(node, "a gamma distribution needs either \"sd\" or \"shape\"");
  }
  if (stay.kind == Stay::Kind::lognormal && !stay.sd) reading.problem(node, "\"sd\" is missing");
  if (stay.kind == Stay::Kind::weibull && !stay.shape) {
    reading.problem(node, "\"shape\" is missing");
  }
  if (stay.kind == Stay::Kind::weibull && stay.shape && stay.shape->value > 0 &&
      stay.shape->value < least_shape_of_weibull) {
    reading.problem(*node.find("shape"), "this shape is too small for a weibull distribution",
                    fmt::format("at least {}", least_shape_of_weibull));
  }
  if (stay.sd && stay.mean.days > 0 && stay.sd->days > widest * stay.mean.days) {
    reading.problem(node, fmt::format("\"sd\" is more than {} times the mean", widest));
  }
}

void check_parameters(Reading& reading, const Node& node, const Stay& stay) {
  const bool misspelt = std::ranges::any_of(node.members, [](const Node::Member& member) {
    return nearest_name(member.key, std::vector<std::string>{"mean"}) == "mean";
  });
  if (!misspelt) reading.problem(node, "\"mean\" is missing");
  check_spread(reading, node, stay);
  if (stay.min && stay.max && stay.min->days > stay.max->days && stay.max->days > 0) {
    reading.problem(node, "\"min\" is longer than \"max\"");
  }
}

}  // namespace

void read_value(Reading& reading, const Node& node, Stay& value, const Field& field) {
  value = {};
  if (node.is(Node::Kind::text) && !field.or_word.empty() && node.text == field.or_word) {
    value.kind = Stay::Kind::open;
    return;
  }
  if (!node.is(Node::Kind::object) || node.find("value") != nullptr) {
    return read_value(reading, node, value.mean, field);
  }
  const TableEvidence evidence(reading, node);
  bool found = false;
  bool strange = false;
  for (const Node::Member& member : node.members) {
    if (is_evidence_key(member.key)) continue;
    const auto family = std::find_if(families().begin(), families().end(),
                                     [&](const Family& f) { return member.key == f.name; });
    if (family == families().end()) {
      std::vector<std::string> names;
      for (const Family& f : families()) names.emplace_back(f.name);
      unknown_key(reading, member, names);
      strange = true;
      continue;
    }
    if (found) {
      reading.key_problem(member, "a second distribution", "keep one of them");
      continue;
    }
    found = true;
    value.kind = family->kind;
    const Reading::Inside inside(reading, member.key, member.value);
    if (family->corners > 0) {
      read_corners(reading, member.value, *family, value);
    } else if (!member.value.is(Node::Kind::object)) {
      expected(reading, member.value, "an object with \"mean\"");
    } else {
      for (const Node::Member& p : member.value.members) {
        read_parameter(reading, p, *family, value);
      }
      check_parameters(reading, member.value, value);
    }
  }
  if (!found && !strange) {
    reading.problem(node, "no distribution is named here",
                    "for example {\"exponential\": {\"mean\": \"12 months\"}}");
  }
}

}  // namespace doorstroom::scenario
