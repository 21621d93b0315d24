// tables/reentry.csv: how many of those who left for a job come back, by competing risks, beside
// people like them who were not in activation.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/competing_risks.hpp"
#include "record/exits_to_work.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// All exits of the horizon together: months after which everybody is followed tell more than
/// years of which some are.
class ReentryFigures final : public FigureSource {
 public:
  /// `exits` must outlive it.
  ReentryFigures(const Model& model, const Breakdowns& breakdowns, const ExitsToWork& exits);

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  static constexpr std::size_t states = 3;
  static constexpr std::size_t terms = 27;
  /// The two things that may happen to those who left for a job.
  struct Group {
    FollowUpCounts jobless;
    FollowUpCounts again;
    Group();
    void add(const Group& others);
  };
  /// Values of an attribute, or everybody.
  struct Column {
    std::string label;
    ProfileField field;
    unsigned code = 0;
  };
  /// By month and state; none where the follow-up is shorter, or of nobody.
  using Shares = std::array<double, states>;
  using Curves = std::array<Shares, terms>;
  /// People who are alike: so many were in activation; what became of those who were not.
  struct Stratum {
    std::int64_t activated = 0;
    std::int64_t without = 0;
    Curves curves;
  };
  static Curves curves_of(const Group& group);
  [[nodiscard]] std::size_t origins() const;
  [[nodiscard]] std::string name_of_origin(std::size_t origin) const;
  [[nodiscard]] std::vector<Group> groups() const;
  [[nodiscard]] std::vector<Stratum> strata() const;
  [[nodiscard]] std::vector<ExitToWork::Number> exits_by_stratum() const;
  [[nodiscard]] std::string name_of_stratum(std::size_t stratum) const;
  [[nodiscard]] std::size_t stratum_of(Profile profile) const;
  void add(Group& group, const ExitToWork& exit) const;
  void give_alike(FigureValues& values) const;

  const Model& model_;
  const ExitsToWork& exits_;
  std::vector<Column> columns_;   // everybody first
  std::vector<Breakdown> alike_;  // empty: no comparison
  std::size_t possible_strata_ = 1;
};

}  // namespace doorstroom
