// The reference scenario of Flanders, run once, against published figures.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "doorstroom/load.hpp"

#include "model/model.hpp"
#include "support/stays.hpp"

namespace doorstroom::tests {

/// One replication at a scale. Figures are given at full size, whatever the scale.
class Flanders final {
 public:
  Flanders(const scenario::Scenario& scenario, double scale, std::uint32_t replication = 0);

  /// A figure of series.csv on the last day of a month ("2019-12-31"), whole.
  [[nodiscard]] double on(const std::string& date, const std::string& indicator,
                          const std::string& subject) const;
  /// The same of the twelve months of a year, added up.
  [[nodiscard]] double in_year(int year, const std::string& indicator,
                               const std::string& subject) const;
  /// Non-working jobseekers at the end of a year, in measures or not.
  [[nodiscard]] double jobseekers(int year) const;
  [[nodiscard]] const Stays& jobs() const { return *jobs_; }
  [[nodiscard]] const Stays& after_art60() const { return *after_art60_; }

 private:
  Model model_;
  double scale_;
  std::map<std::string, double> figures_;
  std::unique_ptr<Stays> jobs_;
  std::unique_ptr<Stays> after_art60_;
};

/// Non-working jobseekers at the end of each year as published (docs/background/calibration.md).
const std::map<int, double>& published_jobseekers();

}  // namespace doorstroom::tests
