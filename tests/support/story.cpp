#include "support/story.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "record/series_recorder.hpp"
#include "scenario/compile.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {

namespace {

template <class Item>
std::size_t position(const std::vector<Item>& items, std::string_view id) {
  const auto at = std::ranges::find(items, id, &Item::id);
  if (at == items.end()) throw std::out_of_range("no " + std::string(id));
  return static_cast<std::size_t>(at - items.begin());
}

}  // namespace

Story::Story(const std::string& json)
    : Story(std::make_unique<const Model>(scenario::compile(read(json).scenario))) {}

Story::Story(std::unique_ptr<const Model> model)
    : people(*model),
      accounts(model->resources, model->horizon),
      claims(*model, accounts),
      lists(*model, people),
      model_(std::move(model)),
      today_(model_->horizon.start) {}

std::size_t Story::status(std::string_view id) const {
  return position(model_->statuses, id);
}
std::size_t Story::measure(std::string_view id) const {
  return position(model_->measures, id);
}
std::size_t Story::resource(std::string_view id) const {
  return position(model_->resources, id);
}
std::size_t Story::rule(std::string_view id) const {
  return position(model_->rules.referral, id);
}
std::size_t Story::list(std::string_view name) const {
  for (std::size_t list = 0; list < model_->lists.size(); ++list) {
    if (name_of_list(*model_, list) == name) return list;
  }
  throw std::out_of_range("no list " + std::string(name));
}
ProfileField Story::field(std::string_view attribute) const {
  return model_->attributes[position(model_->attributes, attribute)].field;
}
unsigned Story::code(std::string_view attribute, std::string_view value) const {
  const auto& values = model_->attributes[position(model_->attributes, attribute)].values;
  const auto at = std::ranges::find(values, value);
  if (at == values.end()) throw std::out_of_range("no value " + std::string(value));
  return static_cast<unsigned>(at - values.begin());
}

void Story::flush() {
  const EventBlock block{today_, events_, people};
  if (!events_.empty()) {
    for (Recorder* recorder : recorders_) recorder->fold(block);
  }
  events_.clear();
}

void Story::close_month() {
  flush();
  const MonthView view{today_, accounts, people, lists, held_back_};
  end_month(recorders_, view);
  held_back_.clear();
}

void Story::next_day() {
  flush();
  for (Recorder* recorder : recorders_) recorder->day_end({today_, accounts, lists});
  if (is_last_of_month(today_) || today_ + 1 == model_->horizon.end) close_month();
  people.recycle();
  ++today_;
  if (today_ == model_->horizon.end) return;
  accounts.open_day(today_);
  claims.open_day(today_);
}

Story& Story::on(std::string_view date) {
  const Day day = *parse_date(date);
  if (day < today_) throw std::out_of_range("back in time");
  while (today_ < day) next_day();
  return *this;
}

void Story::end() {
  while (today_ < model_->horizon.end) next_day();
  accounts.close(model_->horizon.end);
  for (Recorder* recorder : recorders_) recorder->close(people, accounts);
}

void Story::add(EventKind kind, Slot slot, std::size_t subject, std::size_t other,
                std::int64_t amount, Reason reason) {
  Event event;
  event.profile = people[slot].profile;
  event.slot = slot;
  event.amount = static_cast<std::int32_t>(amount);
  event.subject = static_cast<std::uint16_t>(subject);
  event.other = static_cast<std::uint16_t>(other);
  event.kind = kind;
  event.reason = reason;
  event.status = people[slot].status.value;
  events_.push_back(event);
}

Story& Story::only_tell(EventKind kind, Slot slot, std::size_t subject, std::int64_t amount,
                        Reason reason) {
  add(kind, slot, subject, no_subject, amount, reason);
  return *this;
}

Story& Story::with(std::string_view attribute, std::string_view value) {
  next_.set(field(attribute), code(attribute, value));
  return *this;
}

Story& Story::change(Slot slot, std::string_view attribute, std::string_view value) {
  people[slot].profile.set(field(attribute), code(attribute, value));
  return *this;
}

Story& Story::enter(std::string_view status_id, Reason reason) {
  const auto ordinal = static_cast<std::uint32_t>(people.slots());
  const std::size_t source = reason == Reason::stock ? model_->streams.size() : 0;
  const Slot slot = people.add(PersonId::of(source, today_, ordinal));
  people[slot].profile = next_;
  people[slot].status = StatusIndex(status(status_id));
  people[slot].status_since = today_;
  add(EventKind::entered, slot, status(status_id), no_subject, 0, reason);
  next_ = {};
  return *this;
}

Story& Story::become(Slot slot, std::string_view status_id, Reason reason) {
  Person& person = people[slot];
  const StatusIndex old = person.status;
  person.status = StatusIndex(status(status_id));
  add(EventKind::status_changed, slot, person.status.position(), old.position(),
      today_ - person.status_since, reason);
  person.status_since = today_;
  return *this;
}

Story& Story::leave(Slot slot, std::string_view status_id, Reason reason) {
  if (people[slot].status.position() != status(status_id)) become(slot, status_id, reason);
  add(EventKind::left, slot, people[slot].status.position());
  people.remove(slot);
  return *this;
}

Story& Story::join(Slot slot, std::string_view name, DayCount waited, Reason reason) {
  lists.join(list(name), {slot, slot, today_ - waited}, 0, never);
  lists.line_up();
  add(EventKind::joined, slot, list(name), 0, waited, reason);
  return *this;
}

