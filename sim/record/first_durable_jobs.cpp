#include "record/first_durable_jobs.hpp"

#include "model/indicators.hpp"

namespace doorstroom {

namespace {

constexpr std::array<Work, works> all_works{Work::nec, Work::nec_or_sec};

constexpr unsigned bit(Work work) {
  return 1U << static_cast<unsigned>(work);
}

}  // namespace

FirstDurableJobs::FirstDurableJobs(const Model& model, const Breakdowns& breakdowns,
                                   const CycleRules& rules)
    : model_(model),
      durable_job_(rules[static_cast<std::size_t>(Version::main)].durable_job),
      last_day_(model.horizon.days() - durable_job_) {
  cells_.tell_apart_by(breakdowns.of(std::string(carousel_by)));
}

/// A job that ends has lasted until today. Whoever leaves the model in a job keeps it.
void FirstDurableJobs::go_on(FirstAdvice& advice, const NightChange& change,
                             FirstAdvice::Days day) const {
  unsigned has_job = advice.has_job;
  unsigned durable = advice.has_durable;
  for (const Work work : all_works) {
    FirstAdvice::Days& since = advice.job[static_cast<std::size_t>(work)];
    if ((durable & bit(work)) != 0) continue;
    const bool had = (has_job & bit(work)) != 0;
    const bool has = is_work(change.now, work);
    if (had && !has && day - since >= durable_job_) durable |= bit(work);
    if (!had && has) since = day;
    if (has && change.is_gone) durable |= bit(work);
    has_job = has ? has_job | bit(work) : has_job & ~bit(work);
  }
  advice.has_job = static_cast<std::uint8_t>(has_job);
  advice.has_durable = static_cast<std::uint8_t>(durable) & ((1U << works) - 1);
  if (change.is_gone) {
    advice.has_left = 1;
    advice.left = day;
  }
}

bool FirstDurableJobs::spend(const NightChange& change, Day today) {
  const bool is_first =
      !change.is_followed && !change.was_there && change.advised.has(MeasureKinds::advice);
  if (!change.is_followed && !is_first) return false;
  const auto day = static_cast<FirstAdvice::Days>(today - model_.horizon.start);
  if (is_first) {
    numbers_[change.slot] = static_cast<std::uint32_t>(advices_.size());
    advices_.emplace_back().since = day;
    advices_.back().cell = cells_.of(change.profile);
  }
  FirstAdvice& advice = advices_[numbers_[change.slot]];
  if (change.begun.has(MeasureKinds::advice) && advice.first_start == NightChange::none) {
    advice.first_start = change.started;
  }
  go_on(advice, change, day);
  return true;
}

void FirstDurableJobs::close() {
  for (FirstAdvice& advice : advices_) {
    unsigned durable = advice.has_durable;
    for (const Work work : all_works) {
      const DayCount since = advice.job[static_cast<std::size_t>(work)];
      const bool has_job = (advice.has_job & bit(work)) != 0;
      if (has_job && since <= last_day_) durable |= bit(work);
    }
    advice.has_durable = static_cast<std::uint8_t>(durable) & ((1U << works) - 1);
  }
}

/// Everybody is followed to the same day: who was followed until their last job began, and no
/// further, would be those who find one.
WayToJob FirstDurableJobs::way(const FirstAdvice& advice, Work work) const {
  const DayCount since = advice.since;
  const DayCount job = advice.job[static_cast<std::size_t>(work)];
  const bool durable = (advice.has_durable & bit(work)) != 0;
  if (durable && job <= last_day_) return {Fate::happened, job - since};
  if (!durable && advice.has_left != 0 && advice.left <= last_day_) {
    return {Fate::left, advice.left - since};
  }
  return {Fate::open, last_day_ - since};
}

}  // namespace doorstroom
