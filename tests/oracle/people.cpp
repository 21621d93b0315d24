// Who people are: tables of which only margins are known, and what screening sees.
#include <algorithm>

#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"

namespace doorstroom::oracle {

namespace {

constexpr int people = 300;

/// Share of those who come in whose attributes have these values.
double share_with(const Simulation& s, const std::vector<std::size_t>& codes) {
  double count = 0;
  for (const tests::Told& t : s.events(EventKind::entered)) {
    bool is_it = true;
    for (std::size_t a = 0; a < codes.size(); ++a) {
      const char name = static_cast<char>('a' + a);
      const auto& attributes = s.model->attributes;
      const auto field = std::ranges::find(attributes, std::string(1, name), &Attribute::id);
      is_it = is_it && t.event.profile.code(field->field) == codes[a];
    }
    count += is_it ? 1 : 0;
  }
  return count / people;
}

Json attributes_of_two(const std::vector<std::string>& names) {
  Json attributes = Json::array();
  for (const std::string& name : names) {
    attributes.push_back({{"id", name}, {"values", {"x", "y"}}});
  }
  return attributes;
}

/// Bartlett, Supplement to the Journal of the Royal Statistical Society 2 (1935): 960 cuttings of
/// plum roots by length, time of planting and survival. Of all tables with the same margins of two,
/// the one without an interaction of all three has 161.1 where 156 were seen, and so on by 5.1.
void add_bartlett(std::vector<Oracle>& all) {
  const auto margin = [](const char* one, const char* other, const std::vector<int>& seen) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < 4; ++i) {
      rows.push_back(Json::array({i / 2 == 0 ? "x" : "y", i % 2 == 0 ? "x" : "y", seen[i]}));
    }
    return Json{{"columns", {one, other, "people"}}, {"rows", rows}};
  };
  Json members;
  const Json margins = Json::array({margin("a", "b", {240, 240, 240, 240}),    // length, time
                                    margin("a", "c", {240, 240, 138, 342}),    // length, survival
                                    margin("b", "c", {263, 217, 115, 365})});  // time, survival
  constexpr double moved = 5.0961402721872;  // solves Bartlett's cubic; he gives 5.1
  struct Cell {
    std::vector<std::size_t> codes;
    double expected;
  };
  const std::vector<Cell> cells{{{0, 0, 0}, 156 + moved},
                                {{0, 1, 0}, 84 - moved},
                                {{1, 0, 1}, 133 + moved},
                                {{1, 1, 0}, 31 + moved}};
  for (const Cell& cell : cells) {
    const auto prepare = [=](const Trial& trial) -> Figure {
      Json text = scenario({trial.seed}, 1);
      text["attributes"] = attributes_of_two({"a", "b", "c"});
      text["stock"] =
          Json::array({Json{{"id", "s"}, {"people", 1}, {"profile", {{"margins", margins}}}}});
      const CompiledModel model = compiled(text);
      return [=](std::uint32_t r) {
        return share_with(simulate_from(model, r, {people}), cell.codes);
      };
    };
    all.push_back(
        {"Margins (IPF)",
         fmt::format("Bartlett 1935, {} cuttings of {}: share",
                     cell.codes[2] == 0 ? "living" : "dead",
                     fmt::format("{} length, planted {}", cell.codes[0] == 0 ? "long" : "short",
                                 cell.codes[1] == 0 ? "at once" : "in spring")),
         cell.expected / 960, 100, Tick::exact, prepare});
  }
}

/// What screening sees of a class: errors evenly on both sides where there are two, so that of the
/// middle of three `one` are seen a class off, half of them each way. Codes seen count from 1: 0 is
/// what nobody has looked at.
void add_screening(std::vector<Oracle>& all) {
  constexpr double one = 0.3;
  const std::vector<double> truth{0.5, 0.3, 0.2};
  // Seen as the first: those of the first who are seen right, and of the second half of those
  // wrong.
  const double first = truth[0] * (1 - one) + truth[1] * one / 2;
  const double second = truth[0] * one + truth[1] * (1 - one) + truth[2] * one;
  for (const auto& [code, expected] : {std::pair{1, first}, std::pair{2, second}}) {
    const auto prepare = [=, seen = code](const Trial& trial) -> Figure {
      Json text = scenario({trial.seed}, 30);
      text["distance_classes"] = {"near", "middle", "far"};
      text["screening"] = Json::array({Json{
          {"id", "look"}, {"duration", "3 days"}, {"sees", {{"distance", {{"one_class", one}}}}}}});
      const Json shares = {{"near", truth[0]}, {"middle", truth[1]}, {"far", truth[2]}};
      text["stock"] = Json::array({Json{{"id", "s"},
                                        {"people", 1},
                                        {"waiting_for", "look"},
                                        {"profile", {{"attributes", {{"distance", shares}}}}}}});
      const CompiledModel model = compiled(text);
      return [=](std::uint32_t r) {
        double count = 0;
        for (const tests::Told& t : simulate_from(model, r, {people}).events(EventKind::assessed)) {
          count += t.event.other == seen ? 1 : 0;
        }
        return count / people;
      };
    };
    all.push_back({"Screening", fmt::format("seen as class {} of 3", code), expected, 100,
                   Tick::exact, prepare});
  }
}

}  // namespace

void add_people(std::vector<Oracle>& all) {
  add_bartlett(all);
  add_screening(all);
}

}  // namespace doorstroom::oracle
