#include <algorithm>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/reader.hpp"
#include "scenario/suggest.hpp"

namespace doorstroom::scenario {

void Reading::problem(const Node& node, std::string what, std::string suggestion) {
  unsound_.insert(path_);
  if (problems_.size() >= Sources::most_problems) return;
  problems_.push_back(sources_.problem_at(node, std::move(what), std::move(suggestion)));
}

void Reading::key_problem(const Node::Member& member, std::string what, std::string suggestion) {
  unsound_.insert(path_);
  if (problems_.size() >= Sources::most_problems) return;
  problems_.push_back(sources_.problem_at_key(member, std::move(what), std::move(suggestion)));
}

void Reading::missing(const Node& object, std::string_view key) {
  if (!complete_) return;
  misspelt(key);
  problem(object, fmt::format("\"{}\" is missing", key), sources_.nearest_for(object));
}

bool Reading::is_sound(const std::string& path) const {
  if (unsound_.contains(path)) return false;
  const auto below = unsound_.lower_bound(path + "/");
  return below == unsound_.end() || !below->starts_with(path + "/");
}

const Node& Reading::place_at(const std::string& path) const {
  std::string place = path;
  while (!places_.contains(place) && !place.empty()) place.resize(place.find_last_of('/'));
  return *places_.at(place);
}

void Reading::problem_at(const std::string& path, std::string what, std::string suggestion) {
  if (!is_sound(path) || problems_.size() >= Sources::most_problems) return;
  problems_.push_back(sources_.problem_at(place_at(path), std::move(what), std::move(suggestion)));
}

std::optional<std::size_t> Reading::read_file_of(const Node& name) {
  const std::filesystem::path from = sources_.name(name.file);
  const std::size_t before = problems_.size();
  const auto file = sources_.add_table(name, from.parent_path() / name.text, problems_);
  if (problems_.size() > before) unsound_.insert(path_);
  return file;
}

const Node& Reading::keep(Node node) {
  return kept_.emplace_back(std::move(node));
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
  if (!names_[kind].insert(name).second) return;
  const auto [other, is_new] = plain_names_.emplace(std::pair(kind, plain_name(name)), name);
  constexpr Names follow_others = Names::instrument | Names::subject | Names::column;
  if (is_new || includes(follow_others, kind)) return;
  problem(node, fmt::format("{} looks like {}", in_quotes(name), in_quotes(other->second)),
          "names must differ in more than capitals, - and _");
}

bool Reading::is_defined(Names kind, const std::string& name) const {
  const auto at = names_.find(kind);
  return at != names_.end() && at->second.contains(name);
}

void Reading::refer(const std::string& name, const Field& field, const Node& node) {
  if (field.refers == Names::none || name == field.or_word) return;
  uses_.push_back({name, field, &node, path_});
}

bool Reading::may_be_unread(Names kinds) const {
  return !complete_ ||
         std::ranges::any_of(incomplete_, [&](Names kind) { return includes(kinds, kind); });
}

void Reading::unknown_name(const Use& use) {
  std::vector<std::string> known;
  std::string kinds;
  for (std::uint32_t bit = 0; bit < 32; ++bit) {
    const auto kind = static_cast<Names>(1U << bit);
    if (!includes(use.field.refers, kind)) continue;
    kinds += (kinds.empty() ? "" : " or ") + std::string(kind_of_name(kind));
    known.insert(known.end(), names_[kind].begin(), names_[kind].end());
  }
  if (!use.field.or_word.empty()) known.emplace_back(use.field.or_word);
  constexpr int most_suggestions = 200;
  if (++suggestions_ > most_suggestions) known.resize(std::min<std::size_t>(known.size(), 1));
  path_ = use.path;
  problem(*use.node, fmt::format("{} is not {}", in_quotes(use.name), kinds),
          known.empty() ? "the scenario has none" : did_you_mean_or(use.name, known));
  path_.clear();
}

void Reading::check_names() {
  for (const Use& use : uses_) {
    const bool known = std::ranges::any_of(names_, [&](const auto& names) {
      return includes(use.field.refers, names.first) && names.second.contains(use.name);
    });
    if (!known && !may_be_unread(use.field.refers)) unknown_name(use);
  }
}

namespace {

/// Visits what a map by path has at and below a path.
template <class Map, class Visit>
void visit_below(const Map& map, const std::string& path, Visit visit) {
  const auto is_below = [&](const std::string& key) {
    return key.starts_with(path) && (key.size() == path.size() || key[path.size()] == '/');
  };
  for (auto at = map.lower_bound(path); at != map.end() && at->first.starts_with(path); ++at) {
    if (is_below(at->first)) visit(at->first, at->second);
  }
}

}  // namespace

void Reading::refuse_doubtful(const std::string& path) {
  visit_below(doubtful_, path, [&](const std::string& place, const Node* node) {
    problems_.push_back(
        sources_.problem_at(*node, fmt::format("{} is read with decimals here", shown(*node)),
                            suggest_without_point(node->text)));
    unsound_.insert(place);
  });
}

void Reading::set_unit(const std::string& path, std::string_view unit) {
  for (Parameter& parameter : parameters_) {
    const bool here = parameter.path.starts_with(path) && parameter.unit == amount_unit &&
                      (parameter.path.size() == path.size() || parameter.path[path.size()] == '/');
    if (here) parameter.unit = unit;
  }
  visit_below(units_, path, [&](const std::string&, const auto& written) {
    if (written.first == unit) return;
    problems_.push_back(sources_.problem_at(
        *written.second,
        fmt::format("this number is in {}, not in {}", unit, shown(*written.second)),
        "leave \"unit\" out"));
  });
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
