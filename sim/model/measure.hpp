// Measures (and screening services, which are measures that end in an assessment), as the engine
// runs them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "doorstroom/calendar.hpp"
#include "doorstroom/index.hpp"

#include "model/hazard_model.hpp"
#include "model/resource.hpp"
#include "random/stay_table.hpp"

namespace doorstroom {

enum class Charge : std::uint8_t { start, month };

/// A claim of everyone in a measure or phase on a resource. Prices may change over time; amounts
/// of places and starts do not.
struct Claim {
  ResourceIndex resource;
  Charge charge = Charge::start;
  /// By distance class, or one for all; each a path whose first entry holds from always.
  std::vector<std::vector<LevelFrom>> amounts;
  /// Number among the claims whose price changes while people hold them (monthly money).
  std::size_t meter = no_meter;

  static constexpr std::size_t no_meter = ~std::size_t{0};
};

/// Somebody is on at most one list of each kind; `phase` is for those between two phases.
enum class ListKind : std::uint8_t { trajectory, screening, sec_job, phase };
inline constexpr std::size_t list_kinds = 4;

/// A stay, the same for all or by distance class.
struct Stays {
  std::vector<StayTable> by_distance;  // one entry, or one per class
  [[nodiscard]] const StayTable& of(unsigned distance) const {
    return by_distance.size() == 1 ? by_distance.front() : by_distance[distance];
  }
  [[nodiscard]] bool empty() const { return by_distance.empty(); }
};

/// A waiting list: for a measure, or for a phase that needs a place of its own.
struct ListModel {
  ListKind kind = ListKind::trajectory;
  MeasureIndex measure;
  PhaseIndex phase;           // exists: the list of people between phases
  std::vector<Claim> claims;  // those on one resource next to each other
  /// Attributes that decide which accounts serve a person; a lane for each combination.
  std::vector<ProfileField> cell_fields;
  std::vector<unsigned> cell_sizes;
  unsigned cells = 1;
  /// Number of priority classes, the last one for those who meet no rule.
  unsigned classes = 1;
  std::vector<std::string> class_ids;
  bool reviews_classes = false;  // can the class of someone who waits change?
  Stays patience;                // empty: nobody gives up
  Lane patience_lane;
  DayCount max_wait = 0;  // 0: no maximum
  bool refer_at_max_wait = true;
  std::int64_t max_length = -1;    // -1: no maximum
  std::vector<double> acceptance;  // by distance or for all; empty: everybody accepts
  Lane acceptance_lane;
  Stays refusal_pause;  // empty: not referred again by itself
  Lane refusal_pause_lane;
  Lane lottery_lane;
  /// Position among lists that share a resource: lower is served first.
  int rank = 0;
};

/// A drop-out hazard per day, by distance class or one for all; empty: none.
using DropOut = std::vector<double>;

/// What somebody does who has waited too long for the place of a phase.
enum class WithoutPlace : std::uint8_t { skip, stop };

struct Phase {
  std::string id;
  Stays stay;
  Lane stay_lane;
  DropOut drop_out;
  std::vector<Claim> claims;
  std::size_t list = no_list;  // the list for those who wait for this phase's places
  DayCount wait_at_most = never.since_epoch;
  WithoutPlace without_place = WithoutPlace::skip;
  Stays gap;
  Lane gap_lane;
  DropOut gap_drop_out;
  Destinations decision;  // the last choice means: continue
  Lane decision_lane;
  std::vector<std::uint8_t> counted_in;  // cumulated limits this phase adds to

  static constexpr std::size_t no_list = ~std::size_t{0};
};

/// A limit on the days spent in a set of phases over a person's life.
struct CumulatedLimit {
  DayCount at_most = 0;
};

enum class WhenClosing : std::uint8_t { finish, back, move };

struct OpenPeriod {
  Day from = always;
  Day until = never;
};

/// How a latent attribute is seen: for each true code, the shares of the codes assessed.
struct Assessment {
  AttributeIndex latent;
  AttributeIndex assessed;
  std::vector<Shares> seen;
  Lane lane;
};

struct Aftercare {
  DayCount days = 0;
  double job_loss_factor = 1;
  double job_finding_factor = 1;
  std::vector<Claim> claims;
};

struct Measure {
  std::string id;
  int line = 1;
  int rung = 1;
  std::string circuit;
  bool is_screening = false;
  std::vector<OpenPeriod> open;  // empty: always
  WhenClosing closing_running = WhenClosing::finish;
  WhenClosing closing_waiting = WhenClosing::back;
  MeasureIndex move_to;
  std::size_t list = 0;
  std::vector<Claim> claims;
  double approval = 1;
  Lane approval_lane;
  Stays approval_delay;
  Lane approval_delay_lane;
  double engagement = 1;
  Lane engagement_lane;
  Stays start_delay;
  Lane start_delay_lane;
  std::vector<Phase> phases;
  DayCount max_duration = 0;  // 0: none
  Lane drop_out_lane;
  double extension = 0;
  Lane extension_lane;
  Stays extension_stay;
  Lane extension_stay_lane;
  std::vector<double> lock_in;  // by distance or for all
  double post_factor = 1;
  DayCount post_days = 0;
  double improves_distance = 0;
  Lane effect_lane;
  // By distance class, empty where the measure suits everybody: how many classes off the suited
  // ones, and what that does to the effects and to drop-out.
  std::vector<std::uint8_t> misfit;
  std::vector<double> misfit_effect;
  std::vector<double> misfit_drop_out;
  Destinations afterwards;
  Destinations after_drop_out;
  Lane end_state_lane;
  Aftercare aftercare;
  StatusIndex status;  // of someone in the measure; none: the one they had
  bool stops_unemployment_clock = false;
  bool refers_on = false;  // people are referred on from inside, and wait there
  std::vector<Assessment> assessments;
  DayCount assessment_valid = 0;  // 0: for good
  MeasureIndex then;              // screening that follows

  [[nodiscard]] bool has_drop_out() const {
    return std::ranges::any_of(phases, [](const Phase& phase) {
      return !phase.drop_out.empty() || !phase.gap_drop_out.empty();
    });
  }
};

}  // namespace doorstroom
