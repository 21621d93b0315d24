#include "record/activation_history.hpp"

namespace doorstroom {

bool is_work(Night night, Work work) {
  return night == Night::job_nec || (night == Night::job_sec && work == Work::nec_or_sec);
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

/// Jobs that `now` is no longer part of have lasted until today.
void ActivationHistory::close_jobs(Night now, Days today, const CycleRules& rules) {
  for (std::size_t version = 0; version < versions; ++version) {
    const CycleRule& rule = rules[version];
    if (!is_work(night_, rule.work) || is_work(now, rule.work)) continue;
    const DayCount days = today - job_since_[static_cast<std::size_t>(rule.work)];
    if (days >= rule.durable_job) durable_.set(version);
  }
}

/// Who enters a measure on the day on which they left another comes from inside it: that is the
/// same route, and no return.
Return ActivationHistory::begin(Days today, unsigned rung, bool on_living_wage,
                                const CycleRules& rules) {
  close_jobs(Night::in_measure, today, rules);
  is_in_episode_ = true;
  Return result;
  const bool is_same_route = has_ended_ && ended_ == today;
  if (is_same_route) return result;
  if (has_ended_) {
    result.is_return = true;
    result.ends_work = !unemployed_since_;
    result.days = today - ended_;
    for (std::size_t version = 0; version < versions; ++version) {
      if (durable_.has(version) || result.days > rules[version].window) continue;
      result.returners.set(version);
      if (unemployed_since_ && rung <= rung_) result.cycles.set(version);
      if (began_on_living_wage_ && on_benefit_since_) result.loops.set(version);
    }
  }
  began_on_living_wage_ = on_living_wage;
  return result;
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
  unemployed_since_ = false;
  on_benefit_since_ = false;
  return is_first;
}

Evening ActivationHistory::spend(Night night, Days today, const CycleRules& rules) {
  if (is_in_episode_) night = Night::in_measure;
  close_jobs(night, today, rules);
  for (const Work work : {Work::nec, Work::nec_or_sec}) {
    const bool begins = is_work(night, work) && !is_work(night_, work);
    if (begins) job_since_[static_cast<std::size_t>(work)] = today;
  }
  night_ = night;
  Evening evening;
  if (!has_ended_ || is_in_episode_) return evening;
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

unsigned ActivationHistory::add_cycle(std::size_t version) {
  const auto shift = static_cast<unsigned>(2 * version);
  const unsigned before = cycles_ >> shift & 3U;
  if (before < 3) cycles_ = static_cast<std::uint8_t>(cycles_ + (1U << shift));
  return before;
}

bool ActivationHistory::add_loop(std::size_t version) {
  const bool is_first = !looped_.has(version);
  looped_.set(version);
  return is_first;
}

}  // namespace doorstroom
