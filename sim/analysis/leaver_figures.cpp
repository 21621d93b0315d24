#include "analysis/leaver_figures.hpp"

#include <numeric>

namespace doorstroom {

namespace {

constexpr auto& ways = OutcomeRecorder::ways_to_leave;
/// After each way, all of them.
constexpr std::size_t every_way = ways.size();

/// Nobody knows of those who are unemployed what they live on.
constexpr std::array<BroadState, broad_states - 1> states{
    BroadState::job_nec, BroadState::job_sec, BroadState::measure, BroadState::unemployed,
    BroadState::ocmw,    BroadState::sick,    BroadState::out};

const char* name_of(BroadState state) {
  return names_of_broad_states.at(static_cast<std::size_t>(state));
}

}  // namespace

/// Who is with a screening service is unemployed meanwhile.
BroadState LeaverFigures::state_of(std::size_t place) const {
  if (!outcomes_.places().is_measure(place)) return states_.of_status(place);
  const std::size_t measure = place - model_.statuses.size();
  return model_.measures[measure].is_screening ? BroadState::unemployed
                                               : states_.of_measure(measure);
}

/// Calls visit(year, measure, way, term).
template <class Visit>
void LeaverFigures::for_each_group(Visit visit) const {
  for (std::size_t year = 0; year < outcomes_.years().size(); ++year) {
    for (std::size_t measure = 0; measure < model_.measures.size(); ++measure) {
      if (model_.measures[measure].is_screening) continue;
      for (std::size_t way = 0; way <= every_way; ++way) {
        for (std::size_t term = 0; term < follow_ups; ++term) {
          if (outcomes_.can_follow(year, term)) visit(year, measure, way, term);
        }
      }
    }
  }
}

void LeaverFigures::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "leavers";
  table.dimensions = {"cohort", "measure", "way", "after", "state"};
  for_each_group([&](std::size_t year, std::size_t measure, std::size_t way, std::size_t term) {
    const auto add = [&](BroadState state, const char* unit) {
      table.keys.push_back({{outcomes_.years().label(year), model_.measures[measure].id,
                             way == every_way ? "all" : ways.at(way),
                             std::to_string(follow_up_days.at(term)), name_of(state)},
                            unit,
                            Rows::that_happened});
    };
    for (const BroadState state : states) {
      add(state, "share");
      add(state, "people");
    }
  });
  layout.tables.push_back(std::move(table));
}

void LeaverFigures::give(FigureValues& values) const {
  for_each_group([&](std::size_t year, std::size_t measure, std::size_t way, std::size_t term) {
    std::array<std::int64_t, broad_states> in{};
    for (std::size_t w = 0; w < every_way; ++w) {
      if (way != every_way && way != w) continue;
      const auto people = outcomes_.people(year, measure, w, term);
      for (std::size_t place = 0; place < people.size(); ++place) {
        in.at(static_cast<std::size_t>(state_of(place))) += people[place];
      }
    }
    const auto all = static_cast<double>(std::accumulate(in.begin(), in.end(), std::int64_t{0}));
    for (const BroadState state : states) {
      const auto people = static_cast<double>(in.at(static_cast<std::size_t>(state)));
      values.push_back(all > 0 ? people / all : no_figure);
      values.push_back(people);
    }
  });
}

}  // namespace doorstroom
