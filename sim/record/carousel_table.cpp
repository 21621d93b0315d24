#include "record/carousel_table.hpp"

#include <fmt/format.h>

namespace doorstroom {

namespace {

constexpr const char* all_versions = "all";
constexpr std::array<const char*, versions> names_of_versions{"main", "with_sec", "job_12_months",
                                                              "window_60_months"};
/// The versions that differ in what is paid work.
constexpr std::array<Version, works> version_of_work{Version::main, Version::with_sec};
constexpr double cents_in_a_euro = 100;

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

/// A figure that needs a time that was not simulated is none.
double if_known(bool known, double value) {
  return known ? value : no_figure;
}

template <class Numbers>
void add_each(Numbers& sum, const Numbers& more) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

std::size_t columns_for(const std::vector<std::size_t>& measures,
                        const std::vector<Breakdown>& groups) {
  std::size_t columns = measures.size();
  for (const Breakdown& breakdown : groups) columns += breakdown.labels.size();
  return columns;
}

}  // namespace

const char* name_of(Version version) {
  return names_of_versions[static_cast<std::size_t>(version)];
}

void CarouselCounts::add(const CarouselCounts& other) {
  starts += other.starts;
  ended += other.ended;
  people += other.people;
  add_each(returned, other.returned);
  add_each(into_work, other.into_work);
  for (const auto member :
       {&CarouselCounts::cycles, &CarouselCounts::payer_cycles, &CarouselCounts::shifted_cents,
        &CarouselCounts::durable_exits, &CarouselCounts::steps_up, &CarouselCounts::steps_down,
        &CarouselCounts::returner_starts, &CarouselCounts::same_measure,
        &CarouselCounts::lower_rung, &CarouselCounts::loops, &CarouselCounts::soon_back}) {
    add_each(this->*member, other.*member);
  }
  for (std::size_t w = 0; w < works; ++w) add_each(back[w], other.back[w]);
  for (std::size_t v = 0; v < versions; ++v) {
    add_each(people_by_cycles[v], other.people_by_cycles[v]);
  }
}

CarouselTable::CarouselTable(const Model& model, const CycleRules& rules,
                             std::vector<std::size_t> measures, std::vector<Breakdown> groups,
                             bool counts_money)
    : model_(model),
      rules_(rules),
      years_(model.horizon),
      measures_(std::move(measures)),
      groups_(std::move(groups)),
      columns_(columns_for(measures_, groups_)),
      counts_money_(counts_money) {
  if (!measures_.empty()) cells_.resize(years_.size() * columns_);
}

bool CarouselTable::can_follow(std::size_t year, DayCount days) const {
  return years_.last_day(year) + days < model_.horizon.end;
}

/// Is everything known that happened so long before anything in the year?
bool CarouselTable::can_look_back(std::size_t year, DayCount days) const {
  return model_.horizon.start + days <= years_.first_day(year);
}

void CarouselTable::add_episodes(RowList& rows, const Counts& c, std::size_t year) const {
  rows.push_back({all_versions, "starts", "episodes", static_cast<double>(c.starts)});
  rows.push_back({all_versions, "ended", "episodes", static_cast<double>(c.ended)});
  for (std::size_t f = 0; f < Counts::follow_ups; ++f) {
    const DayCount days = carousel_follow_ups[f];
    rows.push_back({all_versions, fmt::format("returned_within_{}", days), "share",
                    if_known(can_follow(year, days), ratio(c.returned[f], c.ended))});
  }
  rows.push_back({all_versions, "people", "people", static_cast<double>(c.people)});
}

void CarouselTable::add_reentries(RowList& rows, const Counts& c, std::size_t year) const {
  for (std::size_t w = 0; w < works; ++w) {
    const char* version = name_of(version_of_work[w]);
    rows.push_back({version, "ended_in_work", "episodes", static_cast<double>(c.into_work[w])});
    for (std::size_t f = 0; f < Counts::follow_ups; ++f) {
      const DayCount days = carousel_follow_ups[f];
      rows.push_back({version, fmt::format("reentry_within_{}", days), "share",
                      if_known(can_follow(year, days), ratio(c.back[w][f], c.into_work[w]))});
    }
  }
}

void CarouselTable::add_cycles(RowList& rows, const Counts& c, std::size_t year,
                               std::size_t version) const {
  const bool follows = can_follow(year, rules_[version].window);
  const auto add = [&](const char* statistic, const char* unit, double value) {
    rows.push_back({names_of_versions[version], statistic, unit, if_known(follows, value)});
  };
  add("cycles", "cycles", static_cast<double>(c.cycles[version]));
  add("cycles_per_100_episodes", "per 100", ratio(100 * c.cycles[version], c.ended));
  add("benefit_carousel", "cycles", static_cast<double>(c.payer_cycles[version]));
  add("benefit_carousel_euro", "euro",
      if_known(counts_money_, static_cast<double>(c.shifted_cents[version]) / cents_in_a_euro));
}

/// A job that begins late in the window must have the time to last.
void CarouselTable::add_steps(RowList& rows, const Counts& c, std::size_t year,
                              std::size_t version) const {
  const CycleRule& rule = rules_[version];
  const bool follows = can_follow(year, rule.window + rule.durable_job);
  const std::int64_t up = c.steps_up[version] + c.durable_exits[version];
  const std::int64_t down = c.steps_down[version];
  const auto add = [&](const char* statistic, const char* unit, double value) {
    rows.push_back({names_of_versions[version], statistic, unit, if_known(follows, value)});
  };
  add("durable_exits", "episodes", static_cast<double>(c.durable_exits[version]));
  add("steps_up", "episodes", static_cast<double>(up));
  add("steps_down", "episodes", static_cast<double>(down));
  add("ladder_balance", "per 100", ratio(100 * (up - down), c.ended));
}

void CarouselTable::add_returners(RowList& rows, const Counts& c, std::size_t year,
                                  std::size_t version) const {
  const bool known = can_look_back(year, rules_[version].window);
  const auto add = [&](const char* statistic, const char* unit, double value) {
    rows.push_back({names_of_versions[version], statistic, unit, if_known(known, value)});
  };
  const std::int64_t same = c.same_measure[version];
  const std::int64_t lower = c.lower_rung[version];
  add("returner_starts", "episodes", static_cast<double>(c.returner_starts[version]));
  add("returner_share", "share", ratio(c.returner_starts[version], c.starts));
  add("repeat_same_measure", "share", ratio(same, c.starts));
  add("repeat_lower_rung", "share", ratio(lower, c.starts));
  add("serv_loop", "people", static_cast<double>(c.loops[version]));
}

void CarouselTable::add_people(RowList& rows, const Counts& c, std::size_t year,
                               std::size_t version) const {
  const bool follows = can_follow(year, days_of_months(months_followed));
  const auto add = [&](const std::string& statistic, const char* unit, double value) {
    rows.push_back({names_of_versions[version], statistic, unit, if_known(follows, value)});
  };
  constexpr std::size_t most = Counts::most_cycles;
  const auto& people = c.people_by_cycles[version];
  for (std::size_t cycles = 0; cycles <= most; ++cycles) {
    add(fmt::format("people_{}_cycles{}", cycles, cycles == most ? "_or_more" : ""), "people",
        static_cast<double>(people[cycles]));
  }
  const std::int64_t carousel = people[2] + people[3];
  add("carousel_people", "people", static_cast<double>(carousel));
  add("carousel_rate", "share", ratio(carousel, c.people));
  add("carousel_rate_strict", "share", ratio(people[most], c.people));
  add("carousel_people_mild", "people", static_cast<double>(c.soon_back[version]));
  add("carousel_rate_mild", "share", ratio(c.soon_back[version], c.people));
}

/// The same rows for every year and measure, whatever was counted.
CarouselTable::RowList CarouselTable::rows_of(const Counts& counts, std::size_t year) const {
  RowList rows;
  add_episodes(rows, counts, year);
  add_reentries(rows, counts, year);
  for (std::size_t version = 0; version < versions; ++version) {
    add_cycles(rows, counts, year, version);
    add_steps(rows, counts, year, version);
    add_returners(rows, counts, year, version);
    add_people(rows, counts, year, version);
  }
  return rows;
}

/// Calls visit(year, measure, breakdown, rows): all measures of a year together, the groups, then
/// each measure.
template <class Visit>
void CarouselTable::for_each_group(Visit visit) const {
  const std::string everything = "all";
  for (std::size_t year = 0; year < years_.size() && !cells_.empty(); ++year) {
    const Counts* const of_year = &cells_[year * columns_];
    Counts all;
    for (std::size_t m = 0; m < measures_.size(); ++m) all.add(of_year[m]);
    visit(year, everything, everything, rows_of(all, year));
    std::size_t column = measures_.size();
    for (const Breakdown& breakdown : groups_) {
      for (const std::string& label : breakdown.labels) {
        visit(year, everything, label, rows_of(of_year[column++], year));
      }
    }
    for (std::size_t m = 0; m < measures_.size(); ++m) {
      visit(year, model_.measures[measures_[m]].id, everything, rows_of(of_year[m], year));
    }
  }
}

void CarouselTable::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "carousel";
  table.dimensions = {"year", "measure", "breakdown", "version", "statistic"};
  for_each_group([&](std::size_t year, const std::string& measure, const std::string& breakdown,
                     const RowList& rows) {
    for (const Row& row : rows) {
      table.keys.push_back(
          {{years_.label(year), measure, breakdown, row.version, row.statistic}, row.unit});
    }
  });
  layout.tables.push_back(std::move(table));
}

void CarouselTable::give(FigureValues& values) const {
  for_each_group([&](std::size_t /*year*/, const std::string& /*measure*/,
                     const std::string& /*breakdown*/, const RowList& rows) {
    for (const Row& row : rows) values.push_back(row.value);
  });
}

}  // namespace doorstroom
