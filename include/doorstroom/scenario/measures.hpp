// Measures, screening services and the rules that bring people to them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/scenario/labour_market.hpp"
#include "doorstroom/scenario/values.hpp"

namespace doorstroom::scenario {

enum class Charge : std::uint8_t { start, month };

/// A claim on a resource. Places are held, contingents used up, money committed or paid.
struct Need {
  std::string resource;
  ByDistance<Path> amount{constant(1), {}};
  /// Money only: once at the start, or for every month of the stay.
  Charge per = Charge::start;
};

/// People of this class are served before those of later ones.
struct PriorityClass {
  std::string id;
  Text label;
  Condition when;
};

enum class ListKind : std::uint8_t { trajectory, screening, sec_job };

enum class AfterWait : std::uint8_t { refer, leave };

struct MaximumWait {
  Span after;
  AfterWait then = AfterWait::refer;
};

/// Some places are given to whom the employer prefers, not in the order of the list.
struct EmployerChoice {
  Quantity share;                                // of the places
  ByDistance<Quantity> preference{{1, {}}, {}};  // weight of a person
};

struct WaitingList {
  ListKind kind = ListKind::trajectory;
  std::optional<Stay> leave_after;
  std::optional<Quantity> max_length;
  std::optional<MaximumWait> max_wait;
  std::vector<PriorityClass> priority;
  std::optional<ByDistance<Quantity>> accept_probability;
  /// When someone who refused is referred again; nothing: not by themselves.
  std::optional<Stay> refer_again_after_refusal;
  std::optional<EmployerChoice> employer_choice;
};

/// Drop-out, as a monthly hazard or as the share of starters that drop out.
struct DropOut {
  std::optional<ByDistance<Quantity>> per_month;
  std::optional<ByDistance<Quantity>> share;
};

/// The time between two phases.
struct Gap {
  Stay duration;
  std::optional<DropOut> drop_out;
};

/// What someone does who waited too long for the place of a phase.
enum class WithoutPlace : std::uint8_t { skip, stop };

struct Phase {
  std::string id;
  Text label;
  ByDistance<Stay> duration;
  std::optional<DropOut> drop_out;
  std::vector<Need> needs;
  /// How long someone waits for the place this phase needs; nothing: as long as it takes.
  std::optional<Span> wait_at_most;
  /// Ends on the day on which the days worked give the right to a benefit, if that is earlier.
  bool ends_with_right = false;
  WithoutPlace without_place = WithoutPlace::skip;
  std::optional<Gap> gap;
  /// Whose cumulated time this phase adds to; empty: only its own.
  std::string instrument;
  /// Decision at the end: who goes elsewhere; what is left continues.
  std::vector<Destination> decision;
};

/// Between two phases another counsellor may take over, and some people drop out for it.
struct CounsellorChange {
  Quantity probability;
  Quantity drop_out;  // share of those to whom it happens
};

/// A limit on the time spent in instruments or a circuit, over a person's whole life.
struct CumulatedLimit {
  std::vector<std::string> over;  // phases or instruments
  Span at_most;
};

enum class WhenClosing : std::uint8_t { finish, back, move };

/// What closing a measure means for those in it and those waiting for it.
struct Closing {
  WhenClosing running = WhenClosing::finish;
  WhenClosing waiting = WhenClosing::back;
  std::string move_to;
};

struct OpenPeriod {
  std::optional<Day> from;
  std::optional<Day> until;  // the first day it is closed
};

struct Approval {
  Quantity probability{1, {}};
  std::optional<Stay> delay;
};

struct Extension {
  Quantity probability;
  Stay by;
};

struct PostEffect {
  Quantity factor{1, {}};
  Span lasts;
};

struct Aftercare {
  Span duration;
  Quantity job_loss_factor{1, {}};
  Quantity job_finding_factor{1, {}};
  std::vector<Need> needs;
};

/// The effect of being placed outside the suited classes, per class of misfit.
struct Misfit {
  Quantity effect_factor{1, {}};
  Quantity drop_out_factor{1, {}};
};

/// Where a measure takes place: the regular economy, the social economy, or care.
enum class Circuit : std::uint8_t { none, nec, sec, care };

struct Measure {
  std::string id;
  std::string key;
  Text label;
  int line = 1;
  int rung = 1;
  Circuit circuit = Circuit::none;
  std::vector<OpenPeriod> open;
  Closing on_close;
  std::vector<std::string> suited;
  std::vector<Need> needs;
  std::optional<Approval> approval;
  std::optional<Quantity> engagement;
  std::optional<Stay> start_delay;
  WaitingList waiting_list;
  std::vector<Phase> phases;
  std::optional<Span> max_duration;
  std::vector<CumulatedLimit> cumulated;
  std::optional<Extension> extension;
  std::optional<CounsellorChange> counsellor_change;
  /// No phase is skipped for lack of a place if fewer than so many would remain.
  int least_phases = 0;
  ByDistance<Quantity> lock_in{{1, {}}, {}};
  std::optional<PostEffect> post_effect;
  std::optional<Quantity> improves_distance;
  Misfit misfit;
  std::vector<Destination> afterwards;
  std::vector<Destination> after_drop_out;
  std::optional<Aftercare> aftercare;
  /// The status of someone in the measure; empty: the one they had.
  std::string status;
  bool stops_unemployment_clock = false;
  /// The statute of someone in the measure; empty: as their status says.
  std::string benefit;
  bool counts_as_work = false;
  bool freezes_degressivity = false;
  /// Are people referred on from inside it? They keep their place until the next measure starts.
  bool refers_on = false;
};

/// How a screening sees a latent attribute.
struct Misclassification {
  /// Probability of seeing a neighbouring class, both sides together.
  Quantity one_class;
  Quantity two_classes;
  /// Offices or assessors differ: an attribute, and a factor on the errors for each of its values.
  std::string differs_by;
  std::map<std::string, Quantity> factors;
};

struct Screening {
  std::string id;
  std::string key;
  Text label;
  std::vector<Need> needs;
  Stay duration;
  WaitingList waiting_list;
  /// For each latent attribute it assesses.
  std::map<std::string, Misclassification> sees;
  /// After which an assessment must be renewed.
  std::optional<Span> valid_for;
  /// The service that follows for those in doubt; empty: the referral rules.
  std::string then;
};

/// What to do when the list is long: compared with the last twelve months' starts.
struct ListTooLong {
  Quantity months;
  enum class Then : std::uint8_t { wait, next, stay } then = Then::next;
};

struct ReferralChoice {
  std::string to;
  std::optional<Share> share;  // nothing: of a single choice everything, of a ranked list none
};

enum class Choosing : std::uint8_t { by_share, in_order };

/// A referral rule: the first rule whose condition holds decides.
struct ReferralRule {
  std::string id;
  Text label;
  Condition when;
  std::vector<ReferralChoice> refer_to;
  Choosing choose = Choosing::by_share;
  std::optional<ListTooLong> if_list_too_long;
};

}  // namespace doorstroom::scenario
