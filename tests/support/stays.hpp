// How long people stay in a status: for tests that hold a scenario to published survival.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/recorder.hpp"
#include "model/model.hpp"

namespace doorstroom::tests {

/// A share estimated from stays of which some were still going on, and its standard error.
struct Survival {
  double share = 0;
  double standard_error = 0;
};

/// The stays in one status that began after the start of the horizon.
class Stays final : public Recorder {
 public:
  Stays(const Model& model, StatusIndex status) : model_(model), status_(status) {}

  void fold(const EventBlock& block) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;

  [[nodiscard]] std::size_t count() const { return ended_.size() + going_on_.size(); }
  /// Share of the stays that last longer than so many days (Kaplan and Meier; Greenwood).
  [[nodiscard]] Survival longer_than(DayCount days) const;

 private:
  const Model& model_;
  StatusIndex status_;
  std::vector<DayCount> ended_;
  std::vector<DayCount> going_on_;  // at the end of the horizon
};

}  // namespace doorstroom::tests
