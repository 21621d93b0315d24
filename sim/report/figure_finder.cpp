#include "report/figure_finder.hpp"

#include <algorithm>
#include <functional>

namespace doorstroom {

FigureFinder::FigureFinder(const FigureLayout& layout, const std::vector<Summary>& summaries) {
  std::size_t first = 0;
  for (const FigureTable& table : layout.tables) {
    indexes_.push_back({&table, summaries.data() + first});
    first += table.keys.size();
  }
}

std::size_t FigureFinder::Hash::operator()(const Values& values) const {
  constexpr std::size_t odd = 0x9e3779b97f4a7c15;  // 2^64 divided by the golden ratio
  std::size_t hash = values.size();
  for (const std::string& value : values) {
    hash = (hash ^ std::hash<std::string>{}(value)) * odd;
  }
  return hash;
}

void FigureFinder::make(Index& index) {
  const std::vector<FigureKey>& keys = index.table->keys;
  index.entries.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (is_written(keys[i], index.summaries[i])) {
      index.entries.insert({&keys[i].values, &index.summaries[i]});
    }
  }
  index.is_made = true;
}

FigureFinder::Index* FigureFinder::index_of(const std::string& table) const {
  const auto index =
      std::ranges::find_if(indexes_, [&](const Index& one) { return one.table->name == table; });
  return index == indexes_.end() ? nullptr : &*index;
}

const Summary& FigureFinder::find(const std::string& table, const Values& values) const {
  Index* index = index_of(table);
  if (index == nullptr) return none_;
  if (!index->is_made) make(*index);
  const auto at = index->entries.find(values);
  return at == index->entries.end() ? none_ : *at->summary;
}

const Summary& FigureFinder::find_where(const std::string& table,
                                        const std::map<std::string, std::string>& values) const {
  const Index* index = index_of(table);
  if (index == nullptr) return none_;
  Values all;
  for (const std::string& dimension : index->table->dimensions) {
    const auto value = values.find(dimension);
    all.push_back(value == values.end() ? "all" : value->second);
  }
  return find(table, all);
}

}  // namespace doorstroom
