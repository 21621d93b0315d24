#include "report/drivers_report.hpp"

#include <map>

#include <fmt/format.h>

#include "compare/verdict.hpp"
#include "report/csv.hpp"
#include "report/presentation.hpp"

namespace doorstroom {

namespace {

/// The place of a cause in the order of effects; of several together there is none.
std::string rank_text(const Driver& driver, std::size_t position) {
  return driver.kind == Driver::Kind::cause ? fmt::format("{}", position + 1) : std::string();
}

std::string drivers_csv(const DriversResult& result) {
  std::string text =
      "driver,rank,figure,unit,base,value,difference,sd,low,high,verdict,share,share_low,"
      "share_high,replications\n";
  for (std::size_t i = 0; i < result.drivers.size(); ++i) {
    const Driver& driver = result.drivers[i];
    for (std::size_t f = 0; f < carousel_figures.size(); ++f) {
      const DriverEffect& effect = driver.effects[f];
      if (effect.base.replications == 0 && effect.value.replications == 0) continue;
      const Interval interval = interval_of_mean(effect.difference, result.confidence);
      text += fmt::format("{},{},{},{}", driver.id, rank_text(driver, i), carousel_figures[f].name,
                          carousel_figures[f].unit);
      for (const double value : {effect.base.mean, effect.value.mean, effect.difference.mean,
                                 effect.difference.sd, interval.low, interval.high}) {
        text += ',' + number_text(value);
      }
      text += fmt::format(",{},{},{},{},{}\n",
                          name_of(verdict_of(effect.difference, result.confidence)),
                          number_text(effect.share), number_text(effect.share_interval.low),
                          number_text(effect.share_interval.high), effect.difference.replications);
    }
  }
  return text;
}

std::string switched_csv(const SwitchedWorlds& worlds) {
  std::string text = "cause,path,from,to,note\n";
  for (std::size_t w = 0; w < worlds.single.size(); ++w) {
    for (const Change& change : worlds.worlds[w].changes) {
      text += fmt::format("{},{},{},{},\n", worlds.worlds[w].id, csv_field(change.path),
                          csv_field(change.from), csv_field(change.to));
    }
  }
  for (const Cause cause : worlds.not_applicable) {
    text += fmt::format("{},,,,{}\n", name_of(cause),
                        csv_field("not applicable: " + why_not_applicable(cause).en));
  }
  return text;
}

}  // namespace

void write_drivers(const ResultDirectory& directory, const DriversStudy& study,
                   const RunRecord& record, Language language) {
  std::map<std::string, std::string> digests;
  const auto write = [&](const std::string& name, const std::string& content) {
    directory.write(name, content);
    digests[name] = sha256(content);
  };
  write("tables/drivers.csv", drivers_csv(study.result));
  write("tables/switched.csv", switched_csv(study.worlds));
  write("scenarios/" + study.base.scenario.name + ".json", resolved_text(study.base.scenario));
  for (const SwitchedWorld& world : study.worlds.worlds) {
    write("scenarios/" + world.scenario.name + ".json", resolved_text(world.scenario));
  }
  const scenario::Scenario& base = study.base.scenario;
  write_presentation(directory, drivers_data(study, record, language),
                     label_or(language, base.title, base.name));
  StudyFacts facts{"drivers",
                   {&study.base},
                   study.result.replications,
                   study.result.audit_checks,
                   study.result.events};
  facts.precision = study.result.precision;
  directory.write(std::string(mark_of_results), study_manifest_text(facts, digests, record));
}

}  // namespace doorstroom
