// tables/people.csv of a comparison: whose lives are different, through what, and what that comes
// to, by group.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/twins.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// Sums over the twins of a comparison. Made once for two models; adds up one replication at a
/// time.
class TwinFigures final {
 public:
  TwinFigures(const Model& base, const Model& alternative, std::vector<std::string> payers);

  [[nodiscard]] const FigureTable& table() const { return table_; }
  /// One number for each key of the table: the alternative less the base.
  [[nodiscard]] FigureValues of(const Twins& twins) const;

 private:
  /// The values of an attribute, the bands of a duration or the classes of a list.
  struct Grouping {
    enum class By { attribute, unemployed, age, priority };
    By by = By::attribute;
    ProfileField field;
    std::uint16_t list = 0;
    std::size_t first = 0;  // its first group
    std::size_t count = 0;
  };
  enum WholeLife : std::size_t {
    people,
    job_gained,
    job_lost,
    job_net,
    social_job_net,
    jobseeker_net,
    waiting_more,
    waiting_less,
    waiting_net,
    whole_life
  };
  enum OfStarts : std::size_t {
    earlier,
    later,
    newly,
    no_longer,
    days_earlier,
    days_later,
    of_starts
  };

  void add_grouping(Grouping::By by, const std::vector<std::string>& labels, ProfileField field,
                    std::uint16_t list);
  void describe(const std::vector<std::string>& payers);
  [[nodiscard]] std::size_t cell(Reach reach, std::size_t group) const {
    return (static_cast<std::size_t>(reach) * groups_.size() + group) * cell_size_;
  }
  [[nodiscard]] std::vector<std::size_t> groups_of(const Twin& twin) const;
  /// One person's figures, as they are added to those of each of their groups.
  [[nodiscard]] FigureValues figures_of(const Twin& twin, const Translation& translation) const;
  void compare_starts(const Twin& twin, const Translation& translation,
                      FigureValues& figures) const;

  std::vector<std::string> measures_;  // of the base, then those that only the alternative has
  std::size_t base_measures_;
  std::size_t payers_;
  std::vector<std::string> groups_;
  std::vector<Grouping> groupings_;
  std::size_t cell_size_ = 0;
  FigureTable table_;
};

}  // namespace doorstroom
