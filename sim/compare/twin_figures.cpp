#include "compare/twin_figures.hpp"

#include <algorithm>
#include <array>

namespace doorstroom {

namespace {

struct Band {
  DayCount from;
  const char* label;
};

constexpr std::array<Band, 3> unemployed_bands{{{0, "months_unemployed=under_12"},
                                                {366, "months_unemployed=12_to_24"},
                                                {732, "months_unemployed=over_24"}}};

constexpr DayCount years(int count) {
  return static_cast<DayCount>(count * days_per_year);
}

constexpr std::array<Band, 4> age_bands{{{0, "age=under_25"},
                                         {years(25), "age=25_to_39"},
                                         {years(40), "age=40_to_54"},
                                         {years(55), "age=55_and_over"}}};

template <std::size_t size>
std::vector<std::string> labels_of(const std::array<Band, size>& bands) {
  std::vector<std::string> labels;
  for (const Band& band : bands) labels.emplace_back(band.label);
  return labels;
}

template <std::size_t size>
std::size_t band_of(const std::array<Band, size>& bands, DayCount days) {
  std::size_t band = size - 1;
  while (band > 0 && days < bands[band].from) --band;
  return band;
}

double months(std::int64_t days) {
  return static_cast<double>(days) / days_per_month;
}

}  // namespace

TwinFigures::TwinFigures(const Model& base, const Model& alternative,
                         std::vector<std::string> payers)
    : base_measures_(base.measures.size()), payers_(payers.size()), groups_{"all"} {
  for (const Measure& measure : base.measures) measures_.push_back(measure.id);
  for (const Measure& measure : alternative.measures) {
    if (std::ranges::find(measures_, measure.id) == measures_.end())
      measures_.push_back(measure.id);
  }
  constexpr std::size_t most_values = 24;
  for (const Attribute& attribute : base.attributes) {
    if (attribute.values.size() > most_values) continue;
    std::vector<std::string> labels;
    for (const std::string& value : attribute.values) labels.push_back(attribute.id + "=" + value);
    add_grouping(Grouping::By::attribute, labels, attribute.field, 0);
  }
  add_grouping(Grouping::By::unemployed, labels_of(unemployed_bands), {}, 0);
  if (base.uses.age) add_grouping(Grouping::By::age, labels_of(age_bands), {}, 0);
  for (std::size_t list = 0; list < base.lists.size(); ++list) {
    if (base.lists[list].classes == 1) continue;
    std::vector<std::string> labels;
    for (const std::string& id : base.lists[list].class_ids) {
      labels.push_back("class=" + base.measures[base.lists[list].measure.position()].id + "." + id);
    }
    add_grouping(Grouping::By::priority, labels, {}, static_cast<std::uint16_t>(list));
  }
  describe(payers);
}

void TwinFigures::add_grouping(Grouping::By by, const std::vector<std::string>& labels,
                               ProfileField field, std::uint16_t list) {
  groupings_.push_back({by, field, list, groups_.size(), labels.size()});
  groups_.insert(groups_.end(), labels.begin(), labels.end());
}

void TwinFigures::describe(const std::vector<std::string>& payers) {
  constexpr std::array<std::array<const char*, 2>, whole_life> lived{
      {{"people", "people"},
       {"in_job_gained", "person-months"},
       {"in_job_lost", "person-months"},
       {"in_job", "person-months"},
       {"in_social_job", "person-months"},
       {"jobseeker", "person-months"},
       {"waiting_more", "person-months"},
       {"waiting_less", "person-months"},
       {"waiting", "person-months"}}};
  constexpr std::array<std::array<const char*, 2>, of_starts> started{
      {{"starts_earlier", "starts"},
       {"starts_later", "starts"},
       {"starts_newly", "starts"},
       {"starts_no_longer", "starts"},
       {"days_earlier", "person-days"},
       {"days_later", "person-days"}}};
  table_.name = "people";
  table_.dimensions = {"reach", "breakdown", "indicator", "subject"};
  for (std::size_t reach = 0; reach < reaches; ++reach) {
    for (const std::string& group : groups_) {
      const std::string how = name_of(static_cast<Reach>(reach));
      const auto add = [&](const char* indicator, const std::string& subject, const char* unit) {
        table_.keys.push_back({{how, group, indicator, subject}, unit, Rows::that_happened});
      };
      for (const auto& [indicator, unit] : lived) add(indicator, "all", unit);
      for (const std::string& payer : payers) add("cost", payer, "euro");
      for (const std::string& measure : measures_) {
        for (const auto& [indicator, unit] : started) add(indicator, measure, unit);
      }
    }
  }
  cell_size_ = whole_life + payers.size() + measures_.size() * of_starts;
  table_.keys.push_back({{"same", "all", "people", "all"}, "people"});
}

std::vector<std::size_t> TwinFigures::groups_of(const Twin& twin) const {
  std::vector<std::size_t> groups{0};
  for (const Grouping& grouping : groupings_) {
    std::size_t at = 0;
    switch (grouping.by) {
      case Grouping::By::attribute:
        at = twin.profile.code(grouping.field);
        break;
      case Grouping::By::unemployed:
        at = band_of(unemployed_bands, twin.unemployed);
        break;
      case Grouping::By::age:
        at = band_of(age_bands, twin.age);
        break;
      case Grouping::By::priority:
        if (twin.list != grouping.list) continue;
        at = twin.priority;
        break;
    }
    if (at < grouping.count) groups.push_back(grouping.first + at);
  }
  return groups;
}

void TwinFigures::compare_starts(const Twin& twin, const Translation& translation,
                                 FigureValues& figures) const {
  const std::vector<LifeStart>& before = twin.lives[0].sums.starts;
  std::vector<LifeStart> after = twin.lives[1].sums.starts;
  for (LifeStart& start : after) start.measure = translation.measure(start.measure);
  const auto sum = [&](std::uint16_t measure, OfStarts what) -> double& {
    return figures[whole_life + payers_ + measure * std::size_t{of_starts} + what];
  };
  // The first start of a measure in one world against the first one in the other, and so on.
  std::vector<bool> matched(after.size(), false);
  for (const LifeStart& start : before) {
    std::size_t i = 0;
    while (i < after.size() && (matched[i] || after[i].measure != start.measure)) ++i;
    if (i == after.size()) {
      ++sum(start.measure, no_longer);
      continue;
    }
    matched[i] = true;
    const DayCount days = after[i].day - start.day;
    if (days == 0) continue;
    ++sum(start.measure, days < 0 ? earlier : later);
    sum(start.measure, days < 0 ? days_earlier : days_later) += std::abs(days);
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!matched[i]) ++sum(after[i].measure, newly);
  }
}

