// One person's life, event by event, in words.
#pragma once

#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// A step of a life.
struct LifeStep {
  Day day;
  std::string what;
  std::string why;
};

/// Collects what happens to one person.
class TraceRecorder final : public Recorder {
 public:
  TraceRecorder(const Model& model, PersonId person) : model_(model), person_(person) {}

  void fold(const EventBlock& block) override;
  [[nodiscard]] const std::vector<LifeStep>& steps() const { return steps_; }

 private:
  [[nodiscard]] std::string what(const Event& event) const;
  [[nodiscard]] std::string why(const Event& event) const;
  [[nodiscard]] std::string profile_of(Profile profile) const;

  const Model& model_;
  PersonId person_;
  std::vector<LifeStep> steps_;
};

}  // namespace doorstroom
