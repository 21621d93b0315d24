#include "record/waiting_recorder.hpp"

#include <algorithm>

namespace doorstroom {

WaitingRecorder::WaitingRecorder(const Model& model, const Breakdowns& breakdowns)
    : model_(model),
      breakdowns_(breakdowns.of("waiting_time")),
      cohorts_(static_cast<std::size_t>(model.horizon.months()) + 1),
      years_(model.horizon),
      starters_(model.measures.size() * years_.size()) {
  std::vector<std::string> of_all{"all"};
  for (const Breakdown& breakdown : breakdowns_) {
    of_all.insert(of_all.end(), breakdown.labels.begin(), breakdown.labels.end());
  }
  std::size_t cells = 0;
  for (const Measure& measure : model.measures) {
    std::vector<std::string>& groups = groups_.emplace_back(of_all);
    const ListModel& list = model.lists[measure.list];
    if (list.classes > 1) {
      for (const std::string& id : list.class_ids) groups.push_back("priority_class=" + id);
    }
    first_cell_.push_back(cells);
    cells += cohorts_ * groups.size();
  }
  cells_.resize(cells);
}

std::string WaitingRecorder::label(std::size_t cohort) const {
  if (cohort == 0) return "initial";
  return iso_month(
      first_of_month(month_number(model_.horizon.start) + static_cast<int>(cohort) - 1));
}

std::size_t WaitingRecorder::cohort_of(Day joined) const {
  if (joined < model_.horizon.start) return 0;
  return static_cast<std::size_t>(month_number(joined) - month_number(model_.horizon.start)) + 1;
}

void WaitingRecorder::add(std::vector<std::int32_t>& counts, DayCount days) {
  const auto at = static_cast<std::size_t>(days);
  if (counts.size() <= at) counts.resize(at + 1, 0);
  ++counts[at];
}

template <class Note>
void WaitingRecorder::note(std::size_t measure, Day joined, Profile profile, std::size_t priority,
                           Note note) {
  Cohort* cells = &cells_[first_cell_[measure] + cohort_of(joined) * groups_[measure].size()];
  note(cells[0]);
  std::size_t group = 1;
  for (const Breakdown& breakdown : breakdowns_) {
    note(cells[group + profile.code(breakdown.field)]);
    group += breakdown.labels.size();
  }
  if (model_.lists[model_.measures[measure].list].classes > 1) note(cells[group + priority]);
}

void WaitingRecorder::fold(const EventBlock& block) {
  for (const Event& event : block.events) {
    const bool started = event.kind == EventKind::started && event.amount >= 0;
    const bool left = event.kind == EventKind::left_list;
    if (!started && !left) continue;
    std::size_t measure = event.subject;
    if (left) {
      const ListModel& list = model_.lists[event.subject];
      if (list.phase.exists()) continue;
      measure = list.measure.position();
    }
    if (started) add(starters_[measure * years_.size() + years_.of(block.day)], event.amount);
    note(measure, block.day - event.amount, event.profile, event.other, [&](Cohort& cohort) {
      ++cohort.joined;
      add(started ? cohort.started : cohort.left, event.amount);
    });
  }
}

/// At the end, those who still wait are followed up to there.
void WaitingRecorder::month_end(const MonthView& view) {
  if (view.day + 1 != model_.horizon.end) return;
  for (LaneIndex lane = 0; lane < view.lists.lanes(); ++lane) {
    const ListModel& list = model_.lists[view.lists.list_of(lane)];
    if (list.phase.exists()) continue;
    for (const LaneEntry& entry : view.lists.lane(lane).entries()) {
      if (entry.slot == no_slot) continue;
      note(list.measure.position(), entry.joined, view.people[entry.slot].profile,
           view.lists.class_of(lane), [&](Cohort& cohort) {
             ++cohort.joined;
             add(cohort.waiting, model_.horizon.end - entry.joined);
           });
    }
  }
}

}  // namespace doorstroom
