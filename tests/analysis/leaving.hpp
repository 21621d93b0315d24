// A ladder of measures, for stories of people who leave them.
#pragma once

#include <string>

#include "support/scenario_text.hpp"

namespace doorstroom::tests {

/// "guidance" and "activities" are activation, a "course" is of the first line, and who has a
/// "post" has a job in the social economy; "care" is for people at the farthest distance.
inline std::string ladder(const std::string& output = "{}", const std::string& more = "") {
  const auto measure = [](const char* id, int line, int rung, const char* also = "") {
    return R"({"id": ")" + std::string(id) + R"(", "line": )" + std::to_string(line) +
           R"(, "rung": )" + std::to_string(rung) + also +
           R"(, "phases": [{"id": "only", "duration": "30 days"}]})";
  };
  return in("2017-01-01", "2028-01-01",
            R"("labour_market": {"exits": [
      {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1},
      {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.1},
      {"id": "sicken", "from": "job_nec", "to": "sick", "per_month": 0.1},
      {"id": "recover", "from": "sick", "to": "unemployed", "per_month": 0.1},
      {"id": "quit", "to": "inactive", "per_month": 0.1}]},
    "arrivals": [{"id": "p", "per_year": 100, "people": {"attributes": {
      "distance": {"small": 1}}}}],
    "measures": [)" +
                measure("activities", 3, 1) + "," + measure("guidance", 2, 2) + "," +
                measure("course", 1, 3) + "," + measure("post", 3, 4, R"(, "status": "job_sec")") +
                "," + measure("care", 3, 0, R"(, "suited": ["unbridgeable"])") +
                R"(], "output": )" + output + (more.empty() ? "" : ", " + more));
}

}  // namespace doorstroom::tests
