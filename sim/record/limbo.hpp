// People who cannot be referred to work, and how long they are left with nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "record/broad_states.hpp"
#include "record/fate.hpp"
#include "record/night_recorder.hpp"

namespace doorstroom {

/// A stay in limbo: unemployed or with the OCMW, in no measure, after an advice for a last resort.
/// Days are counted from the start of the horizon.
struct LimboStay {
  using Days = ActivationHistory::Days;

  Days since = 0;
  Days until = 0;          // the day on which the fate was known
  Fate fate = Fate::open;  // happened: in a measure, or secured as sick; left: a job, or out
  bool was_there = false;  // waited at the start of the horizon: for how long is not asked
};

/// Who is advised a measure that suits only the farthest class is not referable. Keeps 4 bytes a
/// person and 6 for each stay.
class Limbo final : public NightListener {
 public:
  explicit Limbo(const Model& model) : model_(model), states_(model) {}

  bool spend(const NightChange& change, Day today) override;
  void keep_people_in(RowStore& rows) override { numbers_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes_of_people() const override {
    return numbers_.bytes() + stays_.capacity() * sizeof(LimboStay);
  }
  [[nodiscard]] const std::vector<LimboStay>& stays() const { return stays_; }

 private:
  [[nodiscard]] Fate fate_of(const NightChange& change) const;

  const Model& model_;
  BroadStates states_;
  PerPerson<std::uint32_t> numbers_;
  std::vector<LimboStay> stays_;
};

}  // namespace doorstroom
