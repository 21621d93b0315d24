#include "record/starter_recorder.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/hazards.hpp"

namespace doorstroom {

namespace {

struct Statistic {
  const char* name;
  const char* unit;
};
constexpr std::array<Statistic, 5> of_groups{{{"starts", "people"},
                                              {"share", "share"},
                                              {"wait_mean", "days"},
                                              {"wait_p50", "days"},
                                              {"wait_p90", "days"}}};
constexpr std::array<Statistic, 3> of_lists{{{"chance_of_starters", "share"},
                                             {"chance_of_eligible", "share"},
                                             {"creaming_index", "ratio"}}};

constexpr std::array<const char*, 3> durations{"unemployed=under_1_year", "unemployed=1_to_2_years",
                                               "unemployed=over_2_years"};
constexpr std::size_t before_classes = 1 + durations.size();

/// As jobseekers are counted by duration, and as rules have their limits.
std::size_t duration_of(DayCount days) {
  constexpr auto year = static_cast<DayCount>(12 * days_per_month + 0.5);
  constexpr auto two_years = static_cast<DayCount>(24 * days_per_month + 0.5);
  return days < year ? 0 : days < two_years ? 1 : 2;
}

double mean(const std::vector<std::int32_t>& waits) {
  double days = 0;
  double people = 0;
  for (std::size_t day = 0; day < waits.size(); ++day) {
    days += static_cast<double>(day) * waits[day];
    people += waits[day];
  }
  return people > 0 ? days / people : no_figure;
}

/// Smallest number of days within which so large a share had started.
double quantile(const std::vector<std::int32_t>& waits, double p) {
  const auto people = std::accumulate(waits.begin(), waits.end(), std::int64_t{0});
  const auto wanted = static_cast<std::int64_t>(std::ceil(p * static_cast<double>(people)));
  std::int64_t seen = 0;
  for (std::size_t day = 0; day < waits.size(); ++day) {
    seen += waits[day];
    if (seen > 0 && seen >= wanted) return static_cast<double>(day);
  }
  return no_figure;
}

double ratio(double part, double whole) {
  return whole > 0 ? part / whole : no_figure;
}

}  // namespace

StarterRecorder::StarterRecorder(const Model& model)
    : model_(model),
      years_(model.horizon),
      selections_(years_.size() * model.measures.size()),
      this_month_(model.measures.size()),
      on_list_(model.measures.size()) {
  for (const StatusExit& exit : model.statuses[model.unemployed.position()].exits) {
    if (exit.kind == ExitKind::job_finding) finding_.push_back(&exit);
  }
  for (std::size_t m = 0; m < model.measures.size(); ++m) {
    first_group_.push_back(groups_);
    if (is_told(m)) groups_ += before_classes + classes_of(m);
  }
  all_.resize(years_.size() * groups_);
}

bool StarterRecorder::is_told(std::size_t measure) const {
  return !model_.measures[measure].is_screening;
}

unsigned StarterRecorder::classes_of(std::size_t measure) const {
  const unsigned classes = model_.lists[model_.measures[measure].list].classes;
  return classes > 1 ? classes : 0;
}

StarterRecorder::Group& StarterRecorder::group(std::size_t measure, std::size_t number) {
  return all_[year_ * groups_ + first_group_[measure] + number];
}

/// The chance of finding work within a month of somebody who is unemployed and in no measure, as
/// far as they are now: how far from work, how long without, how old.
double StarterRecorder::chance(const PeopleStore& people, Slot slot, Profile profile,
                               Day today) const {
  HazardFacts facts;
  facts.profile = profile;
  facts.distance = profile.code(model_.fields.distance);
  facts.clock_runs = true;
  facts.unemployed_since = today - people[slot].days_unemployed(today);
  facts.status_since = facts.unemployed_since;
  if (people.has_age()) facts.birth = people.birth(slot);
  Hazard per_day = 0;
  for (const StatusExit* exit : finding_) {
    per_day += hazard_between(*exit, facts, today, today + 1);
  }
  return -std::expm1(-days_per_month * static_cast<double>(per_day) * 0x1.0p-40);
}

void StarterRecorder::fold(const EventBlock& block) {
  year_ = years_.of(block.day);
  for (const Event& event : block.events) {
    if (event.kind != EventKind::started || event.reason == Reason::stock) continue;
    if (is_told(event.subject)) fold_start(event, block);
  }
}

void StarterRecorder::note(Group& group, const Event& event) const {
  ++group.starts;
  if (event.amount < 0) return;
  const auto days = static_cast<std::size_t>(event.amount);
  if (group.waits.size() <= days) group.waits.resize(days + 1, 0);
  ++group.waits[days];
}

void StarterRecorder::fold_start(const Event& event, const EventBlock& block) {
  const std::size_t measure = event.subject;
  note(group(measure, 0), event);
  const DayCount days = block.people[event.slot].days_unemployed(block.day);
  note(group(measure, 1 + duration_of(days)), event);
  if (event.amount < 0) return;  // came from no list
  if (classes_of(measure) > 0) note(group(measure, before_classes + event.other), event);
  if (finding_.empty()) return;
  this_month_[measure].add(chance(block.people, event.slot, event.profile, block.day));
}

/// The eligible of a month are those who started in it and those who still wait at its end.
void StarterRecorder::month_end(const MonthView& view) {
  if (finding_.empty()) return;
  year_ = years_.of(view.day);
  for (LaneIndex lane = 0; lane < view.lists.lanes(); ++lane) {
    const ListModel& list = model_.lists[view.lists.list_of(lane)];
    const std::size_t measure = list.measure.position();
    const bool compares = this_month_[measure].people > 0 && !list.phase.exists();
    if (!compares) continue;
    for (const LaneEntry& entry : view.lists.lane(lane).entries()) {
      if (entry.slot == no_slot) continue;
      on_list_[measure].add(
          chance(view.people, entry.slot, view.people[entry.slot].profile, view.day));
    }
  }
  for (std::size_t m = 0; m < model_.measures.size(); ++m) {
    Chances& started = this_month_[m];
    if (started.people > 0) {
      Selection& selection = selections_[year_ * model_.measures.size() + m];
      const auto people = static_cast<double>(started.people);
      selection.starters.people += started.people;
      selection.starters.sum += started.sum;
      selection.expected += people * (started.sum + on_list_[m].sum) /
                            (people + static_cast<double>(on_list_[m].people));
    }
    started = {};
    on_list_[m] = {};
  }
}

template <class Visit>
void StarterRecorder::for_each_group(Visit visit) const {
  for (std::size_t year = 0; year < years_.size(); ++year) {
    for (std::size_t m = 0; m < model_.measures.size(); ++m) {
      if (!is_told(m)) continue;
      for (std::size_t g = 0; g < before_classes + classes_of(m); ++g) visit(year, m, g);
    }
  }
}

void StarterRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "starters";
  table.dimensions = {"year", "measure", "group", "statistic"};
  for_each_group([&](std::size_t year, std::size_t m, std::size_t g) {
    const ListModel& list = model_.lists[model_.measures[m].list];
    const std::string name = g == 0 ? "all"
                             : g < before_classes
                                 ? durations.at(g - 1)
                                 : "priority_class=" + list.class_ids[g - before_classes];
    const auto add = [&](const Statistic& statistic) {
      table.keys.push_back(
          {{years_.label(year), model_.measures[m].id, name, statistic.name}, statistic.unit});
    };
    for (const Statistic& statistic : of_groups) add(statistic);
    if (g > 0 || finding_.empty()) return;
    for (const Statistic& statistic : of_lists) add(statistic);
  });
  layout.tables.push_back(std::move(table));
}

void StarterRecorder::give(FigureValues& values) const {
  for_each_group([&](std::size_t year, std::size_t m, std::size_t g) {
    const Group* groups = &all_[year * groups_ + first_group_[m]];
    const Group& group = groups[g];
    const auto starts = static_cast<double>(group.starts);
    values.insert(values.end(),
                  {starts, ratio(starts, static_cast<double>(groups[0].starts)), mean(group.waits),
                   quantile(group.waits, 0.5), quantile(group.waits, 0.9)});
    if (g > 0 || finding_.empty()) return;
    const Selection& s = selections_[year * model_.measures.size() + m];
    const auto people = static_cast<double>(s.starters.people);
    values.insert(values.end(), {ratio(s.starters.sum, people), ratio(s.expected, people),
                                 ratio(s.starters.sum, s.expected)});
  });
}

}  // namespace doorstroom
