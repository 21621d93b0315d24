// The state of one replication. Everything that changes is here; the parts of the engine are the
// verbs.
#pragma once

#include <vector>

#include "engine/accounts.hpp"
#include "engine/agenda.hpp"
#include "engine/claims.hpp"
#include "engine/people_store.hpp"
#include "engine/recorder.hpp"
#include "engine/rule_book.hpp"
#include "engine/waiting_lists.hpp"
#include "model/model.hpp"
#include "random/luck.hpp"

namespace doorstroom {

/// Somebody who is to join the list of a measure today.
struct JoinRequest {
  Slot slot = no_slot;
  MeasureIndex measure;
  bool by_rules = false;  // if the list is full, the rules are asked for an alternative
  bool approved = false;
  StatusIndex status;  // that they had when they asked
};

/// Somebody who asks for the aftercare of a measure today.
struct CareRequest {
  Slot slot = no_slot;
  MeasureIndex measure;
};

struct World {
  World(const Model& the_model, const RuleBook& the_rules, std::uint32_t replication,
        std::vector<Recorder*> recorders)
      : model(the_model),
        rules(the_rules),
        luck(the_model.seed, replication),
        today(the_model.horizon.start),
        people(the_model),
        agenda(the_model.horizon),
        accounts(the_model.resources, the_model.horizon),
        claims(the_model, accounts),
        lists(the_model, people),
        log(std::move(recorders)) {}

  const Model& model;
  const RuleBook& rules;
  Luck luck;
  Day today;
  PeopleStore people;
  Agenda agenda;
  Accounts accounts;
  Claims claims;
  WaitingLists lists;
  EventLog log;

  /// Number of things that were due to somebody and happened.
  std::uint64_t dues = 0;

  /// Work of today: people whose due day is today although today's endings are over, people to be
  /// referred, and people to be put on a list.
  std::vector<Slot> late;
  std::vector<Slot> to_refer;
  std::vector<JoinRequest> to_join;
  /// People whose aftercare needs resources.
  std::vector<CareRequest> to_care;

  /// Somebody needs a referral today, for one reason or for several.
  void ask_rules(Slot slot) {
    if (people[slot].asks_rules) return;
    people[slot].asks_rules = true;
    to_refer.push_back(slot);
  }
  void ask_to_join(Slot slot, MeasureIndex measure, bool by_rules = false, bool approved = false) {
    to_join.push_back({slot, measure, by_rules, approved, people[slot].status});
  }

  [[nodiscard]] LuckKey whose(Slot slot) const { return model.luck_key(people[slot].id); }
  [[nodiscard]] unsigned distance(Slot slot) const {
    return people[slot].profile.code(model.fields.distance);
  }
  [[nodiscard]] const Measure& measure_of(Slot slot) const {
    return model.measures[people[slot].measure.position()];
  }
  /// How often the person has been referred to the measure: addresses the draws of this visit.
  [[nodiscard]] Occurrence visit(Slot slot, MeasureIndex measure) const {
    return {people.visits(slot)[measure.position()].count()};
  }

  void tell(EventKind kind, Slot slot, std::size_t subject, std::size_t other = no_subject,
            std::int64_t amount = 0, Reason reason = Reason::none) {
    const Person& person = people[slot];
    Event event;
    event.profile = person.profile;
    event.slot = slot;
    event.amount = static_cast<std::int32_t>(amount);
    event.subject = static_cast<std::uint16_t>(subject);
    event.other = static_cast<std::uint16_t>(other);
    event.kind = kind;
    event.reason = reason;
    event.status = person.status.value;
    log.add(event, people);
  }
};

}  // namespace doorstroom
