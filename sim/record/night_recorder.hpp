// Tells whoever follows people what a day has changed for them, as it stands in the evening: what
// comes and goes within a day is nothing (docs/adr/0014).
#pragma once

#include <cstdint>
#include <vector>

#include "engine/recorder.hpp"
#include "record/nights.hpp"
#include "record/per_person.hpp"

namespace doorstroom {

/// A person on whom a day had an effect: another status, statute, measure or advice.
struct NightChange {
  static constexpr std::uint16_t none = 0xFFFF;

  Slot slot = no_slot;
  Profile profile;
  std::uint16_t status = 0;
  std::uint16_t measure = none;  // they are in tonight; a screening service is none
  std::uint16_t started = none;  // the last of those that count as advice to begin today
  std::uint16_t ended = none;    // the last to end today
  Reason ending = Reason::none;
  Night before = Night::elsewhere;  // the night before; of who is new: elsewhere
  Night now = Night::elsewhere;
  MeasureKinds advised;     // of all whose list was joined today, and of those begun without a list
  MeasureKinds had_waited;  // for these, when the horizon began
  MeasureKinds begun;       // of all that began today
  bool is_new = false;
  bool was_there = false;    // at the start of the horizon: what was before is not known
  bool is_gone = false;      // no longer simulated from tomorrow
  bool is_followed = false;  // did the listener ask for this person?
};

/// Somebody who follows people. Told of everybody on whom a day had an effect.
class NightListener {
 public:
  NightListener() = default;
  NightListener(const NightListener&) = delete;
  NightListener& operator=(const NightListener&) = delete;
  virtual ~NightListener() = default;

  /// Gives whether the person is followed from now on: what is kept of others need not be looked
  /// up, which is most of the cost.
  [[nodiscard]] virtual bool spend(const NightChange& change, Day today) = 0;
  /// After the last night of the horizon.
  virtual void close() {}
  /// As for a Recorder.
  virtual void keep_people_in(RowStore& /*rows*/) {}
  [[nodiscard]] virtual std::size_t bytes_of_people() const { return 0; }
};

/// Keeps 8 bytes a person.
class NightRecorder final : public Recorder {
 public:
  /// At most as many listeners as there are bits for them.
  NightRecorder(const Model& model, std::vector<NightListener*> listeners);

  void fold(const EventBlock& block) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  void keep_people_in(RowStore& rows) override;
  [[nodiscard]] std::size_t bytes_of_people() const override;

 private:
  /// What is known of one person.
  struct Course {
    std::uint16_t measure = NightChange::none;
    std::uint8_t followed_by = 0;  // a bit for each listener
    Night night = Night::elsewhere;
    std::uint32_t change : 30 = 0;  // position among today's changes
    std::uint32_t changed : 1 = 0;  // today
    std::uint32_t was_there : 1 = 0;
  };
  static_assert(sizeof(Course) == 8);

  void fold(const Event& event);
  void fold_join(const Event& event);
  void fold_start(const Event& event);
  void fold_end(const Event& event);
  [[nodiscard]] NightChange& note(const Event& event);
  void end_day();
  void tell(NightChange& change);

  const Model& model_;
  NightMap map_;
  std::vector<NightListener*> listeners_;
  PerPerson<Course> courses_;
  std::vector<NightChange> today_changes_;
  Day today_;
};

}  // namespace doorstroom
