#include "report/run_report.hpp"

#include <map>

#include "report/csv.hpp"
#include "report/page_data.hpp"
#include "report/presentation.hpp"

namespace doorstroom {

void write_run(const ResultDirectory& directory, const LoadedScenario& loaded,
               const RunResult& result, const RunRecord& record, Language language,
               const std::optional<EventLogFacts>& events) {
  std::map<std::string, std::string> digests;
  if (events) digests = events->digests;
  const auto write = [&](const std::string& name, const std::string& content) {
    directory.write(name, content);
    digests[name] = sha256(content);
  };
  std::size_t first = 0;
  for (const FigureTable& table : result.layout.tables) {
    const std::span<const Summary> summaries(result.summaries.data() + first, table.keys.size());
    write("tables/" + table.name + ".csv", csv_of(table, summaries));
    first += table.keys.size();
  }
  write("tables/parameters.csv", csv_of(loaded.parameters));
  write("scenario.resolved.json", resolved_text(loaded.scenario));
  write_presentation(directory, page_data(loaded, result, record, language),
                     label_or(language, loaded.scenario.title, loaded.scenario.name));
  directory.write(std::string(mark_of_results),
                  manifest_text(loaded, result, digests, record, events));
}

}  // namespace doorstroom
