#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

void check_amount(Validation& v, const std::string& path, const Need& need,
                  const Resource& resource) {
  v.check_classes(path, need.amount);
  const bool money = resource.kind == ResourceKind::budget;
  v.reading.set_unit(path, money                                       ? "euro"
                           : resource.kind == ResourceKind::contingent ? "starts"
                                                                       : "places");
  if (money) v.reading.refuse_doubtful(path);
  std::vector<const Path*> amounts{&need.amount.all};
  for (const auto& [name, path_of_class] : need.amount.classes) amounts.push_back(&path_of_class);
  for (const Path* amount : amounts) {
    const bool changes = amount->entries.size() > 1 || amount->growth.has_value();
    if (changes && !money) v.problem(path, "only amounts of money can change over time");
    constexpr double most = 1e7;
    v.check_path(path, *amount, most);
    for (const Path::Entry& entry : amount->entries) {
      const double cents = entry.value.value * 100;
      constexpr double rounding = 1e-6;
      if (money && std::abs(cents - std::round(cents)) > rounding) {
        v.problem(v.place_of_entry(path, entry.from),
                  fmt::format("{:.10g} euro is not a whole number of cents", entry.value.value));
      }
    }
  }
}

void check_payment(Validation& v, const std::string& path, const Need& need,
                   const Resource& resource) {
  if (need.per != Charge::month) return;
  if (resource.kind != ResourceKind::budget) {
    v.problem(path + "/per", "only money is paid by the month");
  } else if (!resource.per_year && !resource.unlimited) {
    v.problem(path + "/per", "money paid by the month comes from a budget given per year");
  } else if (resource.release == Release::monthly || !resource.release_shares.empty()) {
    const char* key = resource.release ? "/release" : "/release_shares";
    v.problem("/resources/" + resource.id + key,
              fmt::format("{} pays by the month, and a start reserves its months to 31 December",
                          resource.id),
              "release it at_once");
  }
}

void check_needs(Validation& v, const std::string& path, const std::vector<Need>& needs) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const Need& need = needs[i];
    const std::string place = fmt::format("{}/{}", path, i);
    if (!seen.insert(need.resource).second) {
      v.problem(place, fmt::format("{} is needed twice", in_quotes(need.resource)),
                "add the amounts up");
    }
    const Resource* resource = v.resource(need.resource);
    if (resource == nullptr) continue;
    check_amount(v, place + "/amount", need, *resource);
    check_payment(v, place, need, *resource);
  }
}

bool takes_no_time(const Stay& stay) {
  return stay.kind == Stay::Kind::fixed && stay.mean.days <= 0;
}

void check_drop_out(Validation& v, const std::string& path, const std::optional<DropOut>& drop_out,
                    bool takes_time) {
  if (!drop_out) return;
  if (drop_out->per_month.has_value() == drop_out->share.has_value()) {
    v.problem(path, "either \"per_month\" or \"share\" is expected");
  }
  if (drop_out->per_month) v.check_classes(path + "/per_month", *drop_out->per_month);
  if (drop_out->share) v.check_classes(path + "/share", *drop_out->share);
  v.only_for(path, true, takes_time, "nobody can drop out of what takes no time");
}

void check_gap(Validation& v, const std::string& path, const Phase& phase, bool last) {
  if (!phase.gap) return;
  check_drop_out(v, path + "/drop_out", phase.gap->drop_out,
                 !takes_no_time(phase.gap->duration) || !v.reading.is_sound(path + "/duration"));
  v.only_for(path, true, !last, "no phase follows this one");
}

/// Does a limit on cumulated time end a phase that has no end of its own?
bool is_limited(const Validation& v, const Phase& phase) {
  const std::string& name = phase.instrument.empty() ? phase.id : phase.instrument;
  return std::ranges::any_of(v.scenario.measures, [&](const Measure& measure) {
    return std::ranges::any_of(measure.cumulated, [&](const CumulatedLimit& limit) {
      return std::ranges::find(limit.over, name) != limit.over.end();
    });
  });
}

/// An open phase ends by what happens to people, not by itself.
void check_open_phase(Validation& v, const std::string& path, const Phase& phase, bool last) {
  const Openness open = openness(phase.duration);
  if (open == Openness::nobody || !v.reading.is_sound(path + "/duration")) return;
  if (phase.drop_out && phase.drop_out->share) {
    v.problem(path + "/drop_out/share",
              "of an open phase no share drops out (who does not leave otherwise stays until they "
              "do)",
              "give \"per_month\"");
  }
  if (open != Openness::everybody || is_limited(v, phase)) return;
  v.only_for(path + "/decision", !phase.decision.empty(), false,
             "a phase that is open has no end at which to decide");
  if (!last) {
    v.problem(path + "/duration", "nobody reaches the phases after one that is open",
              "let the last phase be open, or limit its time by \"cumulated\"");
  }
}

