#include "engine/replication.hpp"

#include <algorithm>

#include "engine/allocator.hpp"
#include "engine/intake.hpp"
#include "engine/life.hpp"
#include "engine/policy_calendar.hpp"
#include "engine/world.hpp"

namespace doorstroom {

namespace {

/// Rounds of referrals and starts in a day; only chains of stays of zero nights come near it, and
/// what is left then waits until tomorrow.
constexpr int most_rounds = 100;

}  // namespace

struct Replication::Parts {
  Parts(const Model& model, const RuleBook& rules, std::uint32_t number,
        std::vector<Recorder*> recorders)
      : world(model, rules, number, std::move(recorders)),
        planner(world),
        benefits(world, planner),
        labour(world, planner, benefits),
        desk(world, planner, labour),
        trajectories(world, planner, labour, benefits),
        life(world, planner, labour, desk, trajectories, benefits),
        allocator(world, planner, labour, desk, trajectories, life),
        intake(world, planner, labour, desk, trajectories),
        calendar(world, planner, labour, desk, trajectories, allocator) {}

  World world;
  Planner planner;
  Benefits benefits;
  Labour labour;
  ReferralDesk desk;
  Trajectories trajectories;
  Life life;
  Allocator allocator;
  Intake intake;
  PolicyCalendar calendar;
  std::vector<Slot> due_today;

  void endings();
  void referrals_and_starts();
  void leave_rest_for_tomorrow();
  void record();
};

Replication::Replication(const Model& model, const RuleBook& rules, std::uint32_t number,
                         std::vector<Recorder*> recorders)
    : parts_(std::make_unique<Parts>(model, rules, number, std::move(recorders))) {}

Replication::~Replication() = default;

void Replication::Parts::endings() {
  world.agenda.take(world.today, due_today);
  due_today.insert(due_today.end(), world.late.begin(), world.late.end());
  world.late.clear();
  constexpr std::size_t ahead = 16;
  for (std::size_t i = 0; i < due_today.size(); ++i) {
    if (i + ahead < due_today.size()) world.people.prefetch(due_today[i + ahead]);
    life.run_day(due_today[i]);
  }
}

void Replication::Parts::referrals_and_starts() {
  for (int round = 0; round < most_rounds; ++round) {
    desk.open();
    std::vector<Slot> late;
    late.swap(world.late);  // what comes up during the starts waits for a next round of them
    allocator.open();
    const bool turned_away = desk.turn_away_overflow();
    for (const Slot slot : late) life.run_late(slot);
    const bool quiet = !turned_away && late.empty() && world.late.empty() &&
                       world.to_refer.empty() && world.to_join.empty() && world.to_care.empty();
    if (quiet) return;
  }
  leave_rest_for_tomorrow();
}

void Replication::Parts::leave_rest_for_tomorrow() {
  for (const Slot slot : world.late) {
    Person& person = world.people[slot];
    if (person.gone || person.due != world.today) continue;
    person.due = world.today + 1;
    world.agenda.add(person.due, slot);
  }
  world.late.clear();
  const auto gone = [&](const auto& request) { return world.people[request.slot].gone; };
  std::erase_if(world.to_refer, [&](Slot slot) { return world.people[slot].gone; });
  std::erase_if(world.to_join, gone);
  std::erase_if(world.to_care, gone);
}

void Replication::Parts::record() {
  const Day last = world.model.horizon.end - 1;
  world.log.flush(world.people);
  world.log.day_end({world.today, world.accounts, world.lists});
  if (is_last_of_month(world.today) || world.today == last) {
    const std::vector<HeldBack> held_back = allocator.held_back();
    world.log.month_end({world.today, world.accounts, world.people, world.lists, held_back});
  }
  world.people.recycle();
}

void Replication::run_day() {
  Parts& p = *parts_;
  p.world.log.open_day(p.world.today);
  p.calendar.open_day();
  p.endings();
  p.intake.admit_arrivals();
  p.referrals_and_starts();
  p.record();
  most_people_ = std::max(most_people_, p.world.people.living());
  ++p.world.today;
}

void Replication::begin() {
  parts_->world.log.open_day(today());
  parts_->intake.admit_stock();
}

Day Replication::today() const {
  return parts_->world.today;
}

void Replication::finish() {
  World& world = parts_->world;
  world.accounts.close(world.model.horizon.end);
  world.log.close(world.people, world.accounts);
}

bool Replication::run(const std::function<bool()>& keep_going) {
  const Day end = parts_->world.model.horizon.end;
  begin();
  while (today() < end) {
    if (keep_going && !keep_going()) return false;
    run_day();
  }
  finish();
  return true;
}

Effort Replication::effort() const {
  const World& world = parts_->world;
  const std::size_t slots = std::max<std::size_t>(world.people.slots(), 1);
  return {world.log.told(), world.dues, world.agenda.taken(), most_people_,
          world.people.bytes_per_slot() + world.agenda.bytes() / slots};
}

}  // namespace doorstroom
