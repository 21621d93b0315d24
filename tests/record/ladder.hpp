// A ladder of activation measures for hand-made stories of the carousel.
#pragma once

#include <string>

#include "support/scenario_text.hpp"

namespace doorstroom::tests {

/// "guidance" is a step above "activities"; a "course" is of the first line, and who has a "post"
/// has a job in the social economy.
inline std::string ladder(const std::string& more = "") {
  const auto measure = [](const char* id, int line, int rung, const char* status = "") {
    return R"({"id": ")" + std::string(id) + R"(", "line": )" + std::to_string(line) +
           R"(, "rung": )" + std::to_string(rung) + status +
           R"(, "phases": [{"id": "only", "duration": "30 days"}]})";
  };
  return in("2017-01-01", "2028-01-01",
            R"("labour_market": {"exits": [
      {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.1},
      {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed", "per_month": 0.1},
      {"id": "quit", "to": "inactive", "per_month": 0.1}]},
    "arrivals": [{"id": "p", "per_year": 100, "people": {"attributes": {
      "distance": {"small": 1}}}}],
    "screening": [{"id": "look", "duration": "2 days", "sees": {"distance": {"one_class": 0.2}}}],
    "measures": [)" +
                measure("activities", 3, 1) + "," + measure("guidance", 2, 2) + "," +
                measure("course", 1, 3) + "," + measure("post", 3, 4, R"(, "status": "job_sec")") +
                "]" + (more.empty() ? "" : ", " + more));
}

}  // namespace doorstroom::tests
