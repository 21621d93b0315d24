// One person's way through activation measures, and the rules of what is a return, a cycle and a
// durable exit. Knows no events and no tables: docs/adr/0015 says where the rules come from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "doorstroom/calendar.hpp"

namespace doorstroom {

/// Where somebody spends a night. Who is in an activation measure is there, whatever their status.
enum class Night : std::uint8_t {
  elsewhere,   // sick, inactive, retired
  unemployed,  // without the benefit to which work gives a right
  on_benefit,  // unemployed, with it
  ocmw,
  job_sec,
  job_nec,
  in_measure,
};

/// Who pays what somebody lives on, as far as the carousel asks.
enum class Payer : std::uint8_t { other, ocmw, unemployment };

/// Somebody's evening, or what they have just before a measure begins.
struct Living {
  Night night = Night::elsewhere;
  Payer payer = Payer::other;
};

/// Where a route comes from and what lies between two episodes, most telling first.
enum class Stop : std::uint8_t { work, ocmw, on_benefit, without_benefit, elsewhere };
inline constexpr std::size_t stops = 5;
[[nodiscard]] Stop stop_of(Living living);

/// What counts as paid work.
enum class Work : std::uint8_t { nec, nec_or_sec };
inline constexpr std::size_t works = 2;
[[nodiscard]] bool is_work(Night night, Work work);

/// Rules after which somebody is in a cycle. Every version but the first changes one thing.
struct CycleRule {
  Work work = Work::nec;
  DayCount durable_job = 182;  // so long, and it ends what was before
  DayCount window = 1095;      // from the end of one episode to the start of the next
};
enum class Version : std::uint8_t { main, with_sec, long_job, long_window };
inline constexpr std::size_t versions = 4;
using CycleRules = std::array<CycleRule, versions>;
/// The rules of a scenario, with those reported beside them: a durable job of a year, and a window
/// of five.
[[nodiscard]] CycleRules cycle_rules(std::int64_t durable_job_months, std::int64_t window_months);

/// So many months after their first episode people are followed; who then has been in two cycles or
/// more is in a carousel.
inline constexpr std::int64_t carousel_months = 60;
inline constexpr unsigned carousel_cycles = 2;

/// Whole days in so many months, so that three calendar years are enough for 36.
[[nodiscard]] DayCount days_of_months(std::int64_t months);

/// Who returns within so many days, without a durable job between, is mildly in the carousel.
inline constexpr DayCount soon = 365;

/// A yes or no for each version.
class Versions final {
 public:
  void set(std::size_t version) { bits_ = static_cast<std::uint8_t>(bits_ | 1U << version); }
  [[nodiscard]] bool has(std::size_t version) const { return (bits_ >> version & 1U) != 0; }
  [[nodiscard]] bool any() const { return bits_ != 0; }

 private:
  std::uint8_t bits_ = 0;
};

/// What the start of an episode means after the one before.
struct Return {
  bool is_next = false;            // there was one before
  bool is_return = false;          // and nights between
  bool ends_work = false;          // had not been unemployed since
  bool payer_went_round = false;   // OCMW, unemployment benefit, OCMW since the route before began
  int step = 0;                    // 1: to a higher rung than the one before, -1: to a lower one
  DayCount days = 0;               // since it ended
  Stop from = Stop::elsewhere;     // how the person lived when the route before began
  Stop between = Stop::elsewhere;  // the most telling night since
  Versions exits;                  // durable jobs that become known only now
  Versions steps;                  // within the window and without a durable job between
  Versions returners;              // and with nights between
  Versions soon_back;              // returned soon without a durable job between
  Versions cycles;  // returners over unemployment or the OCMW, to the same or a lower rung
  Versions loops;   // and living wage, episode, unemployment benefit, episode
};

/// What an evening adds to what is known of the episode that ended last.
struct Evening {
  bool is_first = false;  // after it
  bool is_back = false;   // unemployed or with the OCMW for the first time since
  Versions exits;         // durable jobs that become known only now
};

/// The history of one person in 24 bytes. Days are counted from the start of the horizon.
class ActivationHistory final {
 public:
  using Days = std::uint16_t;  // a horizon has at most 68 years

  /// An episode begins. `rung` is that of the measure, `before` how the person lived until then.
  Return begin(Days today, unsigned rung, Living before, const CycleRules& rules);
  /// It ends. True for the first one.
  bool end(Days today, std::uint16_t measure, unsigned rung);
  /// How the person lives at the end of a day on which something about that changed.
  Evening spend(Living living, Days today, const CycleRules& rules);
  /// Nothing changes until `end`: durable jobs that nobody has asked about yet.
  Versions finish(Days end, const CycleRules& rules);

  [[nodiscard]] bool has_ended() const { return has_ended_; }
  [[nodiscard]] bool is_in_episode() const { return is_in_episode_; }
  /// The last episode that ended, and the first.
  [[nodiscard]] Days ended() const { return ended_; }
  [[nodiscard]] std::uint16_t measure() const { return measure_; }
  [[nodiscard]] Days first_ended() const { return first_ended_; }
  [[nodiscard]] std::uint16_t first_measure() const { return first_measure_; }
  /// Was the first night after the last episode one of paid work?
  [[nodiscard]] bool went_to(Work work) const { return is_work(first_night_, work); }
  /// How the person lived when the present route of episodes began.
  [[nodiscard]] Stop origin() const { return origin_; }
  /// Living on unemployment benefit after a living wage on this route?
  [[nodiscard]] bool is_shifted() const {
    return payer_stage_ >= seen_benefit && payer_ == Payer::unemployment;
  }

  /// One cycle more; gives how many there were, at most 3.
  unsigned add_cycle(std::size_t version);
  [[nodiscard]] unsigned cycles(std::size_t version) const;
  /// A loop; true for the first one.
  bool add_loop(std::size_t version);
  /// Returned soon; true for the first time.
  bool add_soon_back(std::size_t version);

 private:
  static constexpr std::uint8_t seen_ocmw = 1;  // stages of the payer going round
  static constexpr std::uint8_t seen_benefit = 2;
  static constexpr std::uint8_t went_round = 3;

  Versions close_jobs(Night now, Days today, const CycleRules& rules);
  void compare(Return& result, unsigned rung, const CycleRules& rules) const;
  void begin_route(Living before);
  void follow_payer(Payer payer);
  [[nodiscard]] Stop most_telling_stop() const;

  Days ended_ = 0;
  Days first_ended_ = 0;
  std::uint16_t measure_ = 0;
  std::uint16_t first_measure_ = 0;
  std::array<Days, works> job_since_{};
  std::uint8_t rung_ = 0;
  Night night_ = Night::elsewhere;        // the last one
  Night first_night_ = Night::elsewhere;  // after the last episode
  Versions durable_;                      // a durable job since the last episode
  Versions looped_;
  Versions soon_back_;
  std::uint8_t cycles_ = 0;         // two bits for each version
  std::uint8_t stops_between_ = 0;  // a bit for each Stop since the last episode
  Stop origin_ = Stop::elsewhere;
  Payer payer_ = Payer::other;  // the last night's
  std::uint8_t payer_stage_ = 0;
  bool has_ended_ : 1 = false;
  bool is_in_episode_ : 1 = false;
  bool awaits_first_night_ : 1 = false;
  bool unemployed_since_ : 1 = false;  // or with the OCMW, since the last episode
  bool on_benefit_since_ : 1 = false;
};
static_assert(sizeof(ActivationHistory) <= 24);

}  // namespace doorstroom
