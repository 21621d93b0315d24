// tables/rights.csv: what becomes of people who work under the law on OCMWs until they have a right
// to unemployment benefit ("in regel brengen").
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "record/broad_states.hpp"
#include "record/figure_source.hpp"
#include "record/night_recorder.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Those who completed a measure that ends with the right. Keeps 4 bytes a person and 40 for each
/// completion.
class RightsRecorder final : public NightListener, public FigureSource {
 public:
  RightsRecorder(const Model& model, const CycleRules& rules);

  bool spend(const NightChange& change, Day today) override;
  void close() override;
  void keep_people_in(RowStore& rows) override { latest_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override {
    return latest_.bytes() + completions_.capacity() * sizeof(Completion);
  }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  using Days = ActivationHistory::Days;
  using Number = std::uint32_t;
  static constexpr Number no_completion = std::numeric_limits<Number>::max();
  static constexpr Days not_yet = std::numeric_limits<Days>::max();
  /// Days after which people are looked at: from the first night after the measure, and from the
  /// first on the benefit.
  static constexpr std::array<DayCount, 4> terms{91, 365, 730, 1826};
  static constexpr std::size_t soon = 0;  // the benefit follows the measure
  static constexpr std::size_t two_years = 2;

  /// Where somebody is on a night.
  struct Stand {
    BroadState state = BroadState::out;
    bool on_benefit = false;  // in a measure or not
  };
  using Stands = std::array<Stand, terms.size()>;
  struct Completion {
    Days since = 0;
    Days entered = not_yet;  // the first night on the benefit, within the first 91 days
    Days off = not_yet;      // the first night without it afterwards
    Days job_since = not_yet;
    std::uint16_t measure = 0;
    Stand now;
    Stands after;
    Stands after_entry;
    std::uint8_t seen = 0;  // so many terms are over
    std::uint8_t seen_entry = 0;
    bool has_durable_job = false;  // after two years
    Number earlier = no_completion;
  };
  /// People who were looked at after a term, and where they were.
  struct Count {
    std::int64_t people = 0;
    std::int64_t on_benefit = 0;
    std::int64_t never_off = 0;
    std::array<std::int64_t, broad_states> in{};
  };
  /// Those of one measure and year, as far as they could be followed.
  struct Sums {
    std::int64_t completed = 0;
    std::int64_t followed_soon = 0;
    std::int64_t entered = 0;
    std::int64_t job_soon = 0;  // of those looked at after two years
    std::int64_t durable_job = 0;
    std::array<Count, terms.size()> after;
    std::array<Count, terms.size()> after_entry;
  };
  struct Row {
    const char* group;
    DayCount after;
    const char* statistic;
    const char* unit;
    double value;
  };

  void go_on(Completion& completion, Stand now, Days day) const;
  void look_until(Completion& completion, DayCount last) const;
  [[nodiscard]] Stand stand_of(const NightChange& change) const;
  [[nodiscard]] bool can_follow(std::size_t cohort, DayCount since, DayCount days) const;
  void count(Sums& sums, const Completion& completion, std::size_t cohort) const;
  [[nodiscard]] Sums sums_of(std::size_t cohort, std::size_t row) const;
  static void add_states(std::vector<Row>& rows, const char* group, std::size_t term,
                         const Count& count);
  [[nodiscard]] static std::vector<Row> rows_of(const Sums& sums);
  template <class Visit>
  void for_each_group(Visit visit) const;

  const Model& model_;
  NightMap map_;
  BroadStates states_;
  DayCount durable_job_;
  Years years_;
  std::vector<std::size_t> measures_;
  std::vector<bool> counts_;  // by measure
  PerPerson<Number> latest_;
  std::vector<Completion> completions_;
};

}  // namespace doorstroom
