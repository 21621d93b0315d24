#include "size/sizing.hpp"

#include <fmt/format.h>

#include "support/scenario_text.hpp"

namespace doorstroom::tests {

SizeResult size(const std::string& json, const std::string& resource,
                const std::vector<std::string>& targets, std::size_t replications) {
  SizeRequest request;
  request.resource = resource;
  request.targets = targets;
  request.replications = replications;
  SizeOptions options;
  options.threads = 2;
  return size_resource(read(json).scenario, request, options);
}

std::string sixteen_people(const std::string& resources, const std::string& needs,
                           const std::string& more) {
  const std::string people = people_on(
      "p", {{"2025-03-03", 5}, {"2025-06-02", 7}, {"2026-03-03", 4}}, R"("refer_to": "m")");
  return in("2025-01-01", "2027-07-01",
            fmt::format(R"(
    "arrivals": [{}], "resources": [{}],
    "measures": [{{"id": "m", "needs": [{}], {}
                   "phases": [{{"id": "a", "duration": "60 days"}}]}}])",
                        people, resources, needs, more));
}

}  // namespace doorstroom::tests
