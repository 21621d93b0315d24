#include "record/loop_table.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace doorstroom {

namespace {

constexpr std::array<const char*, stops> names_of_stops{"work", "ocmw", "unemployment_benefit",
                                                        "unemployed_without_benefit", "elsewhere"};

/// Of numbers in order.
template <class Item, class Value>
double median(Item from, Item to, Value value) {
  const auto count = to - from;
  const auto upper = static_cast<double>(value(*(from + count / 2)));
  return count % 2 == 1 ? upper : (static_cast<double>(value(*(from + count / 2 - 1))) + upper) / 2;
}

}  // namespace

LoopTable::LoopTable(const Model& model, std::vector<std::size_t> measures)
    : model_(model),
      measures_(std::move(measures)),
      routes_(stops * measures_.size() * stops * measures_.size()) {}

std::uint32_t LoopTable::number_of(const Loop& loop) const {
  const std::size_t start = static_cast<std::size_t>(loop.from) * measures_.size() + loop.measure;
  const std::size_t stop = start * stops + static_cast<std::size_t>(loop.between);
  return static_cast<std::uint32_t>(stop * measures_.size() + loop.next);
}

void LoopTable::add(PersonId person, const Loop& loop, DayCount days_between, bool is_cycle) {
  passages_.push_back(
      {person, number_of(loop), static_cast<std::uint16_t>(days_between), is_cycle});
}

LoopTable::Route LoopTable::sum_up(std::vector<Passage>::iterator from,
                                   std::vector<Passage>::iterator to) {
  const auto days = [](const Passage& passage) { return passage.days; };
  Route route;
  route.returns = to - from;
  route.cycles = std::count_if(from, to, [](const Passage& passage) { return passage.is_cycle; });
  route.days = median(from, to, days);
  std::sort(from, to, [](const Passage& a, const Passage& b) { return a.person < b.person; });
  const auto same = [](const Passage& a, const Passage& b) { return a.person == b.person; };
  route.people = std::unique(from, to, same) - from;
  return route;
}

void LoopTable::close() {
  const auto order = [](const Passage& passage) { return std::tuple(passage.route, passage.days); };
  std::ranges::sort(passages_, {}, order);
  returns_ = static_cast<std::int64_t>(passages_.size());
  for (auto from = passages_.begin(); from != passages_.end();) {
    const auto route = from->route;
    const auto to = std::find_if(from, passages_.end(),
                                 [&](const Passage& passage) { return passage.route != route; });
    routes_[route] = sum_up(from, to);
    from = to;
  }
  passages_ = {};
}

void LoopTable::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "loops";
  table.dimensions = {"from", "measure", "between", "next"};
  for (const char* from : names_of_stops) {
    for (const std::size_t measure : measures_) {
      for (const char* between : names_of_stops) {
        for (const std::size_t next : measures_) {
          for (const char* unit : {"episodes", "cycles", "people", "share", "days"}) {
            table.keys.push_back(
                {{from, model_.measures[measure].id, between, model_.measures[next].id},
                 unit,
                 Rows::that_happened});
          }
        }
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void LoopTable::give(FigureValues& values) const {
  for (const Route& route : routes_) {
    values.push_back(static_cast<double>(route.returns));
    values.push_back(static_cast<double>(route.cycles));
    values.push_back(static_cast<double>(route.people));
    values.push_back(returns_ == 0
                         ? no_figure
                         : static_cast<double>(route.returns) / static_cast<double>(returns_));
    values.push_back(route.days);
  }
}

}  // namespace doorstroom
