// The event log of a scenario, as text and read back.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/stay.hpp"
#include "report/event_names.hpp"
#include "support/simulation.hpp"

namespace doorstroom::tests {

/// The stays of a replication in the order of the log, the model they are about, and the log.
struct LogOf {
  std::shared_ptr<const Model> model;
  std::vector<Stay> stays;
  std::string csv;
  std::string xes;
};

/// Simulates a scenario (JSON) and makes its log; `more` record the same replication.
LogOf log_of(const std::string& json, std::uint64_t every = 1, Language language = Language::en);
LogOf log_of(std::shared_ptr<const Model> model, const scenario::Scenario& scenario,
             std::vector<Recorder*> more, std::uint64_t every = 1,
             Language language = Language::en);

/// The rows of a CSV text by the names of their columns.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& csv);

}  // namespace doorstroom::tests
