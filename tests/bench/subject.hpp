// A scenario of any size, ready to be simulated without the program around it.
#pragma once

#include <cstdint>
#include <string>

#include "doorstroom/scenario/scenario.hpp"

#include "engine/recorder.hpp"
#include "model/model.hpp"
#include "record/breakdowns.hpp"
#include "record/carousel_recorder.hpp"
#include "rules/table_rules.hpp"

namespace doorstroom {

struct Subject {
  explicit Subject(const scenario::Scenario& scenario);

  Model model;
  TableRules rules;
  Breakdowns breakdowns;
  CycleRules cycles;
};

/// A file in scenarios/, with everything that is counted in people, places or euro multiplied.
Subject subject_of(const std::string& file, double factor);

/// What a toolkit for queues would call an event: somebody comes, starts, ends, gives up or comes
/// back.
class ToolkitEvents final : public Recorder {
 public:
  void fold(const EventBlock& block) override;
  [[nodiscard]] double count() const { return static_cast<double>(count_); }

 private:
  std::uint64_t count_ = 0;
};

}  // namespace doorstroom
