#include "record/capacity_recorder.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

struct Statistic {
  const char* name;
  const char* unit;  // none: that of the resource
};
constexpr std::array<Statistic, 9> of_places{{{"capacity", nullptr},
                                              {"unused", nullptr},
                                              {"idle", nullptr},
                                              {"not_refilled", nullptr},
                                              {"mismatch", nullptr},
                                              {"unused_share", "share"},
                                              {"idle_share", "share"},
                                              {"idle_euro", "euro"},
                                              {"days_waited_for", "share"}}};
constexpr std::array<Statistic, 8> of_periods{{{"capacity", nullptr},
                                               {"unused", nullptr},
                                               {"idle", nullptr},
                                               {"not_released", nullptr},
                                               {"mismatch", nullptr},
                                               {"unused_share", "share"},
                                               {"idle_share", "share"},
                                               {"days_waited_for", "share"}}};

bool is_places(const Resource& resource) {
  return resource.kind == ResourceKind::places;
}

const char* unit_of(const Resource& resource) {
  if (is_places(resource)) return "places";
  return resource.kind == ResourceKind::contingent ? "starts" : "euro";
}

double ratio(double part, double whole) {
  return whole > 0 ? part / whole : no_figure;
}

/// What a claim takes on a day for a distance class.
Amount amount_of(const Claim& claim, std::size_t distance, Day day) {
  const auto& path = claim.amounts.size() == 1 ? claim.amounts.front() : claim.amounts[distance];
  const auto after = std::ranges::upper_bound(path, day, {}, &LevelFrom::from);
  return after == path.begin() ? 0 : std::prev(after)->level;
}

/// The code of an attribute in a combination of regions or providers; 0 where it is not in it.
unsigned code_in_cell(const ListModel& list, unsigned cell, ProfileField field) {
  for (std::size_t i = list.cell_fields.size(); i-- > 0;) {
    const unsigned code = cell % list.cell_sizes[i];
    cell /= list.cell_sizes[i];
    const ProfileField& here = list.cell_fields[i];
    if (here.shift == field.shift && here.width == field.width) return code;
  }
  return 0;
}

}  // namespace

CapacityRecorder::CapacityRecorder(const Model& model)
    : model_(model), years_(model.horizon), sums_(years_.size() * model.resources.size()) {
  std::size_t accounts = 0;
  for (const Resource& resource : model.resources) {
    first_account_.push_back(static_cast<AccountIndex>(accounts));
    accounts += resource.accounts.size();
  }
  is_waited_for_.resize(accounts, 0);
  for (const Measure& measure : model.measures) {
    site_of_measure_.push_back(sites_.size());
    add_site(measure.claims);
    std::vector<std::size_t>& phases = site_of_phase_.emplace_back();
    for (const Phase& phase : measure.phases) {
      phases.push_back(sites_.size());
      add_site(phase.claims);
    }
  }
}

void CapacityRecorder::add_site(const std::vector<Claim>& claims) {
  Site& site = sites_.emplace_back();
  site.people.resize(model_.fields.distance_classes, 0);
  for (const Claim& claim : claims) {
    const Resource& resource = model_.resources[claim.resource.position()];
    if (is_places(resource)) site.places.push_back(&claim);
    const bool by_month = claim.charge == Charge::month;
    if (resource.kind == ResourceKind::budget && by_month) site.monthly.push_back(&claim);
  }
}

void CapacityRecorder::fold(const EventBlock& block) {
  for (const Event& event : block.events) {
    std::size_t site = 0;
    int more = 1;
    switch (event.kind) {
      case EventKind::started:
      case EventKind::ended:
        site = site_of_measure_[event.subject];
        more = event.kind == EventKind::started ? 1 : -1;
        break;
      case EventKind::phase_started:
      case EventKind::phase_ended:
        site = site_of_phase_[event.subject][event.other];
        more = event.kind == EventKind::phase_started ? 1 : -1;
        break;
      default:
        continue;
    }
    if (sites_[site].places.empty()) continue;
    sites_[site].people[event.profile.code(model_.fields.distance)] += more;
  }
}

/// Which parts of which resources those in a lane need: the same for all in it.
void CapacityRecorder::map_lanes(const WaitingLists& lists) {
  needed_by_lane_.resize(lists.lanes());
  for (LaneIndex lane = 0; lane < lists.lanes(); ++lane) {
    const ListModel& list = model_.lists[lists.list_of(lane)];
    for (const Claim& claim : list.claims) {
      const std::size_t resource = claim.resource.position();
      const ProfileField split = model_.resources[resource].split_field;
      const unsigned part = split.width == 0 ? 0 : code_in_cell(list, lists.cell_of(lane), split);
      needed_by_lane_[lane].push_back(first_account_[resource] + part);
    }
  }
}

void CapacityRecorder::mark_waited_for(const WaitingLists& lists) {
  if (needed_by_lane_.empty()) map_lanes(lists);
  std::ranges::fill(is_waited_for_, 0);
  for (LaneIndex lane = 0; lane < lists.lanes(); ++lane) {
    if (lists.lane(lane).length() == 0) continue;
    for (const AccountIndex account : needed_by_lane_[lane]) is_waited_for_[account] = 1;
  }
}

