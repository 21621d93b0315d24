#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

void check_needs(Validation& v, const std::string& path, const std::vector<Need>& needs) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const Need& need = needs[i];
    const std::string place = fmt::format("{}/{}", path, i);
    if (!seen.insert(need.resource).second) {
      v.problem(place, fmt::format("\"{}\" is needed twice", need.resource), "add the amounts up");
    }
    v.check_classes(place + "/amount", need.amount);
    const auto at = std::ranges::find(v.scenario.resources, need.resource, &Resource::id);
    if (at == v.scenario.resources.end()) continue;
    const bool money = at->kind == ResourceKind::budget;
    std::vector<const Path*> amounts{&need.amount.all};
    for (const auto& [name, path_of_class] : need.amount.classes) amounts.push_back(&path_of_class);
    for (const Path* amount : amounts) {
      const bool changes = amount->entries.size() > 1 || amount->growth.has_value();
      if (changes && !money) {
        v.problem(place + "/amount", "only amounts of money can change over time");
      }
      if (!amount->entries.empty() && amount->entries.front().from > v.scenario.horizon.start) {
        v.problem(place + "/amount", "nothing is said about the start of the horizon");
      }
    }
    if (need.per != Charge::month) continue;
    if (!money) {
      v.problem(place + "/per", "only money is paid by the month");
    } else if (!at->per_year) {
      v.problem(place + "/per", "money paid by the month comes from a budget given per year");
    } else if (at->release == Release::monthly || !at->release_shares.empty()) {
      v.problem("/resources/" + at->id + "/release",
                fmt::format("{} pays by the month, and a start reserves its months to 31 December",
                            at->id),
                "release it at_once");
    }
  }
}

void check_drop_out(Validation& v, const std::string& path,
                    const std::optional<DropOut>& drop_out) {
  if (!drop_out) return;
  if (drop_out->per_month.has_value() == drop_out->share.has_value()) {
    v.problem(path, "either \"per_month\" or \"share\" is expected");
  }
  if (drop_out->per_month) v.check_classes(path + "/per_month", *drop_out->per_month);
  if (drop_out->share) v.check_classes(path + "/share", *drop_out->share);
}

void check_phase(Validation& v, const std::string& path, const Phase& phase, bool first) {
  v.check_stay(path + "/duration", phase.duration);
  check_drop_out(v, path + "/drop_out", phase.drop_out);
  check_needs(v, path + "/needs", phase.needs);
  if (phase.gap) check_drop_out(v, path + "/gap/drop_out", phase.gap->drop_out);
  if (phase.wait_at_most && (first || phase.needs.empty())) {
    v.problem(path + "/wait_at_most",
              first ? "the places of the first phase are waited for on the measure's own list"
                    : "this phase needs no place to wait for");
  }
  for (const Destination& place : phase.decision) {
    if (place.p.rest) {
      v.problem(path + "/decision", "with a \"rest\" nobody would continue",
                "leave the share that continues out");
    }
  }
  v.check_destinations(path + "/decision", phase.decision, true);
}

void check_list(Validation& v, const std::string& path, const WaitingList& list) {
  std::set<std::string> seen;
  for (const PriorityClass& priority : list.priority) {
    const std::string place = path + "/priority/" + priority.id;
    if (!seen.insert(priority.id).second || priority.id == "other") {
      v.problem(place, fmt::format("\"{}\" is the name of a class already", priority.id));
    }
    v.check_condition(place + "/when", priority.when, Validation::Use::priority);
  }
  if (list.accept_probability) {
    v.check_classes(path + "/accept_probability", *list.accept_probability);
  }
  if (list.max_wait && list.max_wait->after.days < 1) {
    v.problem(path + "/max_wait/after", "the longest wait is at least a day");
  }
}

