#include "record/referral_recorder.hpp"

#include <algorithm>
#include <numeric>

namespace doorstroom {

namespace {

double share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

void give_with_share(FigureValues& values, std::int64_t people, std::int64_t all) {
  values.push_back(static_cast<double>(people));
  values.push_back(share(people, all));
}

constexpr std::size_t nowhere = no_subject;

}  // namespace

ReferralRecorder::ReferralRecorder(const Model& model) : model_(model), years_(model.horizon) {
  add_views();
  add_desks();
  constexpr auto fits = static_cast<std::size_t>(Fit::fits);
  first_fit_ = cells_;
  cells_ += model.measures.size() * fits;
  people_.resize(years_.size() * cells_, 0);
}

void ReferralRecorder::add_views() {
  for (std::size_t m = 0; m < model_.measures.size(); ++m) {
    for (const Assessment& assessment : model_.measures[m].assessments) {
      const std::size_t attribute = assessment.latent.position();
      const std::size_t values = model_.attributes[attribute].values.size();
      views_.push_back({m, attribute, values, cells_});
      cells_ += values * values;
    }
  }
}

/// Where no rule looks at what screening sees, nothing is told of ideal referrals.
void ReferralRecorder::add_desks() {
  const bool told = std::ranges::any_of(model_.attributes, [&](const Attribute& latent) {
    return latent.assessed.exists() &&
           look_at(model_.rules.referral, model_.attributes[latent.assessed.position()].field);
  });
  if (!told) return;
  for (const ReferralRule& rule : model_.rules.referral) {
    for (const MeasureIndex choice : rule.choices) {
      if (choice.exists()) targets_.push_back(choice.position());
    }
  }
  std::ranges::sort(targets_);
  targets_.erase(std::ranges::unique(targets_).begin(), targets_.end());
  targets_.push_back(nowhere);
  for (const ReferralRule& rule : model_.rules.referral) {
    Desk desk;
    desk.first = cells_;
    for (const MeasureIndex choice : rule.choices) {
      if (choice.exists()) desk.given.push_back(target(choice.position()));
    }
    desk.given.push_back(targets_.size() - 1);
    std::ranges::sort(desk.given);
    desk.given.erase(std::ranges::unique(desk.given).begin(), desk.given.end());
    cells_ += targets_.size() * targets_.size();
    desks_.push_back(std::move(desk));
  }
}

std::size_t ReferralRecorder::target(std::size_t measure) const {
  return static_cast<std::size_t>(std::ranges::find(targets_, measure) - targets_.begin());
}

void ReferralRecorder::fold(const EventBlock& block) {
  year_ = years_.of(block.day);
  visit_people(block.events, left_last_, [this](const Event& event) { fold(event); });
}

void ReferralRecorder::fold(const Event& event) {
  switch (event.kind) {
    case EventKind::ended:
      if (!views_.empty()) left_last_[event.slot].measure = event.subject;
      break;
    case EventKind::assessed:
      fold_assessed(event);
      break;
    case EventKind::started:
      if (event.reason != Reason::stock) fold_start(event);
      break;
    case EventKind::ideal_referral: {
      if (event.subject == no_subject) break;
      const std::size_t given =
          target(event.amount < 0 ? nowhere : static_cast<std::size_t>(event.amount));
      const std::size_t at = desks_[event.subject].first + given * targets_.size();
      ++people_[year_ * cells_ + at + target(event.other)];
      break;
    }
    default:
      break;
  }
}

/// An assessment is told right after the end of the service that made it.
void ReferralRecorder::fold_assessed(const Event& event) {
  const std::size_t service = left_last_[event.slot].measure;
  for (const View& view : views_) {
    if (view.service != service || view.attribute != event.subject) continue;
    const std::size_t seen = event.other - std::size_t{1};  // code 0: nobody has looked yet
    const std::size_t cell = static_cast<std::size_t>(event.amount) * view.values + seen;
    ++people_[year_ * cells_ + view.first + cell];
  }
}

/// Classes of distance run from near to far: for who stands nearer than the classes it suits, a
/// measure is too strong; for who stands farther, too weak. Between two suited ones: too weak.
ReferralRecorder::Fit ReferralRecorder::fit_of(const Measure& measure, unsigned distance) {
  if (measure.misfit[distance] == 0) return Fit::suited;
  const auto nearest = std::ranges::find(measure.misfit, std::uint8_t{0});
  const auto first_suited = static_cast<unsigned>(nearest - measure.misfit.begin());
  return distance < first_suited ? Fit::too_strong : Fit::too_weak;
}

void ReferralRecorder::fold_start(const Event& event) {
  const Measure& measure = model_.measures[event.subject];
  if (measure.misfit.empty()) return;
  const Fit fit = fit_of(measure, event.profile.code(model_.fields.distance));
  constexpr auto fits = static_cast<std::size_t>(Fit::fits);
  const std::size_t cell = first_fit_ + event.subject * fits + static_cast<std::size_t>(fit);
  ++people_[year_ * cells_ + cell];
}

void ReferralRecorder::describe_views(FigureTable& table, std::size_t year) const {
  for (const View& view : views_) {
    const Attribute& attribute = model_.attributes[view.attribute];
    for (const std::string& truth : attribute.values) {
      for (const std::string& seen : attribute.values) {
        for (const char* unit : {"people", "share"}) {
          table.keys.push_back({{years_.label(year), "assessed", model_.measures[view.service].id,
                                 attribute.id, truth, seen},
                                unit,
                                Rows::that_happened});
        }
      }
    }
  }
}

void ReferralRecorder::describe_desks(FigureTable& table, std::size_t year) const {
  const auto name = [&](std::size_t at) {
    return targets_[at] == nowhere ? "stay" : model_.measures[targets_[at]].id;
  };
  for (std::size_t rule = 0; rule < desks_.size(); ++rule) {
    for (const std::size_t given : desks_[rule].given) {
      for (std::size_t ideal = 0; ideal < targets_.size(); ++ideal) {
        for (const char* unit : {"people", "share"}) {
          table.keys.push_back({{years_.label(year), "referred", model_.rules.referral[rule].id,
                                 "measure", name(ideal), name(given)},
                                unit,
                                Rows::that_happened});
        }
      }
    }
  }
}

void ReferralRecorder::describe_fit(FigureTable& table, std::size_t year) const {
  for (const Measure& measure : model_.measures) {
    if (measure.misfit.empty()) continue;
    const auto add = [&](const char* which, const char* unit) {
      table.keys.push_back(
          {{years_.label(year), "wrong_referral_rate", measure.id, "distance", "", which}, unit});
    };
    add("starts", "people");
    for (const char* which : {"outside", "too_strong", "too_weak"}) add(which, "share");
  }
}

void ReferralRecorder::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "referral";
  table.dimensions = {"year", "figure", "by", "subject", "truth", "given"};
  for (std::size_t year = 0; year < years_.size(); ++year) {
    describe_views(table, year);
    describe_desks(table, year);
    describe_fit(table, year);
  }
  layout.tables.push_back(std::move(table));
}

