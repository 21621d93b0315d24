// tables/limbo.csv: how long people who are not referable have nothing, by competing risks.
#pragma once

#include <string>
#include <vector>

#include "analysis/competing_risks.hpp"
#include "record/figure_source.hpp"
#include "record/limbo.hpp"
#include "record/years.hpp"

namespace doorstroom {

class LimboFigures final : public FigureSource {
 public:
  /// `limbo` must outlive it.
  LimboFigures(const Model& model, const Limbo& limbo);

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  [[nodiscard]] std::string name_of_cohort(std::size_t cohort) const;
  [[nodiscard]] std::size_t cohorts() const { return years_.size() + 2; }
  [[nodiscard]] std::vector<FollowUpCounts> groups() const;

  const Model& model_;
  const Limbo& limbo_;
  Years years_;
  bool has_last_resort_;
};

}  // namespace doorstroom
