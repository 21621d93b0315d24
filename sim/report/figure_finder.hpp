// Looking figures up by name.
#pragma once

#include <map>
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

  /// The summary whose dimensions have these values; dimensions that are not named have "all". For
  /// tables that may be broken down further some day.
  [[nodiscard]] const Summary& find_where(const std::string& table,
                                          const std::map<std::string, std::string>& values) const;

 private:
  [[nodiscard]] static std::string key(const std::string& table,
                                       const std::vector<std::string>& values);
  std::unordered_map<std::string, const Summary*> by_key_;
  std::map<std::string, std::vector<std::string>> dimensions_;  // by table
  Summary none_;
};

}  // namespace doorstroom
