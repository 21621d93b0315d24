// Looking figures up by name.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "doorstroom/figures.hpp"

namespace doorstroom {

/// Finds the summaries of a run by table and dimension values. `layout` and `summaries` must
/// outlive it.
class FigureFinder final {
 public:
  FigureFinder(const FigureLayout& layout, const std::vector<Summary>& summaries);

  /// The summary, or one without any figure.
  [[nodiscard]] const Summary& find(const std::string& table,
                                    const std::vector<std::string>& values) const;

 private:
  [[nodiscard]] static std::string key(const std::string& table,
                                       const std::vector<std::string>& values);
  std::unordered_map<std::string, const Summary*> by_key_;
  Summary none_;
};

}  // namespace doorstroom
