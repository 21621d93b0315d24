#include "compare/layouts.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace doorstroom {

namespace {

std::string name_of(const FigureKey& key) {
  std::string name = key.unit;
  for (const std::string& value : key.values) name += '\x1f' + value;
  return name;
}

/// The tables of a layout by name, with the place of their first figure.
std::unordered_map<std::string, std::pair<const FigureTable*, std::size_t>> tables_of(
    const FigureLayout& layout) {
  std::unordered_map<std::string, std::pair<const FigureTable*, std::size_t>> tables;
  std::size_t first = 0;
  for (const FigureTable& table : layout.tables) {
    tables[table.name] = {&table, first};
    first += table.keys.size();
  }
  return tables;
}

}  // namespace

CommonLayout::CommonLayout(const FigureLayout& base, const FigureLayout& alternative) {
  auto others = tables_of(alternative);
  std::size_t figure = 0;
  for (const FigureTable& table : base.tables) {
    FigureTable common = table;
    std::unordered_map<std::string, std::size_t> places;
    const auto [other, first] = others[table.name];
    if (other != nullptr) {
      for (std::size_t i = 0; i < other->keys.size(); ++i) {
        places[name_of(other->keys[i])] = first + i;
      }
    }
    for (const FigureKey& key : table.keys) {
      const auto twin = places.find(name_of(key));
      base_.push_back(figure++);
      alternative_.push_back(twin == places.end() ? nowhere : twin->second);
      if (twin != places.end()) places.erase(twin);
    }
    std::vector<std::size_t> alone;
    for (const auto& [name, place] : places) alone.push_back(place);
    std::ranges::sort(alone);
    for (const std::size_t place : alone) {
      common.keys.push_back(other->keys[place - first]);
      base_.push_back(nowhere);
      alternative_.push_back(place);
    }
    others.erase(table.name);
    layout_.tables.push_back(std::move(common));
  }
}

FigureValues CommonLayout::pick(const FigureValues& values,
                                const std::vector<std::size_t>& places) {
  FigureValues picked;
  picked.reserve(places.size());
  for (const std::size_t place : places) {
    picked.push_back(place == nowhere ? no_figure : values[place]);
  }
  return picked;
}

}  // namespace doorstroom
