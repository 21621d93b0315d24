#include "analysis/reentry_figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "analysis/followed_part.hpp"
#include "model/indicators.hpp"

namespace doorstroom {

namespace {

/// Months after the first night in the job.
constexpr std::array<std::int64_t, 27> months_after{1,  2,  3,  4,  5,  6,  7,  8,  9,
                                                    10, 11, 12, 13, 14, 15, 16, 17, 18,
                                                    19, 20, 21, 22, 23, 24, 36, 48, 60};
constexpr const char* jobless_state = "jobseeker_or_ocmw";
constexpr const char* out_state = "out";
constexpr const char* again_state = "in_activation";
constexpr const char* at_start = "in_job";
constexpr const char* alone = "no_counterpart";

template <class Shares>
bool are_known(const Shares& shares) {
  return std::ranges::none_of(shares, [](double share) { return std::isnan(share); });
}

DayCount longest() {
  return days_of_months(months_after.back());
}

}  // namespace

ReentryFigures::Group::Group() : jobless(longest()), again(longest()) {}

void ReentryFigures::Group::add(const Group& others) {
  jobless.add(others.jobless);
  again.add(others.again);
}

ReentryFigures::ReentryFigures(const Model& model, const Breakdowns& breakdowns,
                               const ExitsToWork& exits)
    : model_(model),
      exits_(exits),
      columns_{{"all", {}, 0}},
      alike_(breakdowns.of(std::string(carousel_alike))) {
  for (const Breakdown& groups : breakdowns.of(std::string(carousel_by))) {
    for (unsigned code = 0; code < groups.labels.size(); ++code) {
      columns_.push_back({groups.labels[code], groups.field, code});
    }
  }
  for (const Breakdown& attribute : alike_) possible_strata_ *= attribute.labels.size();
}

/// All activation measures together, each of them, and the exits without activation.
std::size_t ReentryFigures::origins() const {
  return exits_.measures().size() + 2;
}

std::string ReentryFigures::name_of_origin(std::size_t origin) const {
  if (origin == 0) return "all";
  if (origin > exits_.measures().size()) return "without_activation";
  return model_.measures[exits_.measures()[origin - 1]].id;
}

/// Who is still in the job on the last night has been followed so long.
void ReentryFigures::add(Group& group, const ExitToWork& exit) const {
  const DayCount followed = model_.horizon.days() - 1 - exit.since;
  const auto days = [&](Fate fate, DayCount on) {
    return fate == Fate::open ? followed : on - exit.since;
  };
  group.jobless.add(exit.fate_of_jobless(), days(exit.fate_of_jobless(), exit.jobless_on));
  group.again.add(exit.fate_of_again(), days(exit.fate_of_again(), exit.again_on));
}

/// Origins x columns.
std::vector<ReentryFigures::Group> ReentryFigures::groups() const {
  std::vector<Group> groups(origins() * columns_.size());
  const std::size_t last = origins() - 1;
  for (const ExitToWork& exit : exits_.exits()) {
    const Profile profile = exits_.cells().profiles()[exit.cell];
    const std::size_t origin = exit.origin == 0 ? last : exit.origin;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Column& column = columns_[c];
      if (profile.code(column.field) != column.code) continue;
      add(groups[origin * columns_.size() + c], exit);
    }
  }
  for (std::size_t at = columns_.size(); at < last * columns_.size(); ++at) {
    groups[at % columns_.size()].add(groups[at]);
  }
  return groups;
}

std::size_t ReentryFigures::stratum_of(Profile profile) const {
  std::size_t stratum = 0;
  for (const Breakdown& attribute : alike_) {
    stratum = stratum * attribute.labels.size() + profile.code(attribute.field);
  }
  return stratum;
}

std::string ReentryFigures::name_of_stratum(std::size_t stratum) const {
  std::string name;
  for (auto attribute = alike_.rbegin(); attribute != alike_.rend(); ++attribute) {
    const std::size_t values = attribute->labels.size();
    name = attribute->labels[stratum % values] + (name.empty() ? "" : ";" + name);
    stratum /= values;
  }
  return name;
}

/// Those who are alike stand together, so that one stratum at a time is in memory.
std::vector<ExitToWork::Number> ReentryFigures::exits_by_stratum() const {
  std::vector<std::size_t> stratum;  // by cell
  for (const Profile profile : exits_.cells().profiles()) stratum.push_back(stratum_of(profile));
  std::vector<ExitToWork::Number> exits(exits_.exits().size());
  std::iota(exits.begin(), exits.end(), ExitToWork::Number{0});
  std::ranges::stable_sort(
      exits, {}, [&](ExitToWork::Number number) { return stratum[exits_.exits()[number].cell]; });
  return exits;
}

