#include "engine/lives.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace doorstroom::tests {

namespace {

constexpr int none = -1;

/// Where somebody is, as their events so far say.
struct Whereabouts {
  bool entered = false;
  bool left = false;
  bool of_stock = false;
  int status = none;
  std::optional<Day> status_since;  // unknown where it began before the start
  int measure = none;
  std::optional<Day> measure_since;
  int phase = none;       // running
  int last_phase = none;  // begun or skipped last in this measure
  std::optional<Day> phase_since;
  std::array<int, list_kinds> list{none, none, none, none};
  std::array<Day, list_kinds> joined{};
  std::array<unsigned, list_kinds> priority{};
  int aftercare = none;
  std::map<unsigned, DayCount> cumulated;  // days by limit
  unsigned distance = 0;
};

/// Follows one replication, event by event.
class LifeChecker final {
 public:
  explicit LifeChecker(const Simulation& simulation) : s_(simulation), model_(*simulation.model) {}

  std::string first_problem() {
    for (const Told& told : s_.told) {
      problem_.clear();
      now_ = &told;
      check(told.event, people_[told.person]);
      if (!problem_.empty()) {
        const std::string who = s_.name(told.person);
        return fmt::format("{} {}: {}: {}, in\n{}", iso_date(told.day), who,
                           line_of(model_, told.event), problem_, fmt::join(s_.life(who), "\n"));
      }
    }
    return {};
  }

 private:
  void require(bool holds, const char* otherwise) {
    if (!holds && problem_.empty()) problem_ = otherwise;
  }
  void require_days(std::optional<Day> since, DayCount said) {
    if (!since) return require(said >= 0, "a negative number of days");
    if (today() - *since != said && problem_.empty()) {
      problem_ = fmt::format("is {} days since {}", today() - *since, iso_date(*since));
    }
  }
  [[nodiscard]] Day today() const { return now_->day; }
  [[nodiscard]] const Measure& measure(std::size_t m) const { return model_.measures[m]; }
  [[nodiscard]] bool is_open(const Measure& m) const {
    const auto holds = [&](const OpenPeriod& p) { return p.from <= today() && today() < p.until; };
    return m.open.empty() || std::ranges::any_of(m.open, holds);
  }

  void check(const Event& e, Whereabouts& w) {
    if (e.kind == EventKind::entered) return enter(e, w);
    require(w.entered, "has not entered");
    require(!w.left, "is no longer there");
    if (!problem_.empty()) return;
    check_stay(e, w);
    check_list(e, w);
    check_rest(e, w);
    const bool gone_from_old = e.kind != EventKind::status_changed;
    if (gone_from_old) require(e.status == w.status, "has another status");
  }

  void enter(const Event& e, Whereabouts& w) {
    require(!w.entered, "enters twice");
    w.entered = true;
    w.status = e.subject;
    w.status_since = today() - e.amount;
    w.of_stock = e.reason == Reason::stock;
    w.distance = e.profile.code(model_.fields.distance);
    require(w.of_stock || e.reason == Reason::arrival, "neither arrived nor was there");
    require(now_->person.day() == today(), "has another day in the name");
    require(!w.of_stock || today() == model_.horizon.start, "was there, but not at the start");
  }

  void check_stay(const Event& e, Whereabouts& w) {
    switch (e.kind) {
      case EventKind::started:
        return start(e, w);
      case EventKind::ended:
        return end(e, w);
      case EventKind::phase_started:
        return start_phase(e, w);
      case EventKind::phase_ended:
        return end_phase(e, w);
      case EventKind::phase_skipped:
        require(w.measure == e.subject, "is not in that measure");
        require(w.phase == none, "is in a phase");
        require(e.other > w.last_phase, "goes back to an earlier phase");
        w.last_phase = e.other;
        return;
      default:
        return;
    }
  }

  void start(const Event& e, Whereabouts& w) {
    require(w.measure == none, "is in another measure");
    if (e.amount >= 0) {
      const ListModel& list = model_.lists[measure(e.subject).list];
      const auto kind = static_cast<std::size_t>(list.kind);
      require(w.list[kind] == static_cast<int>(measure(e.subject).list), "did not wait for it");
      require_days(w.joined[kind], e.amount);
      require_within_maximum_wait(list, w.joined[kind], e.amount);
      require(w.priority[kind] == e.other, "is of another class");
      w.list[kind] = none;
    }
    w.measure = e.subject;
    w.measure_since = e.reason == Reason::stock ? std::nullopt : std::optional(today());
    // A status that comes with the measure is as old as the stay in it.
    if (e.reason == Reason::stock && measure(e.subject).status.exists()) w.status_since.reset();
    w.last_phase = none;
  }

  void end(const Event& e, Whereabouts& w) {
    require(w.measure == e.subject, "is not in that measure");
    require(w.phase == none, "is in a phase still");
    require_days(w.measure_since, e.amount);
    const auto phase_list = static_cast<std::size_t>(ListKind::phase);
    require(w.list[phase_list] == none, "still waits for a phase");
    const Measure& m = measure(e.subject);
    const bool limited = m.max_duration > 0 && w.measure_since;
    require(!limited || e.amount <= m.max_duration, "stayed longer than the maximum");
    w.measure = none;
  }

  void start_phase(const Event& e, Whereabouts& w) {
    require(w.measure == e.subject, "is not in that measure");
    require(w.phase == none, "is in a phase already");
    require(e.other > w.last_phase || e.reason == Reason::stock, "goes back to an earlier phase");
    require(e.amount >= 0, "a negative number of days between phases");
    w.phase = w.last_phase = e.other;
    w.phase_since = e.reason == Reason::stock ? std::nullopt : std::optional(today());
  }

