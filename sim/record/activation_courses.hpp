// Who goes round, told to whoever counts it: what events mean for people's ways through activation
// measures. docs/adr/0015 says what an episode and a cycle are, docs/adr/0026 who follows them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/activation_history.hpp"
#include "record/per_person.hpp"

namespace doorstroom {

/// Who is told. Slots are those of events: they hold until the end of the day on which somebody
/// leaves.
class ActivationListener {
 public:
  virtual ~ActivationListener() = default;
  /// Somebody's first episode ends today.
  virtual void ends_the_first(Slot slot) = 0;
  /// An episode begins today that makes a cycle of the one before (main version).
  virtual void closes_a_cycle(Slot slot, const ActivationHistory& history) = 0;
};

/// Is a stay in it an episode? Line 2 or 3, no screening, and no job: whoever is at work in a
/// measure (collective tailored employment) is on no trajectory.
[[nodiscard]] bool is_activation(const Model& model, const Measure& measure);

/// Keeps 28 bytes of everybody up to the last slot that was ever in an episode; who never was in
/// one costs a look.
class ActivationCourses final {
 public:
  ActivationCourses(const Model& model, const CycleRules& rules);

  /// Is there no measure that counts?
  [[nodiscard]] bool is_empty() const { return !has_measures_; }
  void fold(const EventBlock& block, ActivationListener& listener);
  /// Days since the start of the horizon, as histories count them.
  [[nodiscard]] ActivationHistory::Days days(Day day) const;
  /// See PerPerson.
  void keep_in(RowStore& rows) { courses_.keep_in(rows); }
  [[nodiscard]] std::size_t bytes() const { return courses_.bytes(); }

 private:
  /// What is known of one person; nothing until their first episode.
  struct Course {
    ActivationHistory history;
    Night tonight = Night::elsewhere;
    bool is_followed : 1 = false;
    bool moved : 1 = false;  // today
    bool is_gone : 1 = false;
  };
  static_assert(sizeof(Course) <= 28);

  void fold(const Event& event, ActivationListener& listener);
  void begin(const Event& event, ActivationListener& listener);
  void end(const Event& event, ActivationListener& listener);
  void note_move(Course& course, const Event& event);
  void end_day();

  const Model& model_;
  CycleRules rules_;
  std::vector<Night> nights_;         // by status
  std::vector<std::uint8_t> counts_;  // by measure: is it one of activation?
  bool has_measures_ = false;
  PerPerson<Course> courses_;
  std::vector<Slot> moved_today_;
  Day today_;
};

}  // namespace doorstroom
