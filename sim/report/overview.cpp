#include "report/overview.hpp"

#include <algorithm>
#include <cmath>

#include "report/figure_finder.hpp"

namespace doorstroom {

namespace {

/// Last days of the months of a horizon, as they stand in the tables.
std::vector<Day> month_ends(Horizon horizon) {
  std::vector<Day> ends;
  const int first = month_number(horizon.start);
  for (int m = 0; m < horizon.months(); ++m) {
    ends.push_back(std::min(first_of_month(first + m + 1), horizon.end) - 1);
  }
  return ends;
}

double or_zero(double value) {
  return std::isnan(value) ? 0 : value;
}

class Overviewer final {
 public:
  Overviewer(const scenario::Scenario& scenario, const RunResult& result)
      : scenario_(scenario),
        figures_(result.layout, result.summaries),
        months_(month_ends(scenario.horizon)) {}

  Overview go() const {
    Overview overview;
    for (const auto& m : scenario_.measures) overview.measures.push_back(measure(m.id, m.label));
    for (const auto& s : scenario_.screening) overview.measures.push_back(measure(s.id, s.label));
    for (const auto& r : scenario_.resources) overview.resources.push_back(resource(r));
    return overview;
  }

 private:
  [[nodiscard]] const Summary& series(Day day, const char* indicator,
                                      const std::string& subject) const {
    return figures_.find("series", {iso_date(day), indicator, subject, "all"});
  }

  MeasureOverview measure(const std::string& id, const scenario::Text& label) const {
    MeasureOverview m;
    m.id = id;
    m.label = label;
    m.waiting_now = or_zero(figures_.find("waiting", {"initial", id, "all", "joined"}).mean);
    m.waiting_end = series(months_.back(), "waiting", id);
    m.in_trajectory_end = or_zero(series(months_.back(), "in_trajectory", id).mean);
    for (const Day day : year_ends()) {
      m.waiting_by_year.push_back(series(day, "waiting", id).mean);
    }
    m.has_list = m.waiting_now > 0;
    for (const Day day : months_) m.has_list = m.has_list || series(day, "waiting", id).mean > 0;
    for (auto day = months_.rbegin(); day != months_.rend(); ++day) {
      const Summary& median = series(*day, "wait_of_starters_p50", id);
      if (median.replications == 0) continue;
      m.wait_month = *day;
      m.wait_p50 = median;
      m.wait_p90 = series(*day, "wait_of_starters_p90", id);
      break;
    }
    for (const Day day : last_year()) m.starts_last_year += or_zero(series(day, "starts", id).mean);
    m.brakes = brakes(id);
    return m;
  }

  [[nodiscard]] std::vector<Day> year_ends() const {
    std::vector<Day> ends;
    for (const Day day : months_) {
      if (day == months_.back() || civil(day).month == 12) ends.push_back(day);
    }
    return ends;
  }

  [[nodiscard]] std::vector<Day> last_year() const {
    constexpr std::size_t year = 12;
    const std::size_t count = std::min(year, months_.size());
    return {months_.end() - static_cast<std::ptrdiff_t>(count), months_.end()};
  }

  std::vector<Brake> brakes(const std::string& measure) const {
    double waiting = 0;
    for (const Day day : last_year()) waiting += or_zero(series(day, "waiting", measure).mean);
    std::vector<Brake> brakes;
    if (waiting <= 0) return brakes;
    for (const auto& resource : scenario_.resources) {
      Brake brake{resource.id, 0, 0};
      for (const Day day : last_year()) {
        for (const char* reason : {"short", "not_released"}) {
          const auto held = [&](const char* scope) {
            return or_zero(
                figures_.find("held_back", {iso_date(day), measure, resource.id, reason, scope})
                    .mean);
          };
          const double alone = held("alone");
          brake.alone += alone / waiting;
          brake.share += (alone + held("among_others")) / waiting;
        }
      }
      if (brake.share > 0) brakes.push_back(brake);
    }
    std::ranges::stable_sort(brakes, std::ranges::greater{}, &Brake::share);
    return brakes;
  }

  ResourceOverview resource(const scenario::Resource& in) const {
    ResourceOverview r;
    r.id = in.id;
    r.label = in.label;
    r.kind = in.kind;
    r.binding = in.binding;
    r.capacity_end = series(months_.back(), "capacity", in.id);
    r.occupancy_end = series(months_.back(), "occupancy", in.id);
    if (!in.per_year) return r;
    for (int year = civil(scenario_.horizon.start).year;
         year <= civil(scenario_.horizon.end - 1).year; ++year) {
      const std::string period = std::to_string(year);
      const auto figure = [&](const char* statistic) -> const Summary& {
        return figures_.find("budget", {period, in.id, statistic});
      };
      if (figure("amount").replications == 0) continue;  // did not exist yet
      PeriodOverview p;
      p.period = period;
      p.amount = figure("amount");
      p.used = figure("used");
      p.lapsed = figure("lapsed");
      p.ran_dry = or_zero(figure("ran_dry").mean);
      p.dry_after = figure("dry_after").mean;
      p.start = std::max(day_of(year, 1, 1), scenario_.horizon.start);
      r.periods.push_back(std::move(p));
    }
    return r;
  }

  const scenario::Scenario& scenario_;
  FigureFinder figures_;
  std::vector<Day> months_;
};

}  // namespace

Overview overview_of(const scenario::Scenario& scenario, const RunResult& result) {
  return Overviewer(scenario, result).go();
}

}  // namespace doorstroom
