#include "support/queue.hpp"

#include "support/scenario_text.hpp"

namespace doorstroom::tests {

scenario::Scenario queue_for_places(int places, const std::string& more) {
  const std::string members = R"(
      "stock": [{"id": "first", "people": 20, "waiting_for": "course",
                 "elapsed": {"exponential": {"mean": "30 days"}}}],
      "labour_market": {"exits": [
        {"id": "find", "kind": "job_finding", "to": "job_nec", "per_month": 0.04},
        {"id": "lose", "kind": "job_loss", "from": "job_nec", "to": "unemployed",
         "per_month": 0.03}]},
      "arrivals": [{"id": "a", "per_year": 120, "refer_to": "course"}],
      "resources": [{"id": "places", "kind": "places", "level": PLACES}],
      "measures": [{"id": "course", "needs": [{"resource": "places"}],
                    "waiting_list": {"leave_after": {"exponential": {"mean": "120 days"}}},
                    "phases": [{"id": "p", "duration": {"gamma": {"mean": "40 days",
                                                                  "shape": 2}}}]}])";
  return read(
             in("2025-01-01", "2025-07-01", more + with(members, "PLACES", std::to_string(places))))
      .scenario;
}

}  // namespace doorstroom::tests
