// tables/durable.csv: months from the first advice to the first durable job, by competing risks.
#pragma once

#include <string>
#include <vector>

#include "analysis/competing_risks.hpp"
#include "record/figure_source.hpp"
#include "record/first_durable_jobs.hpp"
#include "record/years.hpp"

namespace doorstroom {

class DurableFigures final : public FigureSource {
 public:
  /// `jobs` must outlive it.
  DurableFigures(const Model& model, const Breakdowns& breakdowns, const CycleRules& rules,
                 const FirstDurableJobs& jobs);

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// Values of an attribute, or everybody.
  struct Column {
    std::string label;
    ProfileField field;
    unsigned code = 0;
  };
  [[nodiscard]] std::vector<FollowUpCounts> groups(Work work, const Column& column) const;
  void give_group(FigureValues& values, const FollowUpCounts& group) const;
  [[nodiscard]] std::size_t cohorts() const { return years_.size() + 1; }
  [[nodiscard]] std::size_t starts() const { return measures_.size() + 2; }
  [[nodiscard]] std::string name_of_cohort(std::size_t cohort) const;
  [[nodiscard]] std::string name_of_start(std::size_t start) const;

  const Model& model_;
  const FirstDurableJobs& jobs_;
  DayCount window_;
  Years years_;
  std::vector<std::size_t> measures_;  // that count as advice
  std::vector<std::size_t> starts_;    // by measure: its row; 0 is all, 1 none
  std::vector<Column> columns_;
};

}  // namespace doorstroom
