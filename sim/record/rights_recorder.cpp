#include "record/rights_recorder.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

constexpr std::size_t all = 0;
constexpr const char* of_completed = "completed";
constexpr const char* of_entered = "entered_benefit";

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

bool ends_with_right(const Measure& measure) {
  return std::ranges::any_of(measure.phases, &Phase::ends_with_right);
}

}  // namespace

RightsRecorder::RightsRecorder(const Model& model, const CycleRules& rules)
    : model_(model),
      map_(model),
      states_(model),
      durable_job_(rules[static_cast<std::size_t>(Version::main)].durable_job),
      years_(model.horizon) {
  for (std::size_t m = 0; m < model.measures.size(); ++m) {
    counts_.push_back(model.benefits.exist() && ends_with_right(model.measures[m]));
    if (counts_.back()) measures_.push_back(m);
  }
}

RightsRecorder::Stand RightsRecorder::stand_of(const NightChange& change) const {
  const bool on_benefit = map_.has_right(change.profile);
  if (change.measure != NightChange::none) return {states_.of_measure(change.measure), on_benefit};
  const BroadState state = states_.of_status(change.status);
  const bool is_split = state == BroadState::unemployed && on_benefit;
  return {is_split ? BroadState::on_benefit : state, on_benefit};
}

/// Notes where they are after each term that is over on that night.
void RightsRecorder::look_until(Completion& completion, DayCount last) const {
  Completion& c = completion;
  for (; c.seen < terms.size() && c.since + terms[c.seen] <= last; ++c.seen) {
    c.after[c.seen] = c.now;
    if (c.seen != two_years || c.now.state != BroadState::job_nec) continue;
    c.has_durable_job = c.since + terms[two_years] - c.job_since >= durable_job_;
  }
  if (c.entered == not_yet) return;
  for (; c.seen_entry < terms.size() && c.entered + terms[c.seen_entry] <= last; ++c.seen_entry) {
    c.after_entry[c.seen_entry] = c.now;
  }
}

void RightsRecorder::go_on(Completion& completion, Stand now, Days day) const {
  look_until(completion, day - 1);
  const bool had_job = completion.now.state == BroadState::job_nec;
  if (now.state == BroadState::job_nec && !had_job) completion.job_since = day;
  completion.now = now;
  if (completion.entered == not_yet) {
    if (now.on_benefit && day - completion.since <= terms[soon]) completion.entered = day;
  } else if (completion.off == not_yet && !now.on_benefit) {
    completion.off = day;
  }
}

bool RightsRecorder::spend(const NightChange& change, Day today) {
  const bool completes = change.ended != NightChange::none && counts_[change.ended] &&
                         (change.ending == Reason::completed || change.ending == Reason::maximum);
  if (!change.is_followed && !completes) return false;
  const auto day = static_cast<Days>(today - model_.horizon.start);
  Number& latest = latest_[change.slot];
  if (!change.is_followed) latest = no_completion;
  if (completes) {
    Completion completion;
    completion.since = day;
    completion.measure = change.ended;
    completion.earlier = latest;
    latest = static_cast<Number>(completions_.size());
    completions_.push_back(completion);
  }
  const Stand now = stand_of(change);
  for (Number at = latest; at != no_completion; at = completions_[at].earlier) {
    go_on(completions_[at], now, day);
  }
  return true;
}

void RightsRecorder::close() {
  for (Completion& completion : completions_) look_until(completion, model_.horizon.days() - 1);
}

/// In a year: can everybody of it be followed so long? In all years together: can this one?
bool RightsRecorder::can_follow(std::size_t cohort, DayCount since, DayCount days) const {
  const Day from = cohort == all ? model_.horizon.start + since : years_.last_day(cohort - 1);
  return from + days < model_.horizon.end;
}

