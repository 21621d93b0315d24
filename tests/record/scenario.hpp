// The scenario of most tests of recorders: two measures, a screening service, jobs.
#pragma once

#include <string>

#include "support/scenario_text.hpp"

namespace doorstroom::tests {

/// "m" has two phases, suits people of middle distance and is told by rule; "n" has one. `more` are
/// further members of the scenario.
inline std::string two_measures(const std::string& end = "2028-01-01",
                                const std::string& more = "") {
  return in("2025-01-01", end,
            R"(
    "distance_classes": ["near", "middle", "far"],
    "attributes": [{"id": "sex", "values": ["woman", "man"],
                    "shares": {"woman": 0.5, "man": "rest"}}],
    "labour_market": {"exits": [
      {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1},
      {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.1},
      {"id": "quit", "to": "inactive", "per_month": 0.1}]},
    "arrivals": [{"id": "p", "per_year": 100, "people": {"attributes": {
      "distance": {"near": 0.5, "middle": 0.3, "far": "rest"}}}}],
    "screening": [{"id": "look", "duration": "2 days",
                   "sees": {"distance": {"one_class": 0.2}}}],
    "referral": [
      {"id": "new", "when": {"assessed_distance": "unknown"}, "refer_to": "look"},
      {"id": "close", "when": {"assessed_distance": "near"}, "refer_to": "n"},
      {"id": "rest", "refer_to": [{"to": "m", "share": 0.5}, {"to": "stay", "share": 0.5}]}],
    "measures": [
      {"id": "m", "suited": ["middle"], "max_duration": "60 days", "phases": [
        {"id": "a", "duration": "10 days", "gap": {"duration": "3 days"}},
        {"id": "b", "duration": "10 days"}]},
      {"id": "n", "phases": [{"id": "only", "duration": "10 days"}]}])" +
                (more.empty() ? "" : ", " + more));
}

/// "m" needs a seat, a start of the contingent and 100 euro; its second phase needs the floor.
inline std::string with_resources(const std::string& end, const std::string& more = "") {
  return in("2025-01-01", end,
            R"(
    "attributes": [{"id": "sex", "values": ["woman", "man"],
                    "shares": {"woman": 0.5, "man": "rest"}}],
    "labour_market": {"exits": [
      {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1},
      {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.1},
      {"id": "quit", "to": "inactive", "per_month": 0.1}]},
    "arrivals": [{"id": "p", "per_year": 100, "refer_to": "m"}],
    "resources": [
      {"id": "seats", "kind": "places", "level": 5},
      {"id": "floor", "kind": "places", "level": 1},
      {"id": "starts", "kind": "contingent", "per_year": 12, "release": "monthly"},
      {"id": "money", "kind": "budget", "per_year": 1200, "release": "at_once"}],
    "measures": [{"id": "m",
      "needs": [{"resource": "seats"}, {"resource": "starts"},
                {"resource": "money", "amount": 100}],
      "phases": [{"id": "a", "duration": "10 days"},
                 {"id": "b", "duration": "10 days", "needs": [{"resource": "floor"}]}]}])" +
                (more.empty() ? "" : ", " + more));
}

}  // namespace doorstroom::tests
