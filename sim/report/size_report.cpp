#include "report/size_report.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "report/manifest_parts.hpp"
#include "report/presentation.hpp"
#include "report/size_page.hpp"
#include "report/size_tables.hpp"
#include "scenario/writer.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;
/// The key that says how often the amount is renewed.
const char* key_of_amount(const scenario::Resource& resource) {
  if (resource.level) return "level";
  if (resource.per_year) return "per_year";
  return resource.per_quarter ? "per_quarter" : "per_month";
}

Json text_json(const scenario::Text& title, const char* nl, const char* en) {
  Json json = Json::object();
  if (!title.nl.empty()) json["nl"] = title.nl + nl;
  if (!title.en.empty()) json["en"] = title.en + en;
  return json;
}

Json description_of(const SizeRequest& request, const SizeResult& result) {
  std::string targets;
  for (const std::string& target : request.targets) {
    targets += (targets.empty() ? "" : "; ") + target;
  }
  const auto n = result.after.replications.count;
  return {
      {"nl", fmt::format("Pad van {} gevonden met doorstroom size voor {}, elk jaar van {} tot {} "
                         "met kans {}; beoordeeld op {} verse replicaties.",
                         result.resource, targets, result.question.years.front(),
                         result.question.years.back(), request.probability, n)},
      {"en", fmt::format("Path of {} found by doorstroom size for {}, in each year from {} to {} "
                         "with probability {}; judged on {} fresh replications.",
                         result.resource, targets, result.question.years.front(),
                         result.question.years.back(), request.probability, n)}};
}

Json budgets_that_bind(const scenario::Scenario& scenario, const std::string& but) {
  Json resources = Json::array();
  for (const scenario::Resource& resource : scenario.resources) {
    const bool counts_only = resource.kind == scenario::ResourceKind::budget &&
                             !resource.unlimited && !resource.binding && resource.id != but;
    if (counts_only) resources.push_back({{"id", resource.id}, {"binding", true}});
  }
  return resources;
}

std::string manifest(const LoadedScenario& loaded, const SizeRequest& request,
                     const SizeResult& result, const std::map<std::string, std::string>& outputs,
                     const RunRecord& record) {
  const Json json{{"format", "doorstroom size"},
                  {"format_version", 1},
                  {"scenario", loaded.scenario.name},
                  {"doorstroom", std::string(version())},
                  {"commit", std::string(commit())},
                  {"seed", loaded.scenario.seed},
                  {"scale", loaded.scenario.scale},
                  {"resource", request.resource},
                  {"targets", request.targets},
                  {"years", result.question.years},
                  {"probability", request.probability},
                  {"under_budget", request.budgets == Budgets::all_bind},
                  {"outcome", std::string(name_of(result.outcome))},
                  {"replications",
                   {{"search", result.search_replications},
                    {"judged", result.after.replications.count},
                    {"judged_from", result.after.replications.first},
                    {"times_sized_again", result.times_sized_again}}},
                  {"inputs", manifest_inputs(loaded)},
                  {"outputs", manifest_outputs(outputs)},
                  {"audit", {{"passed", true}, {"checks", result.audit_checks}}},
                  {"machine", manifest_machine(record)}};
  return json.dump(2) + "\n";
}

}  // namespace

std::string sized_file_name(const scenario::Scenario& scenario) {
  return scenario.name + "-sized.json";
}

std::string sized_scenario_text(const LoadedScenario& loaded, const SizeRequest& request,
                                const SizeResult& result, const fs::path& directory) {
  const scenario::Scenario& scenario = loaded.scenario;
  const scenario::Resource& resource = scenario.resources[result.question.resource];
  Json resources = Json::array();
  Json sized{{"id", result.resource}};
  if (!resource.binding) sized["binding"] = true;
  sized[key_of_amount(resource)] = scenario::path_json(*result.path);
  resources.push_back(std::move(sized));
  if (request.budgets == Budgets::all_bind) {
    for (Json& budget : budgets_that_bind(scenario, result.resource)) {
      resources.push_back(std::move(budget));
    }
  }
  Json json{{"extends", name_from(directory, loaded.files.front())},
            {"name", scenario.name + "-sized"}};
  Json title = text_json(scenario.title, " – gedimensioneerd", " – sized");
  if (!title.empty()) json["title"] = std::move(title);
  json["description"] = description_of(request, result);
  json["resources"] = std::move(resources);
  return json.dump(2) + "\n";
}

void write_size(const ResultDirectory& directory, const LoadedScenario& loaded,
                const SizeRequest& request, const SizeResult& result, const RunRecord& record,
                Language language) {
  std::map<std::string, std::string> digests;
  const auto write = [&](const std::string& name, const std::string& content) {
    directory.write(name, content);
    digests[name] = sha256(content);
  };
  write("tables/path.csv", path_csv(result));
  write("tables/targets.csv", targets_csv(result));
  write("tables/prices.csv", prices_csv(result));
  if (!result.frontier.empty()) write("tables/frontier.csv", frontier_csv(result));
  if (!result.binding.empty()) write("tables/binding.csv", binding_csv(result));
  write("scenario.resolved.json", resolved_text(loaded.scenario));
  if (result.path) {
    write(sized_file_name(loaded.scenario),
          sized_scenario_text(loaded, request, result, directory.final_name()));
  }
  write_presentation(directory, size_page_data(loaded, request, result, record, language),
                     label_or(language, loaded.scenario.title, loaded.scenario.name));
  directory.write(std::string(mark_of_results), manifest(loaded, request, result, digests, record));
}

}  // namespace doorstroom
