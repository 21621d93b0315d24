#include "report/figure_finder.hpp"

namespace doorstroom {

FigureFinder::FigureFinder(const FigureLayout& layout, const std::vector<Summary>& summaries) {
  std::size_t figure = 0;
  for (const FigureTable& table : layout.tables) {
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

}  // namespace doorstroom