void check_open(Validation& v, const std::string& path, const Measure& measure) {
  for (const OpenPeriod& period : measure.open) {
    if (period.from && period.until && *period.from >= *period.until) {
      v.problem(path + "/open", "a measure must open before it closes");
    }
  }
  const bool moves = measure.on_close.running == WhenClosing::move ||
                     measure.on_close.waiting == WhenClosing::move;
  if (moves && measure.on_close.move_to.empty()) {
    v.problem(path + "/on_close", "move where?", "add \"move_to\"");
  }
  if (measure.on_close.move_to == measure.id && moves) {
    v.problem(path + "/on_close/move_to", "it cannot move to itself");
  }
}

void check_measure(Validation& v, const Measure& measure) {
  const std::string path = "/measures/" + measure.id;
  constexpr std::size_t most_phases = 100;
  if (measure.phases.empty() || measure.phases.size() > most_phases) {
    v.problem(path, fmt::format("a measure has 1 to {} phases", most_phases));
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < measure.phases.size(); ++i) {
    const Phase& phase = measure.phases[i];
    const std::string place = path + "/phases/" + phase.id;
    if (!seen.insert(phase.id).second) {
      v.problem(place, fmt::format("the phase \"{}\" stands here twice", phase.id));
    }
    check_phase(v, place, phase, i == 0);
    if (phase.gap && i + 1 == measure.phases.size()) {
      v.problem(place + "/gap", "no phase follows this one");
    }
  }
  check_needs(v, path + "/needs", measure.needs);
  check_list(v, path + "/waiting_list", measure.waiting_list);
  check_open(v, path, measure);
  v.check_classes(path + "/lock_in", measure.lock_in);
  v.check_destinations(path + "/afterwards", measure.afterwards, false);
  v.check_destinations(path + "/after_drop_out", measure.after_drop_out, false);
  if (measure.aftercare) check_needs(v, path + "/aftercare/needs", measure.aftercare->needs);
  if (measure.suited.empty()) {
    if (measure.misfit.effect_factor.value != 1 || measure.misfit.drop_out_factor.value != 1) {
      v.problem(path + "/misfit", "without \"suited\" nobody is misplaced");
    }
  } else {
    v.uses_distance.push_back(path + "/suited");
  }
  if (measure.improves_distance && measure.improves_distance->value > 0) {
    v.uses_distance.push_back(path + "/improves_distance");
  }
  for (std::size_t i = 0; i < measure.cumulated.size(); ++i) {
    if (measure.cumulated[i].over.empty()) {
      v.problem(fmt::format("{}/cumulated/{}", path, i), "a limit over nothing");
    }
  }
}

void check_screening(Validation& v, const Screening& screening) {
  const std::string path = "/screening/" + screening.id;
  check_needs(v, path + "/needs", screening.needs);
  check_list(v, path + "/waiting_list", screening.waiting_list);
  for (const auto& [id, error] : screening.sees) {
    const std::string place = path + "/sees/" + id;
    const Attribute* attribute = v.attribute(id);
    if (attribute == nullptr) continue;
    if (!attribute->latent) {
      v.problem(place, fmt::format("\"{}\" is not latent: everybody sees it", id));
    }
    if (error.one_class.value + error.two_classes.value > 1) {
      v.problem(place, "the errors add up to more than 1");
    }
    v.uses_attribute.emplace_back(id, place);
  }
}

}  // namespace

void validate_measures(Validation& v) {
  for (const Measure& measure : v.scenario.measures) check_measure(v, measure);
  for (const Screening& screening : v.scenario.screening) check_screening(v, screening);
  std::set<std::string> keys;
  const auto check_key = [&](const std::string& path, const auto& item) {
    const std::string& key = item.key.empty() ? item.id : item.key;
    if (!keys.insert(key).second) {
      v.problem(path + item.id, fmt::format("the key \"{}\" is in use already", key));
    }
  };
  for (const Measure& measure : v.scenario.measures) check_key("/measures/", measure);
  for (const Screening& screening : v.scenario.screening) check_key("/screening/", screening);
}

}  // namespace doorstroom::scenario