void check_phase(Validation& v, const std::string& path, const Phase& phase, bool first,
                 bool last) {
  v.check_classes(path + "/duration", phase.duration);
  check_drop_out(v, path + "/drop_out", phase.drop_out,
                 !phase.duration.classes.empty() || !takes_no_time(phase.duration.all) ||
                     !v.reading.is_sound(path + "/duration"));
  check_open_phase(v, path, phase, last);
  check_needs(v, path + "/needs", phase.needs);
  check_gap(v, path + "/gap", phase, last);
  v.only_for(path + "/wait_at_most", phase.wait_at_most.has_value(), !first && !phase.needs.empty(),
             first ? "the places of the first phase are waited for on the measure's own list"
                   : "this phase needs no place to wait for");
  v.only_for(path + "/without_place", phase.without_place == WithoutPlace::stop,
             phase.wait_at_most.has_value(),
             "without \"wait_at_most\" people wait as long as it takes");
  for (const Destination& place : phase.decision) {
    if (place.p.rest) {
      v.problem(path + "/decision", "with a \"rest\" nobody would continue",
                "leave the share that continues out");
    }
  }
  v.check_destinations(path + "/decision", phase.decision, true);
}

void check_list(Validation& v, const std::string& path, const WaitingList& list) {
  for (const PriorityClass& priority : list.priority) {
    const std::string place = path + "/priority/" + priority.id;
    if (priority.id == "other") {
      v.problem(place, "\"other\" is the class of those who meet none", "give it another name");
    }
    v.check_condition(place + "/when", priority.when, Validation::Use::priority);
  }
  if (list.accept_probability) {
    v.check_classes(path + "/accept_probability", *list.accept_probability);
  }
  if (list.employer_choice) {
    v.check_classes(path + "/employer_choice/preference", list.employer_choice->preference);
  }
  v.only_for(path + "/refer_again_after_refusal", list.refer_again_after_refusal.has_value(),
             list.accept_probability.has_value(), "without \"accept_probability\" nobody refuses");
  if (list.max_wait && list.max_wait->after.days < 1) {
    v.problem(path + "/max_wait/after", "the longest wait is at least a day");
  }
}

void check_periods(Validation& v, const std::string& path, const std::vector<OpenPeriod>& periods) {
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const OpenPeriod& period = periods[i];
    const std::string place = fmt::format("{}/{}", path, i);
    if (!period.from && !period.until) {
      v.problem(place, "this period has neither \"from\" nor \"until\"",
                "leave \"open\" out for a measure that is always open");
    }
    if (period.from && period.until && *period.from >= *period.until) {
      v.problem(place, "a measure must open before it closes");
    }
    if (i == 0) continue;
    const Day closed = periods[i - 1].until.value_or(never);
    if (period.from.value_or(always) <= closed) {
      v.problem(place, "this period begins before the one before it has ended",
                "let the periods follow each other");
    }
  }
}

void check_closing(Validation& v, const std::string& path, const Measure& measure) {
  const Closing& closing = measure.on_close;
  const bool moves = closing.running == WhenClosing::move || closing.waiting == WhenClosing::move;
  if (moves && closing.move_to.empty()) {
    v.problem(path, "people move, but where to?", "add \"move_to\"");
  }
  if (moves && closing.move_to == measure.id) {
    v.problem(path + "/move_to", "it cannot move to itself");
  }
  v.only_for(path + "/move_to", !closing.move_to.empty(), moves,
             "neither \"running\" nor \"waiting\" says \"move\"");
  const bool closes = std::ranges::any_of(
      measure.open, [](const OpenPeriod& period) { return period.until.has_value(); });
  const bool is_usual =
      closing.running == WhenClosing::finish && closing.waiting == WhenClosing::back && !moves;
  v.only_for(path, !is_usual, closes, "this measure never closes: give \"open\" an \"until\"");
}

void check_fit(Validation& v, const std::string& path, const Measure& measure) {
  const bool has_misfit =
      measure.misfit.effect_factor.value != 1 || measure.misfit.drop_out_factor.value != 1;
  v.only_for(path + "/misfit", has_misfit, !measure.suited.empty(),
             "without \"suited\" nobody is misplaced");
  if (!measure.suited.empty()) v.uses_distance.push_back(path + "/suited");
  if (measure.improves_distance && measure.improves_distance->value > 0) {
    v.uses_distance.push_back(path + "/improves_distance");
  }
}

