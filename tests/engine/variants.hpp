// The same scenario, written or run otherwise; and what a replication of it gave, by name, so that
// two ways can be compared.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "support/random_scenario.hpp"
#include "support/simulation.hpp"

namespace doorstroom::tests {

/// With a resource, a measure with its list, a screening service, an attribute and a status that
/// nobody has to do with, before all others and after them. Their ids begin with "unused".
Json with_unused(Json scenario);

/// With its measures, resources, streams, stock groups, attributes, statuses, ways out and needs in
/// another order.
Json in_another_order(Json scenario, std::uint64_t how);

/// With other levels, amounts, prices, arrivals and hazards from a date on, and measures that close
/// then.
Json with_policy_from(Json scenario, Day date);

/// What a replication gave, by name.
struct Lived {
  Simulation simulation;
  std::map<std::string, std::vector<std::string>> lives;  // by person, an event a line
  std::map<std::string, double> figures;                  // by table, dimensions and unit
};

Lived live(const Json& scenario, std::uint32_t replication = 0);

/// Where they differ, in words; empty if they are the same to the last bit.
std::string difference(const Lived& a, const Lived& b);
/// The same, where b may have figures besides those of a whose name contains `extra`.
std::string difference_but_for(const std::string& extra, const Lived& a, const Lived& b);
/// The same, of what came before a date only: lives, stocks and flows.
std::string difference_before(Day date, const Lived& a, const Lived& b);

}  // namespace doorstroom::tests
