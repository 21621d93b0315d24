#include "record/held_back_recorder.hpp"

#include <algorithm>

#include "record/series_recorder.hpp"

namespace doorstroom {

HeldBackRecorder::HeldBackRecorder(const Model& model) : model_(model) {
  for (std::size_t list = 0; list < model.lists.size(); ++list) {
    for (const Claim& claim : model.lists[list].claims) {
      const std::size_t resource = claim.resource.position();
      const Resource& r = model.resources[resource];
      const bool listed =
          !pairs_.empty() && pairs_.back().list == list && pairs_.back().resource == resource;
      if (!r.binding || listed) continue;
      const bool parts =
          (r.period_months > 0 && r.released_by_month.front() < 1) || r.refill_after > 0;
      pairs_.push_back({list, resource, parts});
    }
  }
}

void HeldBackRecorder::month_end(const MonthView& view) {
  const std::size_t first = figures_.size();
  figures_.resize(first + pairs_.size() * cells, 0.0);
  for (const HeldBack& held : view.held_back) {
    const std::size_t resource = view.accounts.owner(held.account).position();
    const auto pair = std::ranges::find_if(
        pairs_, [&](const Pair& p) { return p.list == held.list && p.resource == resource; });
    const std::size_t cell = (held.by == HeldBy::release ? 2U : 0U) + (held.alone ? 0U : 1U);
    figures_[first + static_cast<std::size_t>(pair - pairs_.begin()) * cells + cell] +=
        static_cast<double>(held.people);
  }
}

void HeldBackRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "held_back";
  table.dimensions = {"date", "measure", "held_by", "reason", "scope"};
  const int first_month = month_number(model_.horizon.start);
  for (int month = 0; month < model_.horizon.months(); ++month) {
    const Day last = std::min(first_of_month(first_month + month + 1), model_.horizon.end) - 1;
    for (const Pair& pair : pairs_) {
      const bool places = model_.resources[pair.resource].refill_after > 0;
      for (const char* reason : {"short", places ? "not_refilled" : "not_released"}) {
        if (!pair.is_released && reason[0] == 'n') continue;
        for (const char* scope : {"alone", "among_others"}) {
          table.keys.push_back({{iso_date(last), name_of_list(model_, pair.list),
                                 model_.resources[pair.resource].id, reason, scope},
                                "people"});
        }
      }
    }
  }
  layout.tables.push_back(std::move(table));
}

void HeldBackRecorder::give(FigureValues& values) const {
  for (std::size_t at = 0; at < figures_.size(); at += cells) {
    const Pair& pair = pairs_[(at / cells) % pairs_.size()];
    const std::size_t given = pair.is_released ? cells : cells / 2;
    values.insert(values.end(), figures_.begin() + static_cast<std::ptrdiff_t>(at),
                  figures_.begin() + static_cast<std::ptrdiff_t>(at + given));
  }
}

}  // namespace doorstroom
