#include "record/activation_history.hpp"

namespace doorstroom {

bool is_work(Night night, Work work) {
  return night == Night::job_nec || (night == Night::job_sec && work == Work::nec_or_sec);
}

Stop stop_of(Living living) {
  if (is_work(living.night, Work::nec_or_sec)) return Stop::work;
  if (living.night == Night::ocmw || living.payer == Payer::ocmw) return Stop::ocmw;
  if (living.night == Night::on_benefit) return Stop::on_benefit;
  return living.night == Night::unemployed ? Stop::without_benefit : Stop::elsewhere;
}

DayCount days_of_months(std::int64_t months) {
  return static_cast<DayCount>(static_cast<double>(months) * days_per_month);
}

CycleRules cycle_rules(std::int64_t durable_job_months, std::int64_t window_months) {
  const CycleRule main{Work::nec, days_of_months(durable_job_months),
                       days_of_months(window_months)};
  return {main,
          {Work::nec_or_sec, main.durable_job, main.window},
          {main.work, days_of_months(12), main.window},
          {main.work, main.durable_job, days_of_months(60)}};
}

/// Jobs that `now` is no longer part of have lasted until today. Gives the versions that know only
/// now that there was a durable job, begun within the window.
Versions ActivationHistory::close_jobs(Night now, Days today, const CycleRules& rules) {
  Versions exits;
  for (std::size_t version = 0; version < versions; ++version) {
    const CycleRule& rule = rules[version];
    if (!is_work(night_, rule.work) || is_work(now, rule.work)) continue;
    const Days since = job_since_[static_cast<std::size_t>(rule.work)];
    if (today - since < rule.durable_job) continue;
    if (has_ended_ && !durable_.has(version) && since - ended_ <= rule.window) exits.set(version);
    durable_.set(version);
  }
  return exits;
}

/// Who enters a measure on the day on which they left another comes from inside it: that is the
/// same route, and no return.
Return ActivationHistory::begin(Days today, unsigned rung, Living before, const CycleRules& rules) {
  Return result;
  result.exits = close_jobs(Night::in_measure, today, rules);
  is_in_episode_ = true;
  if (has_ended_) {
    result.is_next = true;
    result.days = today - ended_;
    compare(result, rung, rules);
  }
  if (!result.is_next || result.is_return) begin_route(before);
  return result;
}

void ActivationHistory::compare(Return& result, unsigned rung, const CycleRules& rules) const {
  result.is_return = result.days > 0;
  result.step = rung == rung_ ? 0 : rung > rung_ ? 1 : -1;
  result.ends_work = result.is_return && !unemployed_since_;
  result.payer_went_round = payer_stage_ == went_round;
  result.from = origin();
  result.between = most_telling_stop();
  for (std::size_t version = 0; version < versions; ++version) {
    if (durable_.has(version)) continue;
    if (result.is_return && result.days <= soon) result.soon_back.set(version);
    if (result.days > rules[version].window) continue;
    result.steps.set(version);
    if (!result.is_return) continue;
    result.returners.set(version);
    if (unemployed_since_ && rung <= rung_) result.cycles.set(version);
    if (origin() == Stop::ocmw && on_benefit_since_) result.loops.set(version);
  }
}

void ActivationHistory::begin_route(Living before) {
  origin_ = stop_of(before);
  payer_stage_ = 0;
  follow_payer(origin() == Stop::ocmw ? Payer::ocmw : before.payer);
}

/// From the living wage to the unemployment benefit and back, whatever lies between.
void ActivationHistory::follow_payer(Payer payer) {
  payer_ = payer;
  if (payer == Payer::ocmw && payer_stage_ == 0) payer_stage_ = seen_ocmw;
  if (payer == Payer::unemployment && payer_stage_ == seen_ocmw) payer_stage_ = seen_benefit;
  if (payer == Payer::ocmw && payer_stage_ == seen_benefit) payer_stage_ = went_round;
}

Stop ActivationHistory::most_telling_stop() const {
  for (std::size_t stop = 0; stop < stops; ++stop) {
    if ((stops_between_ >> stop & 1U) != 0) return static_cast<Stop>(stop);
  }
  return Stop::elsewhere;
}

bool ActivationHistory::end(Days today, std::uint16_t measure, unsigned rung) {
  const bool is_first = !has_ended_;
  if (is_first) {
    first_ended_ = today;
    first_measure_ = measure;
  }
  has_ended_ = true;
  is_in_episode_ = false;
  ended_ = today;
  measure_ = measure;
  rung_ = static_cast<std::uint8_t>(rung);
  night_ = Night::in_measure;  // also of no nights: a job before it is over
  first_night_ = Night::elsewhere;
  awaits_first_night_ = true;
  durable_ = {};
  stops_between_ = 0;
  unemployed_since_ = false;
  on_benefit_since_ = false;
  return is_first;
}

Evening ActivationHistory::spend(Living living, Days today, const CycleRules& rules) {
  if (is_in_episode_) living.night = Night::in_measure;
  const Night night = living.night;
  Evening evening;
  evening.exits = close_jobs(night, today, rules);
  for (const Work work : {Work::nec, Work::nec_or_sec}) {
    const bool begins = is_work(night, work) && !is_work(night_, work);
    if (begins) job_since_[static_cast<std::size_t>(work)] = today;
  }
  night_ = night;
  follow_payer(living.payer);
  if (!has_ended_ || is_in_episode_) return evening;
  stops_between_ =
      static_cast<std::uint8_t>(stops_between_ | 1U << static_cast<unsigned>(stop_of(living)));
  evening.is_first = awaits_first_night_;
  if (awaits_first_night_) first_night_ = night;
  awaits_first_night_ = false;
  if (night == Night::on_benefit) on_benefit_since_ = true;
  const bool unemployed =
      night == Night::unemployed || night == Night::on_benefit || night == Night::ocmw;
  evening.is_back = unemployed && !unemployed_since_;
  if (unemployed) unemployed_since_ = true;
  return evening;
}

Versions ActivationHistory::finish(Days end, const CycleRules& rules) {
  return close_jobs(Night::elsewhere, end, rules);
}

unsigned ActivationHistory::cycles(std::size_t version) const {
  return cycles_ >> 2 * version & 3U;
}

unsigned ActivationHistory::add_cycle(std::size_t version) {
  const unsigned before = cycles(version);
  if (before < 3) cycles_ = static_cast<std::uint8_t>(cycles_ + (1U << 2 * version));
  return before;
}

bool ActivationHistory::add_loop(std::size_t version) {
  const bool is_first = !looped_.has(version);
  looped_.set(version);
  return is_first;
}

bool ActivationHistory::add_soon_back(std::size_t version) {
  const bool is_first = !soon_back_.has(version);
  soon_back_.set(version);
  return is_first;
}

}  // namespace doorstroom
