#include <cmath>

#include <nlohmann/json.hpp>

#include "doorstroom/version.hpp"

#include "compare/verdict.hpp"
#include "report/drivers_report.hpp"
#include "report/manifest_parts.hpp"
#include "report/page_names.hpp"
#include "report/page_parts.hpp"

namespace doorstroom {

namespace {

/// A figure with at most six decimals, or null.
Json figure(double value) {
  if (std::isnan(value)) return nullptr;
  return std::round(value * 1e6) / 1e6;
}

Json effect_of(const DriverEffect& effect, double confidence) {
  const Interval interval = interval_of_mean(effect.difference, confidence);
  return {{"base", figure(effect.base.mean)},
          {"value", figure(effect.value.mean)},
          {"difference", figure(effect.difference.mean)},
          {"low", figure(interval.low)},
          {"high", figure(interval.high)},
          {"verdict", name_of(verdict_of(effect.difference, confidence))},
          {"share", figure(effect.share)},
          {"share_low", figure(effect.share_interval.low)},
          {"share_high", figure(effect.share_interval.high)},
          {"replications", effect.difference.replications}};
}

const char* kind_of(Driver::Kind kind) {
  switch (kind) {
    case Driver::Kind::cause:
      return "cause";
    case Driver::Kind::all:
      return "all";
    case Driver::Kind::sum:
      return "sum";
    case Driver::Kind::interaction:
      return "interaction";
  }
  return "";
}

Json drivers_of(const DriversResult& result) {
  Json list = Json::array();
  for (const Driver& driver : result.drivers) {
    Json effects = Json::object();
    for (std::size_t f = 0; f < carousel_figures.size(); ++f) {
      effects[carousel_figures[f].name] = effect_of(driver.effects[f], result.confidence);
    }
    list.push_back({{"id", driver.id},
                    {"kind", kind_of(driver.kind)},
                    {"label", text_in_both(label_of_driver(driver.id))},
                    {"effects", effects}});
  }
  return list;
}

Json figures_of() {
  Json list = Json::array();
  for (std::size_t f = 0; f < carousel_figures.size(); ++f) {
    list.push_back({{"id", carousel_figures[f].name},
                    {"unit", carousel_figures[f].unit},
                    {"label", text_in_both(label_of_figure(static_cast<CarouselFigure>(f)))}});
  }
  return list;
}

Json switched_of(const SwitchedWorlds& worlds) {
  Json list = Json::array();
  for (std::size_t w = 0; w < worlds.single.size(); ++w) {
    for (const Change& change : worlds.worlds[w].changes) {
      list.push_back({{"cause", worlds.worlds[w].id},
                      {"path", change.path},
                      {"from", change.from},
                      {"to", change.to}});
    }
  }
  return list;
}

Json not_applicable_of(const SwitchedWorlds& worlds) {
  Json list = Json::array();
  for (const Cause cause : worlds.not_applicable) {
    const std::string id(name_of(cause));
    list.push_back({{"id", id},
                    {"label", text_in_both(label_of_driver(id))},
                    {"why", text_in_both(why_not_applicable(cause))}});
  }
  return list;
}

Json findings_of(const DriversStudy& study) {
  Json list = Json::array();
  for (const Finding& finding : driver_findings(study)) {
    Json one = text_in_both(finding.text);
    one["weight"] = finding.weight == Weight::warning ? "warning" : "fact";
    one["about"] = finding.about;
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

std::string drivers_data(const DriversStudy& study, const RunRecord& record, Language language) {
  const scenario::Scenario& s = study.base.scenario;
  const Json data{{"format", 1},
                  {"kind", "drivers"},
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
                    {"scale", figure(s.scale)},
                    {"replications", study.result.replications},
                    {"command", record.command},
                    {"audit_checks", study.result.audit_checks},
                    {"inputs", manifest_inputs(study.base)}}},
                  {"findings", findings_of(study)},
                  {"confidence", figure(study.result.confidence)},
                  {"cohorts", followed_years(s)},
                  {"figures", figures_of()},
                  {"drivers", drivers_of(study.result)},
                  {"not_applicable", not_applicable_of(study.worlds)},
                  {"switched", switched_of(study.worlds)},
                  {"names", names_of(s)},
                  {"observed", Json::array()},
                  {"parameters", parameters_json(study.base.parameters)}};
  return data.dump();
}

}  // namespace doorstroom