Story& Story::leave_list(Slot slot, std::string_view name, Reason reason) {
  const ListKind kind = model_->lists[list(name)].kind;
  const Day joined = people.membership(slot, kind).joined;
  lists.leave(slot, kind);
  add(EventKind::left_list, slot, list(name), 0, today_ - joined, reason);
  return *this;
}

Story& Story::refuse_admission(Slot slot, std::string_view id, Reason reason) {
  add(EventKind::not_admitted, slot, measure(id), no_subject, 0, reason);
  return *this;
}

Story& Story::start(Slot slot, std::string_view id, Reason reason) {
  Person& person = people[slot];
  const Measure& m = model_->measures[measure(id)];
  const ListModel& from = model_->lists[m.list];
  const Membership membership = people.membership(slot, from.kind);
  const bool waited = membership.waits() && lists.list_of(membership.lane) == m.list;
  if (waited) lists.leave(slot, from.kind);
  if (reason == Reason::stock)
    claims.hold(m.claims, person.profile);
  else
    claims.take(from.claims, person.profile);
  person.measure = MeasureIndex(measure(id));
  person.measure_since = today_;
  person.stage = reason == Reason::stock ? Stage::gap : Stage::start_delay;
  person.phase = 0;
  add(EventKind::started, slot, measure(id), 0, waited ? today_ - membership.joined : -1, reason);
  return *this;
}

Story& Story::begin_phase(Slot slot, std::string_view id, Reason reason) {
  Person& person = people[slot];
  const Measure& m = model_->measures[person.measure.position()];
  const std::size_t phase = position(m.phases, id);
  const DayCount between =
      person.stage == Stage::gap && reason != Reason::stock ? today_ - person.stage_since : 0;
  if (reason == Reason::stock)
    claims.hold(m.phases[phase].claims, person.profile);
  else if (phase > 0)
    claims.take(m.phases[phase].claims, person.profile);
  person.stage = Stage::phase;
  person.phase = static_cast<std::uint8_t>(phase);
  person.stage_since = today_;
  add(EventKind::phase_started, slot, person.measure.position(), phase, between, reason);
  return *this;
}

Story& Story::end_phase(Slot slot) {
  Person& person = people[slot];
  const Measure& m = model_->measures[person.measure.position()];
  claims.give_back(m.phases[person.phase].claims, person.profile, person.stage_since, 0);
  add(EventKind::phase_ended, slot, person.measure.position(), person.phase,
      today_ - person.stage_since);
  person.stage = Stage::gap;
  person.stage_since = today_;
  return *this;
}

Story& Story::skip_phase(Slot slot, std::string_view id) {
  const MeasureIndex measure = people[slot].measure;
  const std::size_t phase = position(model_->measures[measure.position()].phases, id);
  add(EventKind::phase_skipped, slot, measure.position(), phase, 0, Reason::no_place);
  return *this;
}

Story& Story::end_measure(Slot slot, Reason reason) {
  Person& person = people[slot];
  const Measure& m = model_->measures[person.measure.position()];
  if (person.stage == Stage::phase) end_phase(slot);
  if (person.stage == Stage::start_delay) {
    claims.give_back(m.phases.front().claims, person.profile, today_, 0);
  }
  claims.give_back(m.claims, person.profile, person.measure_since, 0);
  add(EventKind::ended, slot, person.measure.position(), no_subject, today_ - person.measure_since,
      reason);
  person.measure = {};
  person.stage = Stage::none;
  return *this;
}

Story& Story::assess(Slot slot, std::string_view attribute, std::string_view seen,
                     std::string_view truth) {
  const std::string image = "assessed_" + std::string(attribute);
  add(EventKind::assessed, slot, position(model_->attributes, attribute), code(image, seen),
      code(attribute, truth));
  return *this;
}

Story& Story::refer(Slot slot, std::string_view by, std::string_view ideal,
                    std::string_view given) {
  add(EventKind::ideal_referral, slot, rule(by), ideal.empty() ? no_subject : measure(ideal),
      given.empty() ? -1 : static_cast<std::int64_t>(measure(given)));
  return *this;
}

Story& Story::hold_back(std::string_view name, std::string_view by_resource, HeldBy by, bool alone,
                        std::int64_t count) {
  const AccountIndex account = accounts.first_account(ResourceIndex(resource(by_resource)));
  held_back_.push_back({list(name), account, by, alone, count});
  return *this;
}

std::map<std::string, double> figures_of(const FigureSource& source) {
  FigureLayout layout;
  source.describe(layout);
  FigureValues values;
  source.give(values);
  if (values.size() != layout.figures()) throw std::logic_error("more or fewer figures than keys");
  std::map<std::string, double> figures;
  std::size_t at = 0;
  for (const FigureTable& table : layout.tables) {
    for (const FigureKey& key : table.keys) {
      const std::string name = fmt::format("{} {}", fmt::join(key.values, "/"), key.unit);
      if (!figures.emplace(name, values[at++]).second) throw std::logic_error(name + " twice");
    }
  }
  return figures;
}

double FiguresOf::operator[](const std::string& key) const {
  const auto at = figures_.find(key);
  if (at == figures_.end()) throw std::out_of_range("there is no figure " + key);
  return at->second;
}

std::vector<std::string> FiguresOf::that_happened() const {
  std::vector<std::string> lines;
  for (const auto& [key, value] : figures_) {
    if (!std::isnan(value) && value != 0) lines.push_back(fmt::format("{} {:.6g}", key, value));
  }
  return lines;
}

}  // namespace doorstroom::tests
