// tables/fallback.csv: who completes activation with the advice of a job in the social economy, and
// a year later has neither that nor another.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "record/figure_source.hpp"
#include "record/night_recorder.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Keeps 4 bytes a person and 12 for each completion with the advice.
class SecFallback final : public NightListener, public FigureSource {
 public:
  explicit SecFallback(const Model& model);

  bool spend(const NightChange& change, Day today) override;
  void close() override;
  void keep_people_in(RowStore& rows) override { numbers_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override {
    return numbers_.bytes() + advised_.capacity() * sizeof(Advised);
  }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  using Days = ActivationHistory::Days;
  static constexpr DayCount year = 365;
  /// Somebody who joined the list of a job in the social economy on the day on which they
  /// completed.
  struct Advised {
    Days since = 0;
    std::uint16_t measure = 0;
    Night now = Night::elsewhere;
    bool has_begun = false;  // such a job
    bool is_over = false;    // the year
    bool falls_back = false;
    bool is_at_work = false;
  };
  struct Count {
    std::int64_t completed = 0;
    std::int64_t advised = 0;
    std::int64_t begun = 0;
    std::int64_t at_work = 0;
    std::int64_t back = 0;
  };
  void look_until(Advised& advised, DayCount last) const;
  [[nodiscard]] std::vector<Count> counts() const;
  [[nodiscard]] std::size_t row(Days since, std::size_t measure) const;

  const Model& model_;
  NightMap map_;
  Years years_;
  std::vector<std::size_t> measures_;
  std::vector<std::size_t> columns_;     // by measure; 0 is all of them
  std::vector<std::int64_t> completed_;  // years x (1 + measures)
  PerPerson<std::uint32_t> numbers_;
  std::vector<Advised> advised_;
};

}  // namespace doorstroom
