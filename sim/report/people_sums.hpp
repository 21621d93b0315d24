// Sums over tables/people.csv of a comparison.
#pragma once

#include <map>
#include <string>

#include "doorstroom/compare.hpp"

namespace doorstroom {

/// Figures of tables/people.csv for everybody together.
class PeopleSums final {
 public:
  explicit PeopleSums(const Comparison& comparison);
  /// Over all subjects, or of one; `reach` as in the table. 0 where there is nothing.
  [[nodiscard]] double of(const std::string& reach, const std::string& indicator,
                          const std::string& subject = {}) const;
  /// The same over all people who are in both scenarios and whose lives are different.
  [[nodiscard]] double of_all(const std::string& indicator, const std::string& subject = {}) const {
    return of("direct", indicator, subject) + of("indirect", indicator, subject);
  }

 private:
  std::map<std::string, double> sums_;
};

}  // namespace doorstroom
