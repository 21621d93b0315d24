#include "study/trace.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "doorstroom/run.hpp"

#include "base/nearest_name.hpp"
#include "engine/replication.hpp"
#include "record/trace_recorder.hpp"
#include "rules/table_rules.hpp"
#include "scenario/compile.hpp"

namespace doorstroom {

namespace {

/// The identity behind a name, or why there is none.
struct Found {
  std::optional<PersonId> id;
  std::string problem;
};

std::optional<std::uint32_t> ordinal_of(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return value <= most_people_of_a_day ? std::optional(value) : std::nullopt;
}

Found unknown_source(const Model& model, const std::string& name) {
  std::vector<std::string> known;
  for (const Stream& stream : model.streams) known.push_back(stream.id);
  for (const StockCell& cell : model.stock) known.push_back(cell.id);
  const std::string nearest = nearest_name(name, known);
  return {{},
          fmt::format("there is no stream or stock group \"{}\" ({})", name,
                      nearest.empty() ? fmt::format("known are {}", fmt::join(known, ", "))
                                      : fmt::format("did you mean \"{}\"?", nearest))};
}

Found find(const Model& model, const std::string& person) {
  const std::size_t first = person.find(':');
  const std::size_t last = person.rfind(':');
  if (first == std::string::npos) {
    return {{},
            fmt::format("\"{}\" is not a person (write stream:2019-03-12:4 or stock:17)", person)};
  }
  const std::string source = person.substr(0, first);
  const auto ordinal = ordinal_of(std::string_view(person).substr(last + 1));
  if (!ordinal) return {{}, fmt::format("\"{}\" does not end in a number", person)};
  const auto stream = std::ranges::find(model.streams, source, &Stream::id);
  if (stream != model.streams.end()) {
    const auto day = first == last
                         ? std::nullopt
                         : parse_date(std::string_view(person).substr(first + 1, last - first - 1));
    if (!day)
      return {{}, fmt::format("\"{}\" has no date (write {}:2019-03-12:4)", person, source)};
    return {PersonId::of(static_cast<std::size_t>(stream - model.streams.begin()), *day, *ordinal),
            {}};
  }
  const auto cell = std::ranges::find(model.stock, source, &StockCell::id);
  if (cell == model.stock.end()) return unknown_source(model, source);
  const auto at = model.streams.size() + static_cast<std::size_t>(cell - model.stock.begin());
  return {PersonId::of(at, model.horizon.start, *ordinal), {}};
}

}  // namespace

TracedLife trace_person(const scenario::Scenario& scenario, const std::string& person,
                        std::uint32_t replication, const std::function<bool()>& keep_going) {
  const Model model = scenario::compile(scenario);
  const Found found = find(model, person);
  TracedLife life;
  if (!found.id) {
    life.problem = found.problem;
    return life;
  }
  const TableRules rules(model.rules);
  TraceRecorder recorder(model, *found.id);
  Replication run(model, rules, replication, {&recorder});
  if (!run.run(keep_going)) throw RunStopped();
  for (const LifeStep& step : recorder.steps())
    life.steps.push_back({step.day, step.what, step.why});
  if (life.steps.empty()) {
    life.problem = fmt::format("nobody is called \"{}\" in replication {}", person, replication);
  }
  return life;
}

}  // namespace doorstroom
