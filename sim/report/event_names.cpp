#include "report/event_names.hpp"

#include <algorithm>
#include <map>

#include "record/series_recorder.hpp"

namespace doorstroom {

namespace {

struct Word {
  const char* nl;
  const char* en;
};
constexpr Word word_status{"status", "status"};
constexpr Word word_benefit{"uitkering", "benefit"};
constexpr Word word_measure{"maatregel", "measure"};
constexpr Word word_screening{"screening", "screening"};
constexpr Word word_phase{"fase", "phase"};
constexpr Word word_list{"wachtlijst", "waiting list"};
constexpr Word word_aftercare{"nazorg", "aftercare"};

std::string with_kind(Language language, const Word& kind, const std::string& label) {
  return std::string(language == Language::nl ? kind.nl : kind.en) + ": " + label;
}

/// Labels of things by their id.
template <class Things>
void add_labels(std::map<std::string, std::string>& labels, const Things& things,
                Language language) {
  for (const auto& thing : things) labels[thing.id] = label_or(language, thing.label, thing.id);
}

/// The label of an id; the id itself where the scenario has none.
std::string label_of(const std::map<std::string, std::string>& labels, const std::string& id) {
  const auto at = labels.find(id);
  return at == labels.end() ? id : at->second;
}

}  // namespace

EventNames::EventNames(const scenario::Scenario& scenario, const Model& model, Language language)
    : model_(model) {
  std::map<std::string, std::string> of_statuses;
  std::map<std::string, std::string> of_benefits;
  std::map<std::string, std::string> of_measures;
  add_labels(of_statuses, scenario.statuses, language);
  add_labels(of_benefits, scenario.benefits.statutes, language);
  add_labels(of_measures, scenario.measures, language);
  add_labels(of_measures, scenario.screening, language);
  const auto named = [&](const std::string& id, const auto& labels, const Word& kind) {
    const std::string label = label_of(labels, id);
    return Names{id, label, with_kind(language, kind, label)};
  };
  for (const Status& status : model.statuses) {
    statuses_.push_back(named(status.id, of_statuses, word_status));
  }
  for (const Statute& statute : model.benefits.statutes) {
    benefits_.push_back(named(statute.id, of_benefits, word_benefit));
  }
  for (const Measure& measure : model.measures) {
    const Word& kind = measure.is_screening ? word_screening : word_measure;
    measures_.push_back(named(measure.id, of_measures, kind));
    aftercare_.push_back(named(measure.id, of_measures, word_aftercare));
  }
  add_phases(scenario, language);
  add_lists(language);
  tell_apart();
  for (const Attribute& attribute : model.attributes) {
    const bool is_benefit = model.benefits.exist() &&
                            attribute.field.shift == model.benefits.field.shift &&
                            attribute.field.width == model.benefits.field.width;
    if (!is_benefit) attributes_.push_back(&attribute);
  }
}

void EventNames::add_phases(const scenario::Scenario& scenario, Language language) {
  std::map<std::string, std::map<std::string, std::string>> labels;
  for (const auto& measure : scenario.measures) {
    add_labels(labels[measure.id], measure.phases, language);
  }
  for (std::size_t m = 0; m < model_.measures.size(); ++m) {
    std::vector<Names>& phases = phases_.emplace_back();
    for (const Phase& phase : model_.measures[m].phases) {
      const std::string label = label_of(labels[measures_[m].id], phase.id);
      const std::string activity = measures_[m].label + ", " + label;
      phases.push_back(
          {measures_[m].id + "." + phase.id, label, with_kind(language, word_phase, activity)});
    }
  }
}

void EventNames::add_lists(Language language) {
  for (std::size_t l = 0; l < model_.lists.size(); ++l) {
    const ListModel& list = model_.lists[l];
    const std::size_t measure = list.measure.position();
    std::string label = measures_[measure].label;
    if (list.phase.exists()) label += ", " + phases_[measure][list.phase.position()].label;
    lists_.push_back({name_of_list(model_, l), label, with_kind(language, word_list, label)});
  }
}

/// Things with the same label would be one activity to who reads the log: their ids tell them
/// apart.
void EventNames::tell_apart() {
  std::map<std::string, std::vector<Names*>> by_activity;
  const auto add = [&](std::vector<Names>& all) {
    for (Names& names : all) by_activity[names.activity].push_back(&names);
  };
  for (auto* all : {&statuses_, &benefits_, &measures_, &aftercare_, &lists_}) add(*all);
  for (auto& all : phases_) add(all);
  for (auto& [activity, same] : by_activity) {
    if (same.size() == 1) continue;
    for (Names* names : same) names->activity += " (" + names->id + ")";
  }
}

const EventNames::Names& EventNames::names_of(const Stay& stay) const {
  switch (stay.kind) {
    case StayKind::status:
      return statuses_[stay.subject];
    case StayKind::benefit:
      return benefits_[stay.subject];
    case StayKind::measure:
      return measures_[stay.subject];
    case StayKind::phase:
      return phases_[stay.subject][stay.other];
    case StayKind::waiting:
      return lists_[stay.subject];
    case StayKind::aftercare:
      break;
  }
  return aftercare_[stay.subject];
}

std::string_view EventNames::kind(const Stay& stay) const {
  switch (stay.kind) {
    case StayKind::status:
      return "status";
    case StayKind::benefit:
      return "benefit";
    case StayKind::measure:
      return model_.measures[stay.subject].is_screening ? "screening" : "measure";
    case StayKind::phase:
      return "phase";
    case StayKind::waiting:
      return "waiting";
    case StayKind::aftercare:
      break;
  }
  return "aftercare";
}

std::string_view EventNames::ended_by(const Stay& stay) const {
  if (stay.is_open()) return {};
  switch (stay.kind) {
    case StayKind::status:
      return statuses_[stay.other].id;
    case StayKind::benefit:
      return benefits_[stay.other].id;
    case StayKind::waiting:
      return stay.reason == Reason::granted ? "started" : name_of(stay.reason);
    default:
      return name_of(stay.reason);
  }
}

const ListModel* EventNames::list_of(const Stay& stay) const {
  switch (stay.kind) {
    case StayKind::measure:
      return &model_.lists[model_.measures[stay.subject].list];
    case StayKind::phase: {
      const Phase& phase = model_.measures[stay.subject].phases[stay.other];
      return phase.list == Phase::no_list ? nullptr : &model_.lists[phase.list];
    }
    case StayKind::waiting:
      return &model_.lists[stay.subject];
    default:
      return nullptr;
  }
}

std::string_view EventNames::group(const Stay& stay) const {
  const ListModel* list = list_of(stay);
  if (list == nullptr) return {};
  for (const Claim& claim : list->claims) {
    const Resource& resource = model_.resources[claim.resource.position()];
    if (resource.accounts.size() > 1) return value_of(resource.split_field, stay.profile);
  }
  return {};
}

std::string_view EventNames::value_of(ProfileField field, Profile profile) const {
  const auto by = std::ranges::find_if(model_.attributes, [&](const Attribute& attribute) {
    return attribute.field.shift == field.shift && attribute.field.width == field.width;
  });
  if (by == model_.attributes.end()) return {};
  return by->values[profile.code(field)];
}

}  // namespace doorstroom
