#include "event_log/log_of.hpp"

#include <algorithm>
#include <stdexcept>

#include "record/stay_recorder.hpp"
#include "report/event_log_csv.hpp"
#include "report/event_log_xes.hpp"
#include "scenario/compile.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {

LogOf log_of(std::shared_ptr<const Model> model, const scenario::Scenario& scenario,
             std::vector<Recorder*> more, std::uint64_t every, Language language) {
  LogOf log;
  log.model = model;
  StayRecorder recorder(*model, every, [&](const Stay& stay) { log.stays.push_back(stay); });
  more.push_back(&recorder);
  (void)simulate(model, 0, more);
  std::ranges::sort(log.stays, InOrderOfPeople());
  const EventNames names(scenario, *model, language);
  log.csv = event_csv_header(names);
  log.xes = xes_beginning(names, {scenario.name, scenario.name, scenario.horizon, 0, 1});
  for (auto from = log.stays.begin(); from != log.stays.end();) {
    const auto until = std::find_if(from, log.stays.end(),
                                    [&](const Stay& s) { return s.number != from->number; });
    append_event_csv(names, *model, {from, until}, log.csv);
    append_xes_trace(names, *model, {from, until}, log.xes);
    from = until;
  }
  log.xes += xes_end();
  return log;
}

LogOf log_of(const std::string& json, std::uint64_t every, Language language) {
  const scenario::Scenario scenario = read(json).scenario;
  return log_of(std::make_shared<const Model>(scenario::compile(scenario)), scenario, {}, every,
                language);
}

namespace {

/// Reads one field and the sign behind it: a comma or the end of the line.
std::string field(const std::string& csv, std::size_t& at) {
  std::string text;
  if (csv[at] != '"') {
    while (csv[at] != ',' && csv[at] != '\n') text += csv[at++];
    return text;
  }
  for (++at;; ++at) {
    if (at >= csv.size()) throw std::runtime_error("a quote is not closed");
    if (csv[at] == '"' && csv[++at] != '"') return text;
    text += csv[at];
  }
}

}  // namespace

std::vector<std::map<std::string, std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> lines;
  for (std::size_t at = 0; at < csv.size();) {
    std::vector<std::string> fields;
    do fields.push_back(field(csv, at));
    while (csv[at++] == ',');
    lines.push_back(fields);
  }
  std::vector<std::map<std::string, std::string>> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].size() != lines[0].size()) throw std::runtime_error("a row of another length");
    std::map<std::string, std::string>& row = rows.emplace_back();
    for (std::size_t c = 0; c < lines[0].size(); ++c) row[lines[0][c]] = lines[i][c];
  }
  return rows;
}

}  // namespace doorstroom::tests