CapacityRecorder::Stand CapacityRecorder::stand_of(const Accounts& accounts, AccountIndex account) {
  const AccountState& state = accounts.state(account);
  const Resource& resource = accounts.resource_of(account);
  Stand stand;
  stand.level = state.level;
  const Amount taken =
      resource.kind == ResourceKind::budget ? accounts.committed(account) : state.used;
  stand.unused = std::max<Amount>(0, state.level - taken);
  if (is_places(resource)) {
    stand.unrefilled = std::min(stand.unused, state.empty);
  } else {
    stand.unreleased = std::clamp<Amount>(state.level - state.released, 0, stand.unused);
  }
  return stand;
}

/// Is it the last day of a whole period?
bool CapacityRecorder::ends_period(const Resource& resource, Day day) const {
  if (resource.period_months == 0 || !is_last_of_month(day)) return false;
  return static_cast<int>(civil(day).month) % resource.period_months == 0;
}

CapacityRecorder::Year& CapacityRecorder::year_of(std::size_t resource, Day day) {
  return sums_[years_.of(day) * model_.resources.size() + resource];
}

void CapacityRecorder::add_day(Year& year, const DayView& view, std::size_t resource) {
  const Resource& r = model_.resources[resource];
  const bool ends = ends_period(r, view.day);
  bool exists = false;
  bool waits = false;
  for (std::size_t part = 0; part < r.accounts.size(); ++part) {
    const auto account = static_cast<AccountIndex>(first_account_[resource] + part);
    if (!view.accounts.state(account).exists) continue;
    exists = true;
    const Stand stand = stand_of(view.accounts, account);
    const bool waited_for = is_waited_for_[account] != 0;
    waits = waits || waited_for;
    year.level += static_cast<double>(stand.level);
    year.unused += static_cast<double>(stand.unused);
    if (ends) {
      year.amount += static_cast<double>(stand.level);
      year.left += static_cast<double>(stand.unused);
    }
    if (!waited_for) continue;
    year.not_released += static_cast<double>(stand.unreleased);
    year.not_refilled += static_cast<double>(stand.unrefilled);
    year.mismatch += static_cast<double>(stand.unused - stand.unreleased - stand.unrefilled);
    if (ends) year.idle_at_end += static_cast<double>(stand.unused);
  }
  if (exists) ++year.days;
  if (exists && waits) ++year.waited_for;
  if (exists && ends) ++year.periods;
}

void CapacityRecorder::day_end(const DayView& view) {
  mark_waited_for(view.lists);
  for (std::size_t r = 0; r < model_.resources.size(); ++r) {
    if (!model_.resources[r].unlimited) add_day(year_of(r, view.day), view, r);
  }
}

/// What goes with a place in use: money a month of the same measure or phase.
void CapacityRecorder::month_end(const MonthView& view) {
  for (const Site& site : sites_) {
    if (site.places.empty()) continue;
    for (std::size_t distance = 0; distance < site.people.size(); ++distance) {
      const auto people = static_cast<double>(site.people[distance]);
      if (people == 0) continue;
      Amount money = 0;
      for (const Claim* claim : site.monthly) money += amount_of(*claim, distance, view.day);
      for (const Claim* claim : site.places) {
        Year& year = year_of(claim->resource.position(), view.day);
        year.held += people * static_cast<double>(amount_of(*claim, distance, view.day));
        year.money += people * static_cast<double>(money);
      }
    }
  }
}

std::vector<double> CapacityRecorder::row_of(const Resource& resource, const Year& year) const {
  const std::size_t size = is_places(resource) ? of_places.size() : of_periods.size();
  if (year.days == 0) return std::vector<double>(size, no_figure);
  const double one = resource.kind == ResourceKind::budget ? 100 : one_place;
  const auto days = static_cast<double>(year.days);
  const auto per_day = [&](double sum) { return sum / days / one; };
  const double waited_for = static_cast<double>(year.waited_for) / days;
  if (is_places(resource)) {
    const double idle = year.not_refilled + year.mismatch;
    // Euro for a place for a month.
    const double price = year.money > 0 ? year.money / 100 / (year.held / one) : no_figure;
    return {per_day(year.level),
            per_day(year.unused),
            per_day(idle),
            per_day(year.not_refilled),
            per_day(year.mismatch),
            ratio(year.unused, year.level),
            ratio(idle, year.level),
            idle / one / days_per_month * price,
            waited_for};
  }
  const bool known = year.periods > 0;
  const auto at_end = [&](double sum) { return known ? sum / one : no_figure; };
  return {at_end(year.amount),
          at_end(year.left),
          at_end(year.idle_at_end),
          per_day(year.not_released),
          per_day(year.mismatch),
          ratio(year.left, year.amount),
          ratio(year.idle_at_end, year.amount),
          waited_for};
}

void CapacityRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "capacity";
  table.dimensions = {"year", "resource", "statistic"};
  for (std::size_t year = 0; year < years_.size(); ++year) {
    for (const Resource& resource : model_.resources) {
      const auto add = [&](const Statistic& statistic) {
        table.keys.push_back({{years_.label(year), resource.id, statistic.name},
                              statistic.unit == nullptr ? unit_of(resource) : statistic.unit});
      };
      if (is_places(resource))
        for (const Statistic& statistic : of_places) add(statistic);
      else
        for (const Statistic& statistic : of_periods) add(statistic);
    }
  }
  layout.tables.push_back(std::move(table));
}

void CapacityRecorder::give(FigureValues& values) const {
  for (std::size_t at = 0; at < sums_.size(); ++at) {
    const Resource& resource = model_.resources[at % model_.resources.size()];
    const std::vector<double> row = row_of(resource, sums_[at]);
    values.insert(values.end(), row.begin(), row.end());
  }
}

}  // namespace doorstroom