std::vector<ReentryFigures::Stratum> ReentryFigures::strata() const {
  std::vector<Stratum> strata(possible_strata_);
  const std::vector<Profile>& profiles = exits_.cells().profiles();
  const std::vector<ExitToWork::Number> numbers = exits_by_stratum();
  auto next = numbers.begin();
  for (std::size_t s = 0; s < strata.size(); ++s) {
    Group without;
    for (; next != numbers.end(); ++next) {
      const ExitToWork& exit = exits_.exits()[*next];
      if (stratum_of(profiles[exit.cell]) != s) break;
      if (exit.origin != 0)
        ++strata[s].activated;
      else
        add(without, exit);
    }
    strata[s].without = without.jobless.people();
    strata[s].curves = curves_of(without);
  }
  return strata;
}

void ReentryFigures::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "reentry";
  table.dimensions = {"origin", "breakdown", "after", "state"};
  const auto add = [&](const std::string& origin, const std::string& breakdown, DayCount after,
                       const char* state, const char* unit, Rows rows = Rows::all) {
    table.keys.push_back({{origin, breakdown, std::to_string(after), state}, unit, rows});
  };
  const auto add_curves = [&](const std::string& origin, const std::string& breakdown) {
    for (const std::int64_t months : months_after) {
      for (const char* state : {jobless_state, out_state, again_state}) {
        add(origin, breakdown, days_of_months(months), state, "share");
      }
    }
  };
  if (!exits_.measures().empty()) {
    for (std::size_t origin = 0; origin < origins(); ++origin) {
      for (const Column& column : columns_) {
        add(name_of_origin(origin), column.label, 0, at_start, "people");
        add_curves(name_of_origin(origin), column.label);
      }
    }
    if (!alike_.empty()) {
      const std::string origin = "without_activation_alike";
      add_curves(origin, "all");
      for (const std::int64_t months : months_after) {
        add(origin, "all", days_of_months(months), alone, "share");
      }
      for (std::size_t s = 0; s < possible_strata_; ++s) {
        add(origin, name_of_stratum(s), 0, alone, "people", Rows::that_happened);
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

ReentryFigures::Curves ReentryFigures::curves_of(const Group& group) {
  Curves curves;
  const bool anybody = group.jobless.people() > 0;
  const Incidence jobless = followed_part(group.jobless);
  const Incidence again = followed_part(group.again);
  for (std::size_t term = 0; term < terms; ++term) {
    const DayCount days = days_of_months(months_after[term]);
    curves[term] = {jobless.started_within(days), jobless.left_within(days),
                    again.started_within(days)};
    if (!anybody) curves[term].fill(no_figure);
  }
  return curves;
}

/// Direct standardisation: the curve of each stratum of people without activation, weighted by how
/// many of the activated are in it. Those to whom nobody is alike who was followed so long are left
/// out, and counted.
void ReentryFigures::give_alike(FigureValues& values) const {
  const std::vector<Stratum> strata = this->strata();
  std::array<double, terms> without_counterpart{};
  for (std::size_t term = 0; term < terms; ++term) {
    Shares sums{};
    double alike = 0;
    double all = 0;
    for (const Stratum& stratum : strata) {
      const auto people = static_cast<double>(stratum.activated);
      all += people;
      if (!are_known(stratum.curves[term])) continue;
      alike += people;
      for (std::size_t i = 0; i < states; ++i) sums[i] += people * stratum.curves[term][i];
    }
    for (const double sum : sums) values.push_back(alike > 0 ? sum / alike : no_figure);
    without_counterpart[term] = all > 0 ? 1 - alike / all : no_figure;
  }
  values.insert(values.end(), without_counterpart.begin(), without_counterpart.end());
  for (const Stratum& stratum : strata) {
    values.push_back(stratum.without > 0 ? 0 : static_cast<double>(stratum.activated));
  }
}

void ReentryFigures::give(FigureValues& values) const {
  if (exits_.measures().empty()) return;
  for (const Group& group : groups()) {
    values.push_back(static_cast<double>(group.jobless.people()));
    for (const Shares& shares : curves_of(group)) {
      values.insert(values.end(), shares.begin(), shares.end());
    }
  }
  if (!alike_.empty()) give_alike(values);
}

}  // namespace doorstroom
