#include "record/exits_to_work.hpp"

#include "base/contracts.hpp"
#include "model/indicators.hpp"

namespace doorstroom {

namespace {

constexpr auto open_fate = static_cast<std::uint16_t>(Fate::open);
constexpr auto happened = static_cast<std::uint16_t>(Fate::happened);
constexpr auto left = static_cast<std::uint16_t>(Fate::left);
constexpr std::size_t without_activation = 0;
constexpr std::size_t most_origins = 4096;

}  // namespace

ExitsToWork::ExitsToWork(const Model& model, const Breakdowns& breakdowns, const CycleRules& rules)
    : model_(model),
      map_(model),
      window_(rules[static_cast<std::size_t>(Version::main)].window),
      measures_(map_.all_of(MeasureKinds::activation)),
      origins_(model.measures.size(), without_activation) {
  EXPECTS(measures_.size() < most_origins);
  for (std::size_t i = 0; i < measures_.size(); ++i) origins_[measures_[i]] = i + 1;
  cells_.tell_apart_by(breakdowns.of(std::string(carousel_by)));
  cells_.tell_apart_by(breakdowns.of(std::string(carousel_alike)));
}

bool ExitsToWork::is_episode(std::uint16_t measure) const {
  return measure != NightChange::none && map_.is_activation(measure);
}

/// What the evening says of the exits before. Who is in a final job stays there.
void ExitsToWork::settle(const Course& course, const NightChange& change, ExitToWork::Days day) {
  if (course.latest == ExitToWork::no_exit) return;
  const bool begins = change.begun.has(MeasureKinds::activation);
  ExitToWork& last = exits_[course.latest];
  if (last.jobless == open_fate && !is_work(change.now, Work::nec_or_sec)) {
    last.jobless = change.now == Night::elsewhere && !begins ? left : happened;
    last.jobless_on = day;
  }
  const bool is_out = change.is_gone && !is_work(change.now, Work::nec_or_sec);
  if (!begins && !is_out) return;
  for (auto at = course.latest; at != ExitToWork::no_exit; at = exits_[at].earlier) {
    if (exits_[at].again != open_fate) break;
    exits_[at].again = begins ? happened : left;
    exits_[at].again_on = day;
  }
}

/// Of who was there at the start nobody knows the past, until the window has passed.
bool ExitsToWork::is_without(const Course& course, const NightChange& change,
                             ExitToWork::Days day) const {
  if (course.has_ended && day - course.ended <= window_) return false;
  return !change.was_there || day >= window_;
}

void ExitsToWork::add(Course& course, const NightChange& change, ExitToWork::Days day,
                      std::size_t origin) {
  ExitToWork exit;
  exit.since = day;
  exit.origin = static_cast<std::uint16_t>(origin) & (most_origins - 1);
  exit.jobless = open_fate;
  exit.again = open_fate;
  exit.cell = cells_.of(change.profile);
  exit.earlier = course.latest;
  course.latest = static_cast<ExitToWork::Number>(exits_.size());
  exits_.push_back(exit);
}

bool ExitsToWork::spend(const NightChange& change, Day today) {
  if (measures_.empty()) return false;
  const bool after_episode = is_episode(change.ended);
  const bool to_job = change.now == Night::job_nec && (after_episode || is_jobless(change.before));
  if (!change.is_followed && !after_episode && !to_job) return false;
  const auto day = static_cast<ExitToWork::Days>(today - model_.horizon.start);
  Course& course = courses_[change.slot];
  if (!change.is_followed) course = {};
  settle(course, change, day);
  if (after_episode) {
    course.ended = day;
    course.has_ended = true;
  }
  if (to_job && after_episode) {
    add(course, change, day, origins_[change.ended]);
  } else if (to_job && is_without(course, change, day)) {
    add(course, change, day, without_activation);
  }
  return course.has_ended || course.latest != ExitToWork::no_exit;
}

}  // namespace doorstroom