void check_measure(Validation& v, const Measure& measure) {
  const std::string path = "/measures/" + measure.id;
  constexpr std::size_t most_phases = 100;
  if (measure.phases.empty() || measure.phases.size() > most_phases) {
    v.problem(path, fmt::format("a measure has 1 to {} phases", most_phases));
  }
  for (std::size_t i = 0; i < measure.phases.size(); ++i) {
    const Phase& phase = measure.phases[i];
    check_phase(v, path + "/phases/" + phase.id, phase, i == 0, i + 1 == measure.phases.size());
  }
  const bool ends =
      measure.phases.empty() || openness(measure.phases.back().duration) != Openness::everybody;
  v.only_for(path + "/extension", measure.extension.has_value(), ends,
             "the last phase is open: there is no end to extend");
  check_needs(v, path + "/needs", measure.needs);
  check_list(v, path + "/waiting_list", measure.waiting_list);
  check_periods(v, path + "/open", measure.open);
  check_closing(v, path + "/on_close", measure);
  check_fit(v, path, measure);
  v.only_for(path + "/counsellor_change", measure.counsellor_change.has_value(),
             measure.phases.size() > 1, "there is only one phase, and nothing between");
  if (measure.least_phases > static_cast<int>(measure.phases.size())) {
    v.problem(path + "/least_phases",
              fmt::format("the measure has only {} phases", measure.phases.size()));
  }
  v.check_classes(path + "/lock_in", measure.lock_in);
  v.check_destinations(path + "/afterwards", measure.afterwards, false);
  v.check_destinations(path + "/after_drop_out", measure.after_drop_out, false);
  if (measure.aftercare) check_needs(v, path + "/aftercare/needs", measure.aftercare->needs);
  for (std::size_t i = 0; i < measure.cumulated.size(); ++i) {
    if (measure.cumulated[i].over.empty()) {
      v.problem(fmt::format("{}/cumulated/{}", path, i), "a limit over nothing",
                "name phases or instruments in \"over\"");
    }
  }
}

/// Assessors differ by the values of an attribute.
void check_assessors(Validation& v, const std::string& path, const Misclassification& error) {
  v.only_for(path + "/factors", !error.factors.empty(), !error.differs_by.empty(),
             "say in \"differs_by\" by which attribute");
  const Attribute* by = error.differs_by.empty() ? nullptr : v.attribute(error.differs_by);
  if (by == nullptr) return;
  v.uses_attribute.emplace_back(by->id, path + "/differs_by");
  for (const auto& [value, factor] : error.factors) {
    const std::string place = below(path + "/factors", value);
    if (std::ranges::find(by->values, value) == by->values.end()) {
      v.problem(place, fmt::format("{} is not a value of {}", in_quotes(value), by->id),
                did_you_mean_or(value, by->values));
    } else if ((error.one_class.value + error.two_classes.value) * factor.value > 1) {
      v.problem(place, "with this factor the errors add up to more than 1");
    }
  }
}

void check_screening(Validation& v, const Screening& screening) {
  const std::string path = "/screening/" + screening.id;
  check_needs(v, path + "/needs", screening.needs);
  check_list(v, path + "/waiting_list", screening.waiting_list);
  v.only_for(path + "/waiting_list/kind", screening.waiting_list.kind == ListKind::sec_job, false,
             "the list of a screening service is of the kind \"screening\"");
  for (const auto& [id, error] : screening.sees) {
    const std::string place = path + "/sees/" + pointer_part(id);
    const Attribute* attribute = v.attribute(id);
    if (attribute == nullptr) continue;
    if (!attribute->latent) {
      v.problem(place, fmt::format("{} is not latent: everybody sees it", in_quotes(id)));
    }
    if (error.one_class.value + error.two_classes.value > 1) {
      v.problem(place, "the errors add up to more than 1");
    }
    v.uses_attribute.emplace_back(id, place);
    check_assessors(v, place, error);
  }
}

/// Measures, screening services and statuses are named in the same places.
void check_names(Validation& v) {
  std::set<std::string> taken;
  for (const Status& status : v.scenario.statuses) taken.insert(status.id);
  const auto check = [&](const std::string& path, const std::string& id) {
    if (!taken.insert(id).second) {
      v.problem(path + id,
                fmt::format("{} is the name of a status or measure already", in_quotes(id)),
                "names must differ");
    }
    if (id == "refer" || id == "stay") {
      v.problem(path + id, fmt::format("{} has a meaning of its own", in_quotes(id)),
                "give it another name");
    }
  };
  for (const Measure& measure : v.scenario.measures) check("/measures/", measure.id);
  for (const Screening& screening : v.scenario.screening) check("/screening/", screening.id);
}

void check_keys(Validation& v) {
  std::set<std::string> keys;
  const auto check = [&](const std::string& path, const auto& item) {
    const std::string& key = item.key.empty() ? item.id : item.key;
    if (!keys.insert(key).second && !item.key.empty()) {
      v.problem(path + item.id + "/key",
                fmt::format("the key {} is in use already", in_quotes(key)),
                "who has the same key has the same luck");
    }
  };
  // Those without a key of their own first: they are not the ones to blame.
  for (const bool own : {false, true}) {
    for (const Measure& measure : v.scenario.measures) {
      if (measure.key.empty() != own) check("/measures/", measure);
    }
    for (const Screening& screening : v.scenario.screening) {
      if (screening.key.empty() != own) check("/screening/", screening);
    }
  }
}

}  // namespace

void validate_measures(Validation& v) {
  for (const Measure& measure : v.scenario.measures) check_measure(v, measure);
  for (const Screening& screening : v.scenario.screening) check_screening(v, screening);
  check_names(v);
  check_keys(v);
}

}  // namespace doorstroom::scenario
