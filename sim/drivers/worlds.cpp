#include "drivers/worlds.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "doorstroom/load.hpp"

#include "record/activation_history.hpp"
#include "record/years.hpp"

namespace doorstroom {

namespace {

struct Words {
  const char* nl;
  const char* en;
};

Words words_of(Cause cause) {
  switch (cause) {
    case Cause::screening:
      return {"screening die de waarheid ziet", "screening that sees the truth"};
    case Cause::gaps:
      return {"geen tijd tussen fasen", "no gaps between phases"};
    case Cause::places:
      return {"niets is schaars", "nothing is short"};
    case Cause::rights:
      return {"geen recht door werk in een maatregel", "no right from work in a measure"};
    case Cause::aftercare:
      return {"dubbel zo lange nazorg", "aftercare twice as long"};
  }
  return {"", ""};
}

constexpr Words all_of_them{"alles samen", "all at once"};

/// The title in a language, or else in the other one, or else the name.
std::string title_or(const std::string& wanted, const std::string& other, const std::string& name) {
  if (!wanted.empty()) return wanted;
  return other.empty() ? name : other;
}

/// Names it, and has it read as a file would be.
void finish(SwitchedWorld& world, const Words& words) {
  scenario::Scenario& s = world.scenario;
  const scenario::Text title = s.title;
  s.title.nl = fmt::format("{}: {}", title_or(title.nl, title.en, s.name), words.nl);
  s.title.en = fmt::format("{}: {}", title_or(title.en, title.nl, s.name), words.en);
  constexpr std::size_t longest_name = 80;
  s.name.resize(std::min(s.name.size(), longest_name - world.id.size() - 1));
  s.name += "-" + world.id;
  s = read_again(s).scenario;
}

}  // namespace

SwitchedWorlds switched_worlds(const scenario::Scenario& base, const std::vector<Cause>& causes) {
  SwitchedWorlds all;
  SwitchedWorld together{all_at_once, {}, base};
  for (const Cause cause : causes) {
    SwitchedWorld world{std::string(name_of(cause)), {}, base};
    world.changes = switch_off(cause, world.scenario);
    if (world.changes.empty()) {
      all.not_applicable.push_back(cause);
      continue;
    }
    switch_off(cause, together.scenario);
    together.changes.insert(together.changes.end(), world.changes.begin(), world.changes.end());
    finish(world, words_of(cause));
    all.single.push_back(cause);
    all.worlds.push_back(std::move(world));
  }
  if (all.single.size() > 1) {
    finish(together, all_of_them);
    all.worlds.push_back(std::move(together));
  }
  return all;
}

std::optional<Day> end_needed(const scenario::Scenario& scenario) {
  const Years years(scenario.horizon);
  const Day needed = years.first_day(1) + days_of_months(carousel_months);
  return scenario.horizon.end < needed ? std::optional(needed) : std::nullopt;
}

std::vector<int> followed_years(const scenario::Scenario& scenario) {
  const Years years(scenario.horizon);
  std::vector<int> followed;
  for (std::size_t year = 0; year < years.size(); ++year) {
    const Day known = years.last_day(year) + days_of_months(carousel_months);
    if (known < scenario.horizon.end) followed.push_back(civil(years.first_day(year)).year);
  }
  return followed;
}

}  // namespace doorstroom
