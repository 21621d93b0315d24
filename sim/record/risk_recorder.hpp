// tables/risk.csv: which people, as they are when they come in, end up going round.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "record/activation_courses.hpp"
#include "record/figure_source.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Combinations of a few attributes, numbered: the cells of a profile.
class RiskProfiles final {
 public:
  /// `attributes` are ids of attributes of the model, with at most 64 combinations of their values
  /// (a scenario is refused otherwise); none: no cells.
  RiskProfiles(const Model& model, const std::vector<std::string>& attributes);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint8_t of(Profile profile) const;

  /// A group that is reported: everybody, the people with one value, or those of one cell.
  struct Group {
    std::string label;  // "all", "distance=large", "distance=large & sex=woman"
    std::vector<std::size_t> cells;
  };
  [[nodiscard]] std::vector<Group> groups() const;

 private:
  struct Part {
    ProfileField field;
    std::size_t stride = 0;
    std::vector<std::string> labels;  // by code
  };
  std::vector<Part> parts_;
  std::size_t size_ = 0;
};

/// Probability of being in the carousel by profile at entry, of those who ended an episode and of
/// all who came in. Keeps 4 bytes of everybody, besides the courses of those in measures; nothing
/// where no profile is asked for.
class RiskRecorder final : public Recorder, public FigureSource, private ActivationListener {
 public:
  RiskRecorder(const Model& model, const CycleRules& rules,
               const std::vector<std::string>& attributes);

  void fold(const EventBlock& block) override;
  void keep_people_in(RowStore& rows) override;
  [[nodiscard]] std::size_t bytes_of_people() const override {
    return entrants_.bytes() + courses_.bytes();
  }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  struct Entrant {
    ActivationHistory::Days day = 0;
    std::uint8_t cell = 0;
    std::uint8_t cycles : 4 = 0;
    bool has_arrived : 1 = false;  // within the horizon
  };
  static_assert(sizeof(Entrant) == 4);

  struct Counts {
    std::int64_t people = 0;  // that ended a first episode
    std::int64_t carousel = 0;
    std::int64_t entered = 0;
    std::int64_t entered_carousel = 0;
  };

  void ends_the_first(Slot slot) override;
  void closes_a_cycle(Slot slot, const ActivationHistory& history) override;
  [[nodiscard]] Counts& counts_of(ActivationHistory::Days day, std::uint8_t cell);
  [[nodiscard]] bool can_follow(std::size_t year) const;
  [[nodiscard]] Counts sum_of(const RiskProfiles::Group& group, std::size_t first,
                              std::size_t last) const;
  static void add_figures(const Counts& counts, FigureValues& values);

  const Model& model_;
  Years years_;
  RiskProfiles cells_;
  ActivationCourses courses_;
  PerPerson<Entrant> entrants_;
  std::vector<Counts> counts_;  // years x cells
  Day today_;
  std::size_t year_ = 0;
};

}  // namespace doorstroom
