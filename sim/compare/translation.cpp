#include "compare/translation.hpp"

#include <algorithm>
#include <string>

#include "record/series_recorder.hpp"

namespace doorstroom {

namespace {

using Names = std::vector<std::string>;

/// For each name of the alternative its place among those of the base, or a number behind them.
std::vector<std::uint16_t> numbers_of(const Names& base, const Names& alternative) {
  std::vector<std::uint16_t> numbers;
  auto unknown = static_cast<std::uint16_t>(base.size());
  for (const std::string& name : alternative) {
    const auto at = std::ranges::find(base, name);
    numbers.push_back(at == base.end() ? unknown++ : static_cast<std::uint16_t>(at - base.begin()));
  }
  return numbers;
}

template <class Items, class NameOf>
Names names_of(const Items& items, NameOf name_of) {
  Names names;
  for (const auto& item : items) names.push_back(name_of(item));
  return names;
}

template <class Items>
Names ids_of(const Items& items) {
  return names_of(items, [](const auto& item) { return item.id; });
}

Names lists_of(const Model& model) {
  Names names;
  for (std::size_t list = 0; list < model.lists.size(); ++list) {
    names.push_back(name_of_list(model, list));
  }
  return names;
}

/// Streams and stock groups by their keys: they decide who somebody is.
Names sources_of(const Model& model) {
  Names names = names_of(model.streams, [](const Stream& s) { return std::to_string(s.key); });
  for (const StockCell& cell : model.stock) names.push_back("stock " + std::to_string(cell.key));
  return names;
}

}  // namespace

Translation::Translation(const Model& base, const Model& alternative)
    : statuses_(numbers_of(ids_of(base.statuses), ids_of(alternative.statuses))),
      measures_(numbers_of(ids_of(base.measures), ids_of(alternative.measures))),
      lists_(numbers_of(lists_of(base), lists_of(alternative))),
      attributes_(numbers_of(ids_of(base.attributes), ids_of(alternative.attributes))),
      statutes_(numbers_of(ids_of(base.benefits.statutes), ids_of(alternative.benefits.statutes))),
      sources_(numbers_of(sources_of(base), sources_of(alternative))) {
  for (const Measure& measure : alternative.measures) {
    list_of_measure_.push_back(static_cast<std::uint16_t>(measure.list));
  }
  for (std::size_t list = 0; list < alternative.lists.size(); ++list) {
    const std::size_t same = lists_[list];
    const Names known = same < base.lists.size() ? base.lists[same].class_ids : Names();
    classes_.push_back(numbers_of(known, alternative.lists[list].class_ids));
  }
}

std::uint16_t Translation::class_of(std::uint16_t list, std::uint16_t number) const {
  return list < classes_.size() ? look_up(classes_[list], number) : number;
}

Event Translation::of(const Event& event) const {
  Event told = event;
  switch (event.kind) {
    case EventKind::status_changed:
      told.other = look_up(statuses_, event.other);
      [[fallthrough]];
    case EventKind::entered:
    case EventKind::left:
      told.subject = look_up(statuses_, event.subject);
      break;
    case EventKind::asked_referral:
      told.other = look_up(measures_, event.other);
      break;
    case EventKind::joined:
    case EventKind::left_list:
    case EventKind::class_changed:
      told.subject = look_up(lists_, event.subject);
      told.other = class_of(event.subject, event.other);
      if (event.kind == EventKind::class_changed) {
        told.amount = class_of(event.subject, static_cast<std::uint16_t>(event.amount));
      }
      break;
    case EventKind::started:
      told.subject = look_up(measures_, event.subject);
      told.other = class_of(list_of_measure_[event.subject], event.other);
      break;
    case EventKind::assessed:
      told.subject = look_up(attributes_, event.subject);
      break;
    case EventKind::benefit_changed:
      told.subject = look_up(statutes_, event.subject);
      break;
    case EventKind::distance_changed:
    case EventKind::ideal_referral:
      break;
    default:
      told.subject = look_up(measures_, event.subject);
  }
  told.status = look_up(statuses_, event.status);
  return told;
}

PersonId Translation::in_base(PersonId alternative) const {
  const std::size_t source = sources_[alternative.source()];
  return PersonId::of(source, alternative.day(), alternative.ordinal());
}

bool are_the_same(const Event& a, const Event& b) {
  const bool same_subject = a.kind == EventKind::asked_referral || a.subject == b.subject;
  return a.kind == b.kind && same_subject && a.other == b.other && a.amount == b.amount &&
         a.reason == b.reason && a.status == b.status;
}

bool is_lived(const Event& event) {
  return event.kind != EventKind::ideal_referral;
}

}  // namespace doorstroom