  void end_phase(const Event& e, Whereabouts& w) {
    require(w.measure == e.subject && w.phase == e.other, "is not in that phase");
    require_days(w.phase_since, e.amount);
    for (const std::uint8_t limit : measure(e.subject).phases[e.other].counted_in) {
      const DayCount sum = w.cumulated[limit] += e.amount;
      const bool from_the_start = w.of_stock;  // what came before the start has no limit yet
      require(from_the_start || sum <= model_.cumulated[limit].at_most,
              "is over a cumulated limit");
    }
    w.phase = none;
  }

  void check_list(const Event& e, Whereabouts& w) {
    if (e.kind != EventKind::joined && e.kind != EventKind::left_list &&
        e.kind != EventKind::class_changed) {
      return;
    }
    const ListModel& list = model_.lists[e.subject];
    const auto kind = static_cast<std::size_t>(list.kind);
    if (e.kind == EventKind::joined) return join(e, w, list, kind);
    require(w.list[kind] == e.subject, "is not on that list");
    if (e.kind == EventKind::class_changed) {
      require(static_cast<int>(w.priority[kind]) == e.amount, "was of another class");
      require(e.other < list.classes && e.other != w.priority[kind], "to no other class");
      w.priority[kind] = e.other;
      return;
    }
    require_days(w.joined[kind], e.amount);
    require(w.priority[kind] == e.other, "is of another class");
    require_within_maximum_wait(list, w.joined[kind], e.amount);
    w.list[kind] = none;
  }

  void join(const Event& e, Whereabouts& w, const ListModel& list, std::size_t kind) {
    require(w.list[kind] == none, "is on a list of that kind already");
    require(e.other < list.classes, "has no such class");
    w.list[kind] = e.subject;
    w.joined[kind] = today() - e.amount;
    w.priority[kind] = e.other;
    if (list.phase.exists()) {
      require(w.measure == static_cast<int>(list.measure.position()), "is not in the measure");
      require(w.phase == none, "is in a phase");
      require(static_cast<int>(list.phase.position()) > w.last_phase, "has had that phase");
      return;
    }
    const bool inside = w.measure != none && measure(size(w.measure)).refers_on;
    require(model_.statuses[e.status].registered || inside, "is not registered");
    if (e.reason == Reason::stock) return;
    require(e.amount == 0, "has waited already");
    require(is_open(measure(list.measure.position())), "the measure is closed");
    require(w.measure == none || may_join_inside(measure(size(w.measure)), list),
            "is in a measure that does not refer on");
  }

  /// Who started something of another kind (was screened again, say) still awaits the consent they
  /// had asked for.
  [[nodiscard]] bool may_join_inside(const Measure& in, const ListModel& wanted) const {
    return in.refers_on || model_.lists[in.list].kind != wanted.kind;
  }

  void require_within_maximum_wait(const ListModel& list, Day joined, DayCount waited) {
    const bool limited = list.max_wait > 0 && joined >= model_.horizon.start;
    require(!limited || waited <= list.max_wait, "waited longer than the maximum");
  }

  void check_rest(const Event& e, Whereabouts& w) {
    switch (e.kind) {
      case EventKind::status_changed:
        require(w.status == e.other, "had another status");
        require(e.subject != e.other && e.status == e.subject, "is not in the new status");
        require_days(w.status_since, e.amount);
        w.status = e.subject;
        w.status_since = today();
        if (w.measure != none && !w.measure_since) w.status_since.reset();  // see start
        return;
      case EventKind::left:
        return leave(e, w);
      case EventKind::asked_referral:
        return refer(e, w);
      case EventKind::assessed:
        require(
            e.profile.code(model_.attributes[e.subject].field) == static_cast<unsigned>(e.amount),
            "is truly something else");
        return;
      case EventKind::distance_changed:
        require(w.distance == e.other, "had another distance");
        require(std::abs(static_cast<int>(e.other) - e.amount) == 1, "moves by more than a class");
        w.distance = static_cast<unsigned>(e.amount);
        return;
      case EventKind::aftercare_started:
        require(w.aftercare == none, "has aftercare already");
        w.aftercare = e.subject;
        return;
      case EventKind::aftercare_ended:
        require(w.aftercare == e.subject, "has no such aftercare");
        w.aftercare = none;
        return;
      default:
        return;
    }
  }

  void leave(const Event& e, Whereabouts& w) {
    require(model_.statuses[e.subject].is_final, "leaves from where people come back");
    require(w.measure == none, "is in a measure");
    require(w.aftercare == none, "has aftercare");
    for (const int list : w.list) require(list == none, "is on a list");
    w.left = true;
  }

  void refer(const Event& e, Whereabouts& w) {
    require(model_.statuses[e.status].registered, "is not registered");
    require(w.measure == none || measure(size(w.measure)).refers_on, "is in a measure");
    if (e.subject == no_subject) return require(e.other == no_subject, "referred by no rule");
    const auto& choices = model_.rules.referral[e.subject].choices;
    const MeasureIndex to = e.other == no_subject ? MeasureIndex() : MeasureIndex(e.other);
    const bool known = std::ranges::find(choices, to) != choices.end();
    require(known || !to.exists(), "goes where the rule does not send them");
  }

  static std::size_t size(int index) { return static_cast<std::size_t>(index); }

  const Simulation& s_;
  const Model& model_;
  std::map<PersonId, Whereabouts> people_;
  const Told* now_ = nullptr;
  std::string problem_;
};

}  // namespace

std::string impossible_in_a_life(const Simulation& simulation) {
  return LifeChecker(simulation).first_problem();
}

}  // namespace doorstroom::tests
