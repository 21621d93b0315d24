// What somebody's life in one world comes to: days in a job, days waiting, starts, money.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/event.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// Where somebody stands: everything that is still going on and counts by its length.
struct Standing {
  static constexpr std::uint16_t nothing = 0xFFFF;

  Profile profile;  // as of the last event
  Day status_since;
  Day measure_since;
  Day phase_since;
  Day care_since;
  Day benefit_since;
  DayCount benefit_clock = 0;
  std::uint16_t status = nothing;
  std::uint16_t measure = nothing;
  std::uint16_t care = nothing;  // the measure whose aftercare they have
  std::uint16_t list = nothing;  // joined last
  std::uint8_t priority = 0;     // on it
  std::uint8_t phase = 0;
  std::uint8_t lists = 0;  // on which they are now
  StatuteCode statute = no_statute;
  bool in_phase : 1 = false;
  bool benefit_clock_runs : 1 = false;
};

/// Somebody begins a measure: of `measure`, on `day`.
struct LifeStart {
  std::uint16_t measure = 0;
  Day day;
};

/// Sums over a life. What was going on when the counting began is counted from its own beginning:
/// of two lives that were the same until then only the difference means something.
struct LifeSums {
  std::int64_t days_in_job = 0;         // regular economy
  std::int64_t days_in_social_job = 0;  // social economy
  std::int64_t days_jobseeker = 0;
  std::int64_t days_waiting = 0;
  std::vector<LifeStart> starts;
  std::vector<double> euro;  // by payer
};

/// Follows lives in one world, from its own events. Money: what starts commit and months cost at
/// the prices of their first day, and benefits; what is given back on early ending is left out.
class LifeReader final {
 public:
  /// `payers`: in the order in which they are counted; all of the model's payers are among them.
  LifeReader(const Model& model, const std::vector<std::string>& payers);

  /// What the event changes; sums are left alone where there are none.
  void read(const Event& event, Day today, Standing& standing, LifeSums* sums) const;
  /// At the end of the horizon: counts what is still going on.
  void close(const Standing& standing, Day end, LifeSums& sums) const;

 private:
  void read_lists(const Event& event, Day today, Standing& standing, LifeSums* sums) const;
  void read_measure(const Event& event, Day today, Standing& standing, LifeSums* sums) const;
  void read_aftercare(const Event& event, Day today, Standing& standing, LifeSums* sums) const;
  void count_status(const Standing& standing, Day until, LifeSums& sums) const;
  void count_benefit(const Standing& standing, Day until, LifeSums& sums) const;
  void count_measure(const Standing& standing, Day until, LifeSums& sums) const;
  void count_phase(const Standing& standing, Day until, LifeSums& sums) const;
  void count_care(const Standing& standing, Day until, LifeSums& sums) const;
  void pay_once(const std::vector<Claim>& claims, Profile profile, Day day, LifeSums& sums) const;
  void pay_by_month(const std::vector<Claim>& claims, const Standing& standing, Day from, Day until,
                    LifeSums& sums) const;

  const Model& model_;
  std::vector<std::size_t> payer_of_resource_;
  std::vector<std::size_t> payer_of_statute_;
};

/// Payers of a model that money is counted of, each once, in order.
std::vector<std::string> payers_of(const Model& model);

}  // namespace doorstroom
