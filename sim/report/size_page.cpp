#include "report/size_page.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "report/page_names.hpp"
#include "report/page_parts.hpp"
#include "report/size_findings.hpp"
#include "report/size_report.hpp"
#include "report/size_tables.hpp"
#include "report/size_words.hpp"
#include "scenario/words.hpp"

namespace doorstroom {

namespace {

using Json = nlohmann::ordered_json;

Json interval_json(const Interval& interval) {
  return {figure_json(interval.low), figure_json(interval.high)};
}

Json probability_json(std::size_t held, const PathFigures& path) {
  const std::size_t n = path.replications.count;
  return {{"share", figure_json(static_cast<double>(held) / static_cast<double>(n))},
          {"interval", interval_json(interval_of_share(held, n))}};
}

/// Each target in each year on a path, and all of them together.
Json path_json(const Question& question, const PathFigures& path) {
  Json targets = Json::array();
  for (const TargetFigure& one : path.targets) {
    const Target& target = question.targets[one.target];
    targets.push_back({{"target", one.target},
                       {"year", one.year},
                       {"bound", figure_json(target.bound_in(one.year))},
                       {"mean", figure_json(one.summary.mean)},
                       {"quantile", figure_json(one.quantile)},
                       {"quantile_interval", interval_json(one.quantile_interval)},
                       {"probability", probability_json(one.held, path)}});
  }
  Json years = Json::array();
  for (std::size_t y = 0; y < question.years.size(); ++y) {
    years.push_back(
        {{"year", question.years[y]},
         {"level", path.levels[y] >= unlimited_level ? Json(nullptr) : figure_json(path.levels[y])},
         {"probability", probability_json(path.held_in_year[y], path)}});
  }
  return {{"replications", path.replications.count},
          {"targets", std::move(targets)},
          {"years", std::move(years)},
          {"all_years", probability_json(path.held_in_all, path)}};
}

Json targets_json(const Question& question) {
  Json list = Json::array();
  for (const Target& target : question.targets) {
    list.push_back(
        {{"text", target.text},
         {"unit", std::string(unit_of(target.statistic))},
         {"direction", target.direction() == Direction::at_most ? "at_most" : "at_least"}});
  }
  return list;
}

Json prices_json(const SizeResult& result) {
  Json list = Json::array();
  for (const UnitPrice& price : result.prices) {
    list.push_back({{"year", price.year},
                    {"raised_by", figure_json(price.more)},
                    {"waiting_months", figure_json(price.waiting_months)},
                    {"waiting_interval", interval_json(price.waiting_interval)},
                    {"euro", figure_json(price.euro)},
                    {"euro_interval", interval_json(price.euro_interval)}});
  }
  return list;
}

Json binding_json(const SizeResult& result) {
  Json list = Json::array();
  for (const BindingResource& resource : result.binding) {
    Json needs = Json::array();
    for (const BindingResource::Need& need : resource.needs) {
      needs.push_back({{"year", need.year},
                       {"now", figure_json(need.now)},
                       {"mean", figure_json(need.mean)},
                       {"high", figure_json(need.high)}});
    }
    list.push_back(
        {{"resource", resource.id}, {"alone_enough", resource.alone}, {"needs", std::move(needs)}});
  }
  return list;
}

Json frontier_json(const SizeResult& result) {
  Json list = Json::array();
  for (const FrontierPoint& point : result.frontier) {
    Json one = path_json(result.question, point.figures);
    one["part"] = figure_json(point.part);
    list.push_back(std::move(one));
  }
  return list;
}

Json request_json(const LoadedScenario& loaded, const SizeRequest& request,
                  const SizeResult& result) {
  const scenario::Resource& resource = loaded.scenario.resources[result.question.resource];
  return {{"resource", request.resource},
          {"kind", std::string(scenario::word(resource.kind))},
          {"targets", targets_json(result.question)},
          {"years", result.question.years},
          {"probability", figure_json(request.probability)},
          {"under_budget", request.budgets == Budgets::all_bind},
          {"step", figure_json(result.step)},
          {"search_replications", result.search_replications},
          {"times_sized_again", result.times_sized_again}};
}

Json findings(const LoadedScenario& loaded, const SizeResult& result) {
  Json list = Json::array();
  for (const Finding& one : findings_of(loaded, result)) list.push_back(finding_json(one));
  return list;
}

}  // namespace

std::string size_page_data(const LoadedScenario& loaded, const SizeRequest& request,
                           const SizeResult& result, const RunRecord& record, Language language) {
  const scenario::Scenario& s = loaded.scenario;
  Json present = Json::array();
  for (const double level : result.present) present.push_back(figure_json(level));
  Json data{{"format", 1},
            {"kind", "size"},
            {"language", language == Language::nl ? "nl" : "en"},
            {"scenario",
             {{"name", s.name},
              {"title", label_in_both(s.title, s.name)},
              {"description", text_in_both(s.description)},
              {"start", iso_date(s.horizon.start)},
              {"end", iso_date(s.horizon.end)}}},
            {"run",
             {{"version", std::string(version())},
              {"commit", std::string(commit())},
              {"seed", s.seed},
              {"scale", figure_json(s.scale)},
              {"replications", result.after.replications.count},
              {"command", record.command},
              {"audit_checks", result.audit_checks},
              {"inputs", inputs_json(loaded)}}},
            {"request", request_json(loaded, request, result)},
            {"outcome", std::string(name_of(result.outcome))},
            {"findings", findings(loaded, result)},
            {"names", names_of(s)},
            {"now", path_json(result.question, result.before)},
            {"found", path_json(result.question, result.after)},
            {"is_found", result.path.has_value()},
            {"present", std::move(present)},
            {"prices", prices_json(result)},
            {"binding", binding_json(result)},
            {"frontier", frontier_json(result)}};
  if (result.path) data["sized_file"] = sized_file_name(s);
  data["observed"] = Json::array();
  data["parameters"] = parameters_json(loaded.parameters);
  return data.dump();
}

}  // namespace doorstroom
