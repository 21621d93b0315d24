#include <algorithm>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/reader.hpp"

namespace doorstroom::scenario {

void Reading::problem(const Node& node, std::string what, std::string suggestion) {
  problems_.push_back(sources_.problem_at(node, std::move(what), std::move(suggestion)));
}

void Reading::key_problem(const Node::Member& member, std::string what, std::string suggestion) {
  problems_.push_back(sources_.problem_at_key(member, std::move(what), std::move(suggestion)));
}

void Reading::problem_at(const std::string& path, std::string what, std::string suggestion) {
  std::string place = path;
  while (!places_.contains(place) && !place.empty()) {
    place.resize(place.find_last_of('/') == std::string::npos ? 0 : place.find_last_of('/'));
  }
  problem(*places_.at(place), std::move(what), std::move(suggestion));
}

Reading::Inside::Inside(Reading& reading, std::string_view part, const Node& node)
    : reading_(reading), length_(reading.path_.size()) {
  if (!part.empty()) reading_.path_ += "/" + pointer_part(part);
  reading_.places_[reading_.path_] = &node;
}

Reading::Inside::~Inside() {
  reading_.path_.resize(length_);
}

void Reading::define(Names kind, const std::string& name, const Node& node) {
  auto& names = names_[kind];
  if (std::ranges::find(names, name) != names.end()) {
    problem(node, fmt::format("\"{}\" is the name of {} already", name, kind_of_name(kind)),
            "names must differ");
    return;
  }
  names.push_back(name);
}

bool Reading::is_defined(Names kind, const std::string& name) const {
  const auto at = names_.find(kind);
  return at != names_.end() && std::ranges::find(at->second, name) != at->second.end();
}

void Reading::refer(const std::string& name, const Field& field, const Node& node) {
  if (field.refers == Names::none || name == field.or_word) return;
  uses_.push_back({name, field, &node});
}

void Reading::check_names() {
  for (const Use& use : uses_) {
    std::vector<std::string> known;
    std::string kinds;
    for (const auto& [kind, names] : names_) {
      if (includes(use.field.refers, kind)) known.insert(known.end(), names.begin(), names.end());
    }
    if (std::ranges::find(known, use.name) != known.end()) continue;
    for (std::uint32_t bit = 0; bit < 32; ++bit) {
      const auto kind = static_cast<Names>(1U << bit);
      if (!includes(use.field.refers, kind)) continue;
      kinds += (kinds.empty() ? "" : " or ") + std::string(kind_of_name(kind));
    }
    if (!use.field.or_word.empty()) known.emplace_back(use.field.or_word);
    const std::string nearest = nearest_name(use.name, known);
    std::string suggestion;
    if (!nearest.empty()) {
      suggestion = fmt::format("did you mean \"{}\"?", nearest);
    } else if (known.empty()) {
      suggestion = "the scenario has none";
    } else {
      std::ranges::sort(known);
      suggestion = fmt::format("known are {}", fmt::join(known, ", "));
    }
    problem(*use.node, fmt::format("\"{}\" is not {}", use.name, kinds), suggestion);
  }
}

void Reading::add_parameter(double value, std::string text, const Field& field,
                            const Evidence& evidence, const Node& node) {
  parameters_.push_back(
      {path_, value, std::move(text), std::string(field.unit), evidence, sources_.where(node)});
}

}  // namespace doorstroom::scenario

namespace doorstroom {

Standings count_standings(const std::vector<Parameter>& parameters) {
  Standings standings;
  for (const Parameter& parameter : parameters) {
    switch (parameter.evidence.status) {
      case scenario::Standing::cited:
        ++standings.cited;
        break;
      case scenario::Standing::published:
        ++standings.published;
        break;
      case scenario::Standing::derived:
        ++standings.derived;
        break;
      case scenario::Standing::assumption:
        ++standings.assumption;
        break;
      case scenario::Standing::unstated:
        ++standings.unstated;
        break;
    }
  }
  return standings;
}

}  // namespace doorstroom