FigureValues TwinFigures::figures_of(const Twin& twin, const Translation& translation) const {
  FigureValues figures(cell_size_, 0.0);
  const LifeSums& before = twin.lives[0].sums;
  const LifeSums& after = twin.lives[1].sums;
  figures[people] = 1;
  const double job = months(after.days_in_job - before.days_in_job);
  figures[job_gained] = std::max(job, 0.0);
  figures[job_lost] = std::max(-job, 0.0);
  figures[job_net] = job;
  figures[social_job_net] = months(after.days_in_social_job - before.days_in_social_job);
  figures[jobseeker_net] = months(after.days_jobseeker - before.days_jobseeker);
  const double waiting = months(after.days_waiting - before.days_waiting);
  figures[waiting_more] = std::max(waiting, 0.0);
  figures[waiting_less] = std::max(-waiting, 0.0);
  figures[waiting_net] = waiting;
  for (std::size_t p = 0; p < payers_; ++p) {
    figures[whole_life + p] = after.euro[p] - before.euro[p];
  }
  compare_starts(twin, translation, figures);
  return figures;
}

FigureValues TwinFigures::of(const Twins& twins) const {
  FigureValues values(table_.keys.size(), 0.0);
  std::int64_t different = 0;
  for (const Twin& twin : twins.different()) {
    const FigureValues figures = figures_of(twin, twins.translation());
    for (const std::size_t group : groups_of(twin)) {
      const std::size_t first = cell(twin.reach, group);
      for (std::size_t i = 0; i < cell_size_; ++i) values[first + i] += figures[i];
    }
    if (twin.reach == Reach::direct || twin.reach == Reach::indirect) ++different;
  }
  values.back() = static_cast<double>(twins.people_in_both() - different);
  return values;
}

}  // namespace doorstroom
