#include "calibration/flanders.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/replication.hpp"
#include "record/audit.hpp"
#include "record/series_recorder.hpp"
#include "rules/table_rules.hpp"
#include "scenario/compile.hpp"

namespace doorstroom::tests {

namespace {

Model compiled(scenario::Scenario scenario, double scale) {
  scenario.scale = scale;
  return scenario::compile(scenario);
}

StatusIndex status(const Model& model, std::string_view id) {
  const auto found = std::ranges::find(model.statuses, id, &Status::id);
  if (found == model.statuses.end()) throw std::runtime_error("no status " + std::string(id));
  return StatusIndex(static_cast<std::size_t>(found - model.statuses.begin()));
}

}  // namespace

Flanders::Flanders(const scenario::Scenario& scenario, double scale, std::uint32_t replication)
    : model_(compiled(scenario, scale)),
      scale_(scale),
      jobs_(std::make_unique<Stays>(model_, status(model_, "job_nec"))),
      after_art60_(std::make_unique<Stays>(model_, status(model_, "unemployed_after_art60"))) {
  const Breakdowns nothing_broken_down(model_, {});
  SeriesRecorder series(model_, nothing_broken_down);
  Audit audit(model_);
  const TableRules rules(model_.rules);
  Replication run(model_, rules, replication, {&series, &audit, jobs_.get(), after_art60_.get()});
  run.run();
  FigureLayout layout;
  series.describe(layout);
  FigureValues values;
  series.give(values);
  std::size_t next = 0;
  for (const FigureTable& table : layout.tables) {
    for (const FigureKey& key : table.keys) {
      const bool whole = key.values[3] == "all";
      if (whole) figures_[key.values[0] + " " + key.values[1] + " " + key.values[2]] = values[next];
      ++next;
    }
  }
}

double Flanders::on(const std::string& date, const std::string& indicator,
                    const std::string& subject) const {
  return figures_.at(date + " " + indicator + " " + subject) / scale_;
}

double Flanders::in_year(int year, const std::string& indicator, const std::string& subject) const {
  double sum = 0;
  for (int month = 1; month <= 12; ++month) {
    const Day last = first_of_month(month_number(day_of(year, 1, 1)) + month) - 1;
    sum += on(iso_date(last), indicator, subject);
  }
  return sum;
}

double Flanders::jobseekers(int year) const {
  return on(std::to_string(year) + "-12-31", "jobseekers", "all");
}

const std::map<int, double>& published_jobseekers() {
  static const std::map<int, double> published{{2017, 202'766}, {2018, 186'807}, {2019, 178'963},
                                               {2020, 216'400}, {2021, 181'792}, {2022, 184'776},
                                               {2023, 206'000}, {2024, 210'100}, {2025, 229'988}};
  return published;
}

}  // namespace doorstroom::tests
