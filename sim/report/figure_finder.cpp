#include "report/figure_finder.hpp"

namespace doorstroom {

FigureFinder::FigureFinder(const FigureLayout& layout, const std::vector<Summary>& summaries) {
  std::size_t figure = 0;
  for (const FigureTable& table : layout.tables) {
    dimensions_[table.name] = table.dimensions;
    for (const FigureKey& k : table.keys) {
      const Summary* summary = &summaries[figure++];
      if (is_written(k, *summary)) by_key_[key(table.name, k.values)] = summary;
    }
  }
}

std::string FigureFinder::key(const std::string& table, const std::vector<std::string>& values) {
  std::string text = table;
  for (const std::string& value : values) {
    text += '\x1f';
    text += value;
  }
  return text;
}

const Summary& FigureFinder::find(const std::string& table,
                                  const std::vector<std::string>& values) const {
  const auto at = by_key_.find(key(table, values));
  return at == by_key_.end() ? none_ : *at->second;
}

const Summary& FigureFinder::find_where(const std::string& table,
                                        const std::map<std::string, std::string>& values) const {
  const auto dimensions = dimensions_.find(table);
  if (dimensions == dimensions_.end()) return none_;
  std::vector<std::string> all;
  for (const std::string& dimension : dimensions->second) {
    const auto value = values.find(dimension);
    all.push_back(value == values.end() ? "all" : value->second);
  }
  return find(table, all);
}

}  // namespace doorstroom
