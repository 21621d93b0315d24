#include "record/equity_recorder.hpp"

#include <array>
#include <numeric>
#include <string>

#include "model/indicators.hpp"

namespace doorstroom {

namespace {

constexpr std::array<const char*, 3> of_measures{"join_share", "start_share", "reach"};

double share_of(const std::vector<std::int64_t>& counts, std::size_t first, std::size_t values,
                std::size_t value) {
  const auto from = counts.begin() + static_cast<std::ptrdiff_t>(first);
  const std::int64_t all =
      std::accumulate(from, from + static_cast<std::ptrdiff_t>(values), std::int64_t{0});
  if (all == 0) return no_figure;
  return static_cast<double>(counts[first + value]) / static_cast<double>(all);
}

}  // namespace

EquityRecorder::EquityRecorder(const Model& model, const Breakdowns& breakdowns)
    : model_(model), years_(model.horizon), rows_(model.measures.size() + 1) {
  for (const Breakdown& groups : breakdowns.of(std::string(equity))) {
    parts_.push_back({groups, columns_});
    columns_ += groups.labels.size();
  }
  jobseekers_.resize(years_.size() * columns_, 0);
  joiners_.resize(years_.size() * rows_ * columns_, 0);
  starters_.resize(joiners_.size(), 0);
}

void EquityRecorder::count(Counts& counts, std::size_t row, Profile profile) const {
  for (const Part& part : parts_) {
    ++counts[row * columns_ + part.first + profile.code(part.groups.field)];
  }
}

/// Screening services are counted by themselves, not among all measures.
void EquityRecorder::count_activity(Counts& counts, std::size_t measure, Profile profile) const {
  if (!model_.measures[measure].is_screening) count(counts, year_ * rows_, profile);
  count(counts, year_ * rows_ + 1 + measure, profile);
}

void EquityRecorder::fold(const EventBlock& block) {
  if (parts_.empty()) return;
  year_ = years_.of(block.day);
  for (const Event& event : block.events) {
    if (event.reason == Reason::stock) continue;
    if (event.kind == EventKind::started) {
      count_activity(starters_, event.subject, event.profile);
    } else if (event.kind == EventKind::joined) {
      const ListModel& list = model_.lists[event.subject];
      if (list.phase.exists()) continue;
      count_activity(joiners_, list.measure.position(), event.profile);
    }
  }
}

/// A jobseeker is registered and not in paid work, in a measure or not.
void EquityRecorder::census(const MonthView& view, Slot first, Slot end) {
  if (parts_.empty()) return;
  const std::size_t year = years_.of(view.day);
  for (Slot slot = first; slot < end; ++slot) {
    const Person& person = view.people[slot];
    if (!person.exists() || person.gone) continue;
    const Status& status = model_.statuses[person.status.position()];
    if (!status.registered || status.paid_work != PaidWork::none) continue;
    count(jobseekers_, year, person.profile);
  }
}

void EquityRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "equity";
  table.dimensions = {"year", "measure", "attribute", "value", "statistic"};
  for (std::size_t year = 0; year < years_.size(); ++year) {
    for (const Part& part : parts_) {
      for (const std::string& label : part.groups.labels) {
        const std::size_t at = label.find('=');
        const auto add = [&](const std::string& measure, const char* statistic, const char* unit) {
          table.keys.push_back(
              {{years_.label(year), measure, label.substr(0, at), label.substr(at + 1), statistic},
               unit});
        };
        add("all", "need_share", "share");
        for (std::size_t row = 0; row < rows_; ++row) {
          const std::string measure = row == 0 ? "all" : model_.measures[row - 1].id;
          for (const char* statistic : of_measures) {
            add(measure, statistic, statistic == of_measures.back() ? "ratio" : "share");
          }
        }
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void EquityRecorder::give(FigureValues& values) const {
  for (std::size_t year = 0; year < years_.size(); ++year) {
    for (const Part& part : parts_) {
      const std::size_t size = part.groups.labels.size();
      for (std::size_t value = 0; value < size; ++value) {
        const double need = share_of(jobseekers_, year * columns_ + part.first, size, value);
        values.push_back(need);
        for (std::size_t row = 0; row < rows_; ++row) {
          const std::size_t first = (year * rows_ + row) * columns_ + part.first;
          const double start = share_of(starters_, first, size, value);
          values.push_back(share_of(joiners_, first, size, value));
          values.push_back(start);
          values.push_back(need > 0 ? start / need : no_figure);
        }
      }
    }
  }
}

}  // namespace doorstroom