void RightsRecorder::count(Sums& sums, const Completion& c, std::size_t cohort) const {
  const auto add = [&](Count& count, const Stand& stand, DayCount days) {
    ++count.people;
    ++count.in[static_cast<std::size_t>(stand.state)];
    if (stand.on_benefit) ++count.on_benefit;
    if (c.off == not_yet || c.off - c.entered > days) ++count.never_off;
  };
  ++sums.completed;
  const bool enters = c.entered != not_yet;
  if (can_follow(cohort, c.since, terms[soon])) {
    ++sums.followed_soon;
    if (enters) ++sums.entered;
  }
  for (std::size_t term = soon + 1; term < terms.size(); ++term) {
    if (can_follow(cohort, c.since, terms[term])) add(sums.after[term], c.after[term], terms[term]);
    const bool follows = can_follow(cohort, c.since, terms[soon] + terms[term]);
    if (enters && follows) add(sums.after_entry[term], c.after_entry[term], terms[term]);
  }
  if (!can_follow(cohort, c.since, terms[two_years])) return;
  if (c.after[soon].state == BroadState::job_nec) ++sums.job_soon;
  if (c.has_durable_job) ++sums.durable_job;
}

RightsRecorder::Sums RightsRecorder::sums_of(std::size_t cohort, std::size_t row) const {
  Sums sums;
  for (const Completion& completion : completions_) {
    const std::size_t year = 1 + years_.of(model_.horizon.start + completion.since);
    const bool is_of_row = row == all || measures_[row - 1] == completion.measure;
    if (is_of_row && (cohort == all || cohort == year)) count(sums, completion, cohort);
  }
  return sums;
}

void RightsRecorder::add_states(std::vector<Row>& rows, const char* group, std::size_t term,
                                const Count& count) {
  for (std::size_t state = 0; state < broad_states; ++state) {
    rows.push_back({group, terms[term], names_of_broad_states[state], "share",
                    ratio(count.in[state], count.people)});
  }
}

std::vector<RightsRecorder::Row> RightsRecorder::rows_of(const Sums& sums) {
  std::vector<Row> rows;
  const std::int64_t followed = sums.after[two_years].people;
  rows.push_back({of_completed, 0, "people", "people", static_cast<double>(sums.completed)});
  rows.push_back({of_completed, terms[soon], "enter_benefit", "share",
                  ratio(sums.entered, sums.followed_soon)});
  rows.push_back({of_completed, terms[soon], "have_job", "share", ratio(sums.job_soon, followed)});
  rows.push_back({of_completed, terms[two_years], "have_durable_job", "share",
                  ratio(sums.durable_job, followed)});
  rows.push_back({of_completed, terms[two_years], "short_term_ratio", "ratio",
                  ratio(sums.job_soon, sums.durable_job)});
  for (std::size_t term = soon + 1; term < terms.size(); ++term) {
    add_states(rows, of_completed, term, sums.after[term]);
  }
  rows.push_back({of_entered, 0, "people", "people", static_cast<double>(sums.entered)});
  for (std::size_t term = soon + 1; term < terms.size(); ++term) {
    const Count& count = sums.after_entry[term];
    rows.push_back({of_entered, terms[term], "still_on_benefit", "share",
                    ratio(count.on_benefit, count.people)});
    rows.push_back({of_entered, terms[term], "never_off_benefit", "share",
                    ratio(count.never_off, count.people)});
    add_states(rows, of_entered, term, count);
  }
  return rows;
}

/// Calls visit(cohort, measure, rows); the first of each is all of them.
template <class Visit>
void RightsRecorder::for_each_group(Visit visit) const {
  if (measures_.empty()) return;
  for (std::size_t cohort = all; cohort <= years_.size(); ++cohort) {
    for (std::size_t row = all; row <= measures_.size(); ++row) {
      visit(cohort == all ? "all" : years_.label(cohort - 1),
            row == all ? "all" : model_.measures[measures_[row - 1]].id,
            rows_of(sums_of(cohort, row)));
    }
  }
}

void RightsRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "rights";
  table.dimensions = {"cohort", "measure", "group", "after", "statistic"};
  for_each_group(
      [&](const std::string& cohort, const std::string& measure, const std::vector<Row>& rows) {
        for (const Row& row : rows) {
          table.keys.push_back(
              {{cohort, measure, row.group, std::to_string(row.after), row.statistic}, row.unit});
        }
      });
  layout.tables.push_back(std::move(table));
}

void RightsRecorder::give(FigureValues& values) const {
  for_each_group([&](const std::string& /*cohort*/, const std::string& /*measure*/,
                     const std::vector<Row>& rows) {
    for (const Row& row : rows) values.push_back(row.value);
  });
}

}  // namespace doorstroom
