#include "record/risk_recorder.hpp"

#include <algorithm>

namespace doorstroom {

namespace {

constexpr const char* everybody = "all";
constexpr const char* all_years = "all";

struct Statistic {
  const char* name;
  const char* unit;
};
constexpr std::array<Statistic, 6> names{{{"people", "people"},
                                          {"carousel_people", "people"},
                                          {"carousel_rate", "share"},
                                          {"entered", "people"},
                                          {"entered_carousel_people", "people"},
                                          {"entered_carousel_rate", "share"}}};

double share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

RiskProfiles::RiskProfiles(const Model& model, const std::vector<std::string>& attributes) {
  for (const std::string& id : attributes) {
    const auto attribute = std::ranges::find(model.attributes, id, &Attribute::id);
    if (attribute == model.attributes.end()) continue;
    Part part{attribute->field, std::max<std::size_t>(size_, 1), {}};
    for (const std::string& value : attribute->values) part.labels.push_back(id + "=" + value);
    size_ = part.stride * part.labels.size();
    parts_.push_back(std::move(part));
  }
}

std::uint8_t RiskProfiles::of(Profile profile) const {
  std::size_t cell = 0;
  for (const Part& part : parts_) cell += part.stride * profile.code(part.field);
  return static_cast<std::uint8_t>(cell);
}

std::vector<RiskProfiles::Group> RiskProfiles::groups() const {
  if (size_ == 0) return {};
  std::vector<Group> groups{{everybody, {}}};
  for (std::size_t cell = 0; cell < size_; ++cell) groups.front().cells.push_back(cell);
  for (const Part& part : parts_) {
    for (std::size_t code = 0; code < part.labels.size(); ++code) {
      Group group{part.labels[code], {}};
      for (std::size_t cell = 0; cell < size_; ++cell) {
        if (cell / part.stride % part.labels.size() == code) group.cells.push_back(cell);
      }
      groups.push_back(std::move(group));
    }
  }
  if (parts_.size() < 2) return groups;
  for (std::size_t cell = 0; cell < size_; ++cell) {
    Group group{{}, {cell}};
    for (const Part& part : parts_) {
      if (!group.label.empty()) group.label += " & ";
      group.label += part.labels[cell / part.stride % part.labels.size()];
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

RiskRecorder::RiskRecorder(const Model& model, const CycleRules& rules,
                           const std::vector<std::string>& attributes)
    : model_(model),
      years_(model.horizon),
      cells_(model, attributes),
      courses_(model, rules),
      counts_(years_.size() * cells_.size()),
      today_(model.horizon.start) {}

void RiskRecorder::keep_people_in(RowStore& rows) {
  if (counts_.empty()) return;  // nobody is followed
  entrants_.keep_in(rows);
  courses_.keep_in(rows);
}

void RiskRecorder::fold(const EventBlock& block) {
  if (counts_.empty()) return;
  if (block.day != today_) {
    today_ = block.day;
    year_ = years_.of(today_);
  }
  for (const Event& event : block.events) {
    if (event.kind != EventKind::entered) continue;
    Entrant& entrant = entrants_[event.slot];
    entrant = {courses_.days(today_), cells_.of(event.profile)};
    entrant.has_arrived = event.reason == Reason::arrival;
    if (entrant.has_arrived) ++counts_of(entrant.day, entrant.cell).entered;
  }
  if (!courses_.is_empty()) courses_.fold(block, *this);
}

RiskRecorder::Counts& RiskRecorder::counts_of(ActivationHistory::Days day, std::uint8_t cell) {
  return counts_[years_.of(model_.horizon.start + day) * cells_.size() + cell];
}

void RiskRecorder::ends_the_first(Slot slot) {
  const Entrant& entrant = entrants_[slot];
  if (entrant.has_arrived) ++counts_[year_ * cells_.size() + entrant.cell].people;
}

/// Somebody is in the carousel from the second cycle on, if that begins in time.
void RiskRecorder::closes_a_cycle(Slot slot, const ActivationHistory& history) {
  Entrant& entrant = entrants_[slot];
  if (!entrant.has_arrived || entrant.cycles == carousel_cycles) return;
  if (++entrant.cycles < carousel_cycles) return;
  const DayCount today = courses_.days(today_);
  const DayCount followed = days_of_months(carousel_months);
  if (today - history.first_ended() <= followed) {
    ++counts_of(history.first_ended(), entrant.cell).carousel;
  }
  if (today - entrant.day <= followed) ++counts_of(entrant.day, entrant.cell).entered_carousel;
}

bool RiskRecorder::can_follow(std::size_t year) const {
  return years_.last_day(year) + days_of_months(carousel_months) < model_.horizon.end;
}

/// Over the years [first, last).
RiskRecorder::Counts RiskRecorder::sum_of(const RiskProfiles::Group& group, std::size_t first,
                                          std::size_t last) const {
  Counts sum;
  for (std::size_t year = first; year < last; ++year) {
    for (const std::size_t cell : group.cells) {
      const Counts& counts = counts_[year * cells_.size() + cell];
      sum.people += counts.people;
      sum.carousel += counts.carousel;
      sum.entered += counts.entered;
      sum.entered_carousel += counts.entered_carousel;
    }
  }
  return sum;
}

void RiskRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "risk";
  table.dimensions = {"year", "profile", "statistic"};
  const std::vector<RiskProfiles::Group> groups = cells_.groups();
  for (std::size_t year = 0; year <= years_.size(); ++year) {
    const std::string label = year < years_.size() ? years_.label(year) : all_years;
    for (const RiskProfiles::Group& group : groups) {
      for (const Statistic& statistic : names) {
        table.keys.push_back({{label, group.label, statistic.name}, statistic.unit});
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void RiskRecorder::add_figures(const Counts& counts, FigureValues& values) {
  values.push_back(static_cast<double>(counts.people));
  values.push_back(static_cast<double>(counts.carousel));
  values.push_back(share(counts.carousel, counts.people));
  values.push_back(static_cast<double>(counts.entered));
  values.push_back(static_cast<double>(counts.entered_carousel));
  values.push_back(share(counts.entered_carousel, counts.entered));
}

/// What follows from later years is known of the first ones only; these together come last.
void RiskRecorder::give(FigureValues& values) const {
  const std::vector<RiskProfiles::Group> groups = cells_.groups();
  std::size_t known = 0;
  while (known < years_.size() && can_follow(known)) ++known;
  for (std::size_t year = 0; year <= years_.size(); ++year) {
    const bool is_pooled = year == years_.size();
    const std::size_t first = is_pooled ? 0 : year;
    const std::size_t last = is_pooled ? known : year + 1;
    for (const RiskProfiles::Group& group : groups) {
      FigureValues figures;
      add_figures(sum_of(group, first, last), figures);
      for (std::size_t s = 0; s < figures.size(); ++s) {
        const bool counts_only = names[s].name == std::string_view("people") ||
                                 names[s].name == std::string_view("entered");
        const bool is_known = is_pooled ? known > 0 : year < known || counts_only;
        values.push_back(is_known ? figures[s] : no_figure);
      }
    }
  }
}

}  // namespace doorstroom
