#include "scenario/usual.hpp"

#include <algorithm>

namespace doorstroom::scenario {

namespace {

std::vector<Status> usual_statuses() {
  using enum UnemploymentClock;
  return {
      {"unemployed", {"werkzoekend", "unemployed"}, true, PaidWork::none, runs, {}, {}},
      {"job_nec", {"werk (NEC)", "job, regular economy"}, false, PaidWork::nec, stopped, {}, {}},
      {"job_sec",
       {"werk (sociale economie)", "job, social economy"},
       false,
       PaidWork::sec,
       stopped,
       {},
       {}},
      {"sick", {"ziek (RIZIV)", "sick"}, false, PaidWork::none, frozen, {}, {}},
      {"ocmw",
       {"OCMW-cliënt, niet ingeschreven", "OCMW client, not registered"},
       false,
       PaidWork::none,
       frozen,
       {},
       {}},
      {"inactive", {"inactief", "inactive"}, false, PaidWork::none, stopped, {}, {}},
      {"pension", {"pensioen", "pension"}, false, PaidWork::none, stopped, {}, {}},
      {"out", {"uit het model", "left the model"}, false, PaidWork::none, stopped, {}, {}},
  };
}

void add_benefit(Scenario& scenario) {
  if (scenario.benefits.statutes.empty()) return;
  const auto named = [](const Attribute& a) { return a.id == benefit_attribute; };
  if (std::ranges::any_of(scenario.attributes, named)) return;
  Attribute benefit;
  benefit.id = benefit_attribute;
  benefit.label = {"statuut", "statute"};
  for (const Statute& statute : scenario.benefits.statutes) benefit.values.push_back(statute.id);
  scenario.attributes.push_back(std::move(benefit));
}

template <class T>
bool has(const std::vector<T>& items, std::string_view id) {
  return std::ranges::any_of(items, [&](const T& item) { return item.id == id; });
}

bool pays_by_month(const Scenario& scenario, const std::string& resource) {
  const auto monthly = [&](const std::vector<Need>& needs) {
    return std::ranges::any_of(needs, [&](const Need& need) {
      return need.resource == resource && need.per == Charge::month;
    });
  };
  return std::ranges::any_of(scenario.measures,
                             [&](const Measure& m) {
                               return monthly(m.needs) ||
                                      (m.aftercare && monthly(m.aftercare->needs)) ||
                                      std::ranges::any_of(m.phases, [&](const Phase& p) {
                                        return monthly(p.needs);
                                      });
                             }) ||
         std::ranges::any_of(scenario.screening,
                             [&](const Screening& s) { return monthly(s.needs); });
}

}  // namespace

void add_the_usual(Scenario& scenario) {
  for (Screening& screening : scenario.screening) {
    ListKind& kind = screening.waiting_list.kind;
    if (kind == ListKind::trajectory) kind = ListKind::screening;
  }
  for (Resource& resource : scenario.resources) {
    const bool renewed = resource.kind != ResourceKind::places;
    if (!renewed || resource.release || !resource.release_shares.empty()) continue;
    resource.release = pays_by_month(scenario, resource.id) ? Release::at_once : Release::monthly;
  }
  std::vector<Status> statuses;
  for (Status& usual : usual_statuses()) {
    if (!has(scenario.statuses, usual.id)) statuses.push_back(std::move(usual));
  }
  scenario.statuses.insert(scenario.statuses.begin(), statuses.begin(), statuses.end());
  if (scenario.distance_classes.empty()) {
    scenario.distance_classes = {"small", "medium", "large", "very_large", "unbridgeable"};
  }
  if (!has(scenario.attributes, distance_attribute)) {
    Attribute distance;
    distance.id = distance_attribute;
    distance.label = {"afstand tot de arbeidsmarkt", "distance to the labour market"};
    distance.values = scenario.distance_classes;
    distance.latent = true;
    distance.registered = false;
    scenario.attributes.insert(scenario.attributes.begin(), std::move(distance));
  }
  add_benefit(scenario);
}

}  // namespace doorstroom::scenario
