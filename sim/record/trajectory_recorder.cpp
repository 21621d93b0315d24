#include "record/trajectory_recorder.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace doorstroom {

namespace {

struct Statistic {
  const char* name;
  const char* unit;
};
constexpr std::array<Statistic, 6> of_all{{{"ended", "people"},
                                           {"duration_mean", "days"},
                                           {"duration_p50", "days"},
                                           {"duration_p90", "days"},
                                           {"share_maximum", "share"},
                                           {"share_dropped_out", "share"}}};
/// Of measures with several phases only.
constexpr std::array<Statistic, 7> of_phases{{{"dropped_out_in_gap", "share"},
                                              {"gap_loss", "share"},
                                              {"gap_days", "days"},
                                              {"phases", "phases"},
                                              {"skipped", "phases"},
                                              {"counsellor_changes", "changes"},
                                              {"dropped_out_over_counsellor", "share"}}};

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

double mean_days(const std::vector<std::int32_t>& people, std::int64_t all) {
  std::int64_t days = 0;
  for (std::size_t d = 0; d < people.size(); ++d) days += static_cast<std::int64_t>(d) * people[d];
  return ratio(days, all);
}

/// Smallest number of days within which so large a share had ended.
double quantile(const std::vector<std::int32_t>& people, std::int64_t all, double p) {
  const auto wanted = static_cast<std::int64_t>(std::ceil(p * static_cast<double>(all)));
  std::int64_t seen = 0;
  for (std::size_t day = 0; day < people.size(); ++day) {
    seen += people[day];
    if (seen > 0 && seen >= wanted) return static_cast<double>(day);
  }
  return no_figure;
}

}  // namespace

TrajectoryRecorder::TrajectoryRecorder(const Model& model)
    : model_(model), years_(model.horizon), ended_(years_.size() * model.measures.size()) {}

void TrajectoryRecorder::fold(const EventBlock& block) {
  year_ = years_.of(block.day);
  visit_people(block.events, courses_, [&](const Event& event) { fold(event, block.day); });
}

void TrajectoryRecorder::fold(const Event& event, Day day) {
  switch (event.kind) {
    case EventKind::started: {
      Course course;
      if (event.reason == Reason::stock) {
        course.is_seen_from_start = false;
        course.gap_since = always;  // unless a phase is told next
      } else {
        ++ended_[year_ * model_.measures.size() + event.subject].starts;
      }
      courses_[event.slot] = course;
      break;
    }
    case EventKind::phase_started: {
      Course& course = courses_[event.slot];
      course.gap_since = never;
      course.left_by_counsellor = false;
      course.gap_days = static_cast<std::uint16_t>(course.gap_days + event.amount);
      ++course.phases;
      break;
    }
    case EventKind::phase_ended:
      courses_[event.slot].gap_since = day;
      break;
    case EventKind::phase_skipped:
      ++courses_[event.slot].skipped;
      break;
    case EventKind::counsellor_changed: {
      Course& course = courses_[event.slot];
      ++course.counsellor_changes;
      course.left_by_counsellor = true;
      break;
    }
    case EventKind::ended:
      fold_end(event, day);
      break;
    default:
      break;
  }
}

/// The end of a measure ends its phase on the same day; a gap that drop-out ends has lasted a
/// night.
void TrajectoryRecorder::fold_end(const Event& event, Day day) {
  const Course& course = courses_[event.slot];
  Ended& ended = ended_[year_ * model_.measures.size() + event.subject];
  const auto days = static_cast<std::size_t>(event.amount);
  if (ended.days.size() <= days) ended.days.resize(days + 1, 0);
  ++ended.days[days];
  ++ended.people;
  const bool in_gap = course.gap_since < day;
  if (event.reason == Reason::maximum) ++ended.at_maximum;
  if (event.reason == Reason::dropped_out || event.reason == Reason::no_place) {
    ++ended.dropped_out;
    if (in_gap || event.reason == Reason::no_place) ++ended.dropped_out_in_gap;
    if (course.left_by_counsellor && !in_gap && event.reason == Reason::dropped_out) {
      ++ended.dropped_out_over_counsellor;
    }
  }
  if (!course.is_seen_from_start) return;
  ++ended.seen_from_start;
  ended.gap_days += course.gap_days + (in_gap ? day - course.gap_since : 0);
  ended.phases += course.phases;
  ended.skipped += course.skipped;
  ended.counsellor_changes += course.counsellor_changes;
}

void TrajectoryRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "trajectories";
  table.dimensions = {"year", "measure", "statistic"};
  for (std::size_t year = 0; year < years_.size(); ++year) {
    for (const Measure& measure : model_.measures) {
      const auto add = [&](const Statistic& statistic) {
        table.keys.push_back({{years_.label(year), measure.id, statistic.name}, statistic.unit});
      };
      for (const Statistic& statistic : of_all) add(statistic);
      if (measure.phases.size() == 1) continue;
      for (const Statistic& statistic : of_phases) add(statistic);
    }
  }
  layout.tables.push_back(std::move(table));
}

void TrajectoryRecorder::give(FigureValues& values) const {
  for (std::size_t at = 0; at < ended_.size(); ++at) {
    const Ended& e = ended_[at];
    values.insert(values.end(), {static_cast<double>(e.people), mean_days(e.days, e.people),
                                 quantile(e.days, e.people, 0.5), quantile(e.days, e.people, 0.9),
                                 ratio(e.at_maximum, e.people), ratio(e.dropped_out, e.people)});
    if (model_.measures[at % model_.measures.size()].phases.size() == 1) continue;
    values.insert(
        values.end(),
        {ratio(e.dropped_out_in_gap, e.dropped_out), ratio(e.dropped_out_in_gap, e.starts),
         ratio(e.gap_days, e.seen_from_start), ratio(e.phases, e.seen_from_start),
         ratio(e.skipped, e.seen_from_start), ratio(e.counsellor_changes, e.seen_from_start),
         ratio(e.dropped_out_over_counsellor, e.dropped_out)});
  }
}

}  // namespace doorstroom
