// tables/referral.csv: how well screening sees people, and where its mistakes send them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/figure_source.hpp"
#include "record/per_person.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// Assessed against true values by screening service; the measure people are referred to against
/// the one the same rules would give had screening seen the truth; starts in measures that do not
/// suit. Keeps 2 bytes a person.
class ReferralRecorder final : public Recorder, public FigureSource {
 public:
  explicit ReferralRecorder(const Model& model);

  void fold(const EventBlock& block) override;
  void keep_people_in(RowStore& rows) override { left_last_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override { return left_last_.bytes(); }
  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  /// A service's view of one latent attribute: true x seen values.
  struct View {
    std::size_t service = 0;
    std::size_t attribute = 0;
    std::size_t values = 0;
    std::size_t first = 0;  // among the cells of a year
  };
  /// One referral rule: where it sends people x where they should go, both among `targets_`.
  struct Desk {
    std::vector<std::size_t> given;  // that the rule can choose, by position in targets_
    std::size_t first = 0;
  };
  enum class Fit : std::uint8_t { suited, too_strong, too_weak, fits };
  struct Service {
    std::uint16_t measure = 0;
  };

  void add_views();
  void add_desks();
  void fold(const Event& event);
  void fold_assessed(const Event& event);
  void fold_start(const Event& event);
  [[nodiscard]] std::size_t target(std::size_t measure) const;
  [[nodiscard]] static Fit fit_of(const Measure& measure, unsigned distance);
  void describe_views(FigureTable& table, std::size_t year) const;
  void describe_desks(FigureTable& table, std::size_t year) const;
  void describe_fit(FigureTable& table, std::size_t year) const;
  void give_views(FigureValues& values, const std::int64_t* cells) const;
  void give_desks(FigureValues& values, const std::int64_t* cells) const;
  void give_fit(FigureValues& values, const std::int64_t* cells) const;

  const Model& model_;
  Years years_;
  std::vector<View> views_;
  std::vector<std::size_t> targets_;  // measures that some rule refers to; the last is: nowhere
  std::vector<Desk> desks_;           // by rule
  std::size_t first_fit_ = 0;
  std::size_t cells_ = 0;             // of a year
  std::vector<std::int64_t> people_;  // years x cells
  PerPerson<Service> left_last_;
  std::size_t year_ = 0;
};

}  // namespace doorstroom
