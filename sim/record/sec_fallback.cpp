#include "record/sec_fallback.hpp"

namespace doorstroom {

namespace {

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? no_figure : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

SecFallback::SecFallback(const Model& model)
    : model_(model),
      map_(model),
      years_(model.horizon),
      measures_(map_.all_of(MeasureKinds::activation)),
      columns_(model.measures.size(), 0) {
  for (std::size_t i = 0; i < measures_.size(); ++i) columns_[measures_[i]] = i + 1;
  if (map_.all_of(MeasureKinds::social_economy).empty()) measures_.clear();
  completed_.resize(years_.size() * (measures_.size() + 1), 0);
}

std::size_t SecFallback::row(Days since, std::size_t measure) const {
  const std::size_t year_of = years_.of(model_.horizon.start + since);
  return year_of * (measures_.size() + 1) + columns_[measure];
}

void SecFallback::look_until(Advised& advised, DayCount last) const {
  if (advised.is_over || advised.since + year > last) return;
  advised.is_over = true;
  advised.falls_back = !advised.has_begun && is_jobless(advised.now);
  advised.is_at_work = is_work(advised.now, Work::nec_or_sec);
}

bool SecFallback::spend(const NightChange& change, Day today) {
  if (measures_.empty()) return false;
  const bool completes = change.ended != NightChange::none && map_.is_activation(change.ended) &&
                         (change.ending == Reason::completed || change.ending == Reason::maximum);
  if (!change.is_followed && !completes) return false;
  const auto day = static_cast<Days>(today - model_.horizon.start);
  bool is_followed = change.is_followed;
  if (completes) ++completed_[row(day, change.ended)];
  if (is_followed) look_until(advised_[numbers_[change.slot]], day - 1);
  if (is_followed) is_followed = !advised_[numbers_[change.slot]].is_over;
  if (completes && !is_followed && change.advised.has(MeasureKinds::social_economy)) {
    numbers_[change.slot] = static_cast<std::uint32_t>(advised_.size());
    advised_.push_back({day, change.ended});
    is_followed = true;
  }
  if (!is_followed) return false;
  Advised& advised = advised_[numbers_[change.slot]];
  advised.now = change.now;
  if (change.begun.has(MeasureKinds::social_economy)) advised.has_begun = true;
  return true;
}

void SecFallback::close() {
  for (Advised& advised : advised_) look_until(advised, model_.horizon.days() - 1);
}

/// Years x (all measures, then each).
std::vector<SecFallback::Count> SecFallback::counts() const {
  const std::size_t columns = measures_.size() + 1;
  std::vector<Count> counts(years_.size() * columns);
  for (const Advised& advised : advised_) {
    Count& count = counts[row(advised.since, advised.measure)];
    ++count.advised;
    if (advised.has_begun) ++count.begun;
    if (advised.is_at_work) ++count.at_work;
    if (advised.falls_back) ++count.back;
  }
  for (std::size_t at = 0; at < counts.size(); ++at) {
    counts[at].completed = completed_[at];
    if (at % columns == 0) continue;
    Count& sum = counts[at - at % columns];
    sum.completed += completed_[at];
    sum.advised += counts[at].advised;
    sum.begun += counts[at].begun;
    sum.at_work += counts[at].at_work;
    sum.back += counts[at].back;
  }
  return counts;
}

void SecFallback::describe(FigureLayout& layout) const {
  FigureTable table;
  table.name = "fallback";
  table.dimensions = {"year", "measure", "statistic"};
  for (std::size_t y = 0; y < years_.size() && !measures_.empty(); ++y) {
    for (std::size_t column = 0; column <= measures_.size(); ++column) {
      const auto add = [&](const char* statistic, const char* unit) {
        table.keys.push_back(
            {{years_.label(y), column == 0 ? "all" : model_.measures[measures_[column - 1]].id,
              statistic},
             unit});
      };
      add("completed", "people");
      add("sec_advised", "people");
      add("sec_begun", "share");
      add("at_work", "share");
      add("sec_fallback", "share");
    }
  }
  layout.tables.push_back(std::move(table));
}

void SecFallback::give(FigureValues& values) const {
  if (measures_.empty()) return;
  const std::vector<Count> counts = this->counts();
  for (std::size_t at = 0; at < counts.size(); ++at) {
    const Count& count = counts[at];
    const bool known = years_.last_day(at / (measures_.size() + 1)) + year < model_.horizon.end;
    const auto share = [&](std::int64_t part) {
      return known ? ratio(part, count.advised) : no_figure;
    };
    values.insert(values.end(),
                  {static_cast<double>(count.completed), static_cast<double>(count.advised),
                   share(count.begun), share(count.at_work), share(count.back)});
  }
}

}  // namespace doorstroom
