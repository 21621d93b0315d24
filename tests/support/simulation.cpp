#include "support/simulation.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "record/audit.hpp"
#include "record/series_recorder.hpp"
#include "rules/table_rules.hpp"
#include "scenario/compile.hpp"

namespace doorstroom::tests {

namespace {

class Keeper final : public Recorder {
 public:
  explicit Keeper(Simulation& into) : into_(into) {}

  void fold(const EventBlock& block) override {
    for (const Event& event : block.events) {
      into_.told.push_back({block.day, block.id_of(event.slot), event});
    }
  }

  void month_end(const MonthView& view) override {
    Stand stand;
    stand.day = view.day;
    for (AccountIndex a = 0; a < view.accounts.size(); ++a) {
      stand.accounts.push_back(view.accounts.state(a));
      stand.committed.push_back(view.accounts.committed(a));
      stand.paid.push_back(view.accounts.paid(a));
    }
    for (std::size_t list = 0; list < into_.model->lists.size(); ++list) {
      stand.length.push_back(view.lists.length(list));
    }
    stand.held_back.assign(view.held_back.begin(), view.held_back.end());
    into_.stands.push_back(std::move(stand));
  }

  void close(const PeopleStore&, const Accounts& accounts) override {
    into_.periods = accounts.closed_periods();
  }

 private:
  Simulation& into_;
};

template <class Item>
std::size_t position(const std::vector<Item>& items, std::string_view id) {
  const auto at = std::ranges::find(items, id, &Item::id);
  if (at == items.end()) throw std::out_of_range("no " + std::string(id));
  return static_cast<std::size_t>(at - items.begin());
}

/// A referral that is what it would be had screening seen the truth.
bool is_as_ideal(const Event& event) {
  return event.kind == EventKind::ideal_referral &&
         event.amount == (event.other == no_subject ? -1 : event.other);
}

bool has_other(EventKind kind) {
  switch (kind) {
    case EventKind::status_changed:
    case EventKind::joined:
    case EventKind::class_changed:
    case EventKind::phase_started:
    case EventKind::phase_ended:
    case EventKind::phase_skipped:
    case EventKind::asked_referral:
      return true;
    default:
      return false;
  }
}

std::string other_of(const Model& model, const Event& event) {
  switch (event.kind) {
    case EventKind::status_changed:
      return "from " + model.statuses[event.other].id;
    case EventKind::joined:
    case EventKind::class_changed: {
      const ListModel& list = model.lists[event.subject];
      return list.classes > 1 ? "as " + list.class_ids[event.other] : "";
    }
    case EventKind::asked_referral:
      return event.other == no_subject ? "to nothing" : "to " + model.measures[event.other].id;
    default:
      return model.measures[event.subject].phases[event.other].id;
  }
}

}  // namespace

std::string subject_of(const Model& model, const Event& event) {
  switch (event.kind) {
    case EventKind::entered:
    case EventKind::status_changed:
    case EventKind::left:
      return model.statuses[event.subject].id;
    case EventKind::asked_referral:
    case EventKind::ideal_referral:
      return event.subject == no_subject ? "nobody" : model.rules.referral[event.subject].id;
    case EventKind::joined:
    case EventKind::left_list:
    case EventKind::class_changed:
      return name_of_list(model, event.subject);
    case EventKind::assessed:
      return model.attributes[event.subject].id;
    case EventKind::distance_changed:
      return "distance";
    case EventKind::benefit_changed:
      return model.benefits.statutes[event.subject].id;
    default:
      return model.measures[event.subject].id;
  }
}

std::string line_of(const Model& model, const Event& event) {
  std::string line = fmt::format("{} {}", name_of(event.kind), subject_of(model, event));
  if (event.kind == EventKind::assessed) {
    return line + fmt::format(" as {} truly {}", event.other, event.amount);
  }
  if (event.kind == EventKind::ideal_referral) {
    const auto measure = [&](int m) { return m < 0 ? "nothing" : model.measures[m].id; };
    return line + fmt::format(" to {} not {}",
                              measure(event.other == no_subject ? -1 : event.other),
                              measure(event.amount));
  }
  if (event.kind == EventKind::distance_changed) {
    return line + fmt::format(" {} from {}", event.amount, event.other);
  }
  if (has_other(event.kind)) {
    const std::string other = other_of(model, event);
    if (!other.empty()) line += " " + other;
  }
  if (event.amount != 0) line += fmt::format(" {}", event.amount);
  const std::string_view reason = name_of(event.reason);
  if (!reason.empty()) line += fmt::format(" {}", reason);
  return line;
}

std::size_t Simulation::measure(std::string_view id) const {
  return position(model->measures, id);
}

std::size_t Simulation::status(std::string_view id) const {
  return position(model->statuses, id);
}

std::size_t Simulation::account(std::string_view resource) const {
  std::size_t first = 0;
  for (const Resource& r : model->resources) {
    if (r.id == resource) return first;
    first += r.accounts.size();
  }
  throw std::out_of_range("no " + std::string(resource));
}

std::vector<Told> Simulation::events(EventKind kind, std::string_view subject) const {
  std::vector<Told> found;
  for (const Told& t : told) {
    if (t.event.kind != kind) continue;
    if (subject.empty() || subject_of(*model, t.event) == subject) found.push_back(t);
  }
  return found;
}

std::vector<std::string> Simulation::life(std::string_view person,
                                          const std::vector<EventKind>& but) const {
  std::vector<std::string> lines;
  for (const Told& t : told) {
    if (name(t.person) != person) continue;
    if (std::ranges::find(but, t.event.kind) != but.end()) continue;
    if (is_as_ideal(t.event)) continue;
    lines.push_back(iso_date(t.day) + " " + line_of(*model, t.event));
  }
  return lines;
}

std::vector<std::string> Simulation::who(EventKind kind, std::string_view subject) const {
  std::vector<std::string> lines;
  for (const Told& t : events(kind, subject)) {
    lines.push_back(iso_date(t.day) + " " + name(t.person));
  }
  return lines;
}

const Stand& Simulation::at(std::string_view date) const {
  const Day day = *parse_date(date);
  const auto stand = std::ranges::find(stands, day, &Stand::day);
  if (stand == stands.end()) throw std::out_of_range("no month ends on " + std::string(date));
  return *stand;
}

Simulation simulate(std::shared_ptr<const Model> model, std::uint32_t replication,
                    std::vector<Recorder*> more) {
  Simulation simulation;
  simulation.model = std::move(model);
  const TableRules rules(simulation.model->rules);
  Keeper keeper(simulation);
  Audit audit(*simulation.model);
  more.push_back(&keeper);
  more.push_back(&audit);
  Replication run(*simulation.model, rules, replication, std::move(more));
  run.run();
  simulation.effort = run.effort();
  simulation.audit_checks = audit.checks();
  return simulation;
}

Simulation simulate(const scenario::Scenario& scenario, std::uint32_t replication) {
  return simulate(std::make_shared<const Model>(scenario::compile(scenario)), replication, {});
}

Simulation simulate(const std::string& json, std::uint32_t replication) {
  return simulate(read(json).scenario, replication);
}

}  // namespace doorstroom::tests
