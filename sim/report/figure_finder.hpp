// Looking figures up by name.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "doorstroom/figures.hpp"

namespace doorstroom {

/// Finds the summaries of a run by table and dimension values. `layout` and `summaries` must
/// outlive it. A table is indexed when it is first asked for, so that those that nobody asks for
/// cost nothing; not for several threads at once.
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
  using Values = std::vector<std::string>;
  /// A figure of a table, found by its values, which stay where they are in the layout.
  struct Entry {
    const Values* values;
    const Summary* summary;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const Values& values) const;
    std::size_t operator()(const Entry& entry) const { return (*this)(*entry.values); }
  };
  struct Same {
    using is_transparent = void;
    bool operator()(const Entry& a, const Entry& b) const { return *a.values == *b.values; }
    bool operator()(const Values& a, const Entry& b) const { return a == *b.values; }
    bool operator()(const Entry& a, const Values& b) const { return *a.values == b; }
  };
  struct Index {
    const FigureTable* table;
    const Summary* summaries;  // of the table's first figure
    bool is_made = false;
    std::unordered_set<Entry, Hash, Same> entries = {};
  };
  static void make(Index& index);
  [[nodiscard]] Index* index_of(const std::string& table) const;

  mutable std::vector<Index> indexes_;  // by table
  Summary none_;
};

}  // namespace doorstroom
