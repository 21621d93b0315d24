// Stays of people, one by one: what an event log for process mining is made of.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "engine/recorder.hpp"
#include "record/per_person.hpp"
#include "record/stay.hpp"

namespace doorstroom {

/// Follows every k-th person and hands on each stay of theirs when it has ended, or at the end of
/// the horizon: in no order that means anything. Keeps some 500 bytes of each living person it
/// follows, and 4 of every other.
class StayRecorder final : public Recorder {
 public:
  using Sink = std::function<void(const Stay&)>;

  /// Whom it follows depends on who they are (the key of their luck) and on `every` alone, so these
  /// are the same people in every scenario with the same streams and stock. 1: everybody.
  StayRecorder(const Model& model, std::uint64_t every, Sink sink);

  void fold(const EventBlock& block) override;
  void close(const PeopleStore& people, const Accounts& accounts) override;
  [[nodiscard]] std::size_t bytes_of_people() const override;
  /// People followed so far.
  [[nodiscard]] std::uint32_t people() const { return people_; }

 private:
  static constexpr std::size_t first_list = 5;
  static constexpr std::size_t places = first_list + list_kinds;
  /// What a person is in now: at most one stay of a kind, but on one list of each kind.
  struct Life {
    std::array<Stay, places> now;
    /// A phase that ended today: whether the measure ended with it is told next.
    Stay last_phase;
  };

  void enter(const Event& event, const EventBlock& block);
  void fold(const Event& event, Day day, Life& life);
  void change_status(const Event& event, Day day, Life& life);
  void change_benefit(const Event& event, Day day, Life& life);
  void start_measure(const Event& event, Day day, Life& life);
  void end_measure(const Event& event, Day day, Life& life);
  void end_phase(const Event& event, Day day, Life& life);
  void leave(Slot slot, Life& life);
  static Stay& place(Life& life, StayKind kind);
  [[nodiscard]] Stay& list_place(Life& life, std::size_t list) const;
  void begin(Stay& stay, StayKind kind, const Event& event, Day day);
  void end(Stay& stay, const Event& event, Day day);
  void hand_on(Stay& stay);
  void hand_on_phase(Life& life, Reason reason);

  const Model& model_;
  std::uint64_t every_;
  Sink sink_;
  PerPerson<std::uint32_t> place_of_;  // in lives_, from 1; 0: not followed
  std::vector<Life> lives_;
  std::vector<std::uint32_t> free_;
  std::uint32_t people_ = 0;
  std::uint32_t told_ = 0;
};

}  // namespace doorstroom