void ReferralRecorder::give(FigureValues& values) const {
  for (std::size_t year = 0; year < years_.size(); ++year) {
    const std::int64_t* cells = people_.data() + year * cells_;
    give_views(values, cells);
    give_desks(values, cells);
    give_fit(values, cells);
  }
}

void ReferralRecorder::give_views(FigureValues& values, const std::int64_t* cells) const {
  for (const View& view : views_) {
    for (std::size_t truth = 0; truth < view.values; ++truth) {
      const std::int64_t* row = cells + view.first + truth * view.values;
      const std::int64_t all = std::accumulate(row, row + view.values, std::int64_t{0});
      for (std::size_t seen = 0; seen < view.values; ++seen)
        give_with_share(values, row[seen], all);
    }
  }
}

void ReferralRecorder::give_desks(FigureValues& values, const std::int64_t* cells) const {
  const std::size_t targets = targets_.size();
  for (const Desk& desk : desks_) {
    const std::int64_t* first = cells + desk.first;
    const std::int64_t all = std::accumulate(first, first + targets * targets, std::int64_t{0});
    for (const std::size_t given : desk.given) {
      for (std::size_t ideal = 0; ideal < targets; ++ideal) {
        give_with_share(values, first[given * targets + ideal], all);
      }
    }
  }
}

void ReferralRecorder::give_fit(FigureValues& values, const std::int64_t* cells) const {
  constexpr auto fits = static_cast<std::size_t>(Fit::fits);
  for (std::size_t m = 0; m < model_.measures.size(); ++m) {
    if (model_.measures[m].misfit.empty()) continue;
    const std::int64_t* fit = cells + first_fit_ + m * fits;
    const std::int64_t strong = fit[static_cast<std::size_t>(Fit::too_strong)];
    const std::int64_t weak = fit[static_cast<std::size_t>(Fit::too_weak)];
    const std::int64_t all = fit[static_cast<std::size_t>(Fit::suited)] + strong + weak;
    values.insert(values.end(), {static_cast<double>(all), share(strong + weak, all),
                                 share(strong, all), share(weak, all)});
  }
}

}  // namespace doorstroom
