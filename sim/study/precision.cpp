#include "study/precision.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/intervals.hpp"

namespace doorstroom {

namespace {

/// Below these a figure need only be known to the precision times this: 5 % of 100 people.
double scale_of(std::string_view unit) {
  if (unit == "days") return 20;
  if (unit == "share") return 0.2;
  return 100;
}

std::string name_of(const FigureKey& key) {
  std::string name;
  for (const std::string& value : key.values) name += (name.empty() ? "" : ", ") + value;
  return name;
}

}  // namespace

std::vector<WatchedFigure> watched_figures(const FigureLayout& layout) {
  constexpr std::array<std::string_view, 5> deciding = {"waiting", "starts", "wait_of_starters_p50",
                                                        "jobseekers", "in_paid_work"};
  std::vector<WatchedFigure> watched;
  std::size_t figure = 0;
  for (const FigureTable& table : layout.tables) {
    for (const FigureKey& key : table.keys) {
      const bool decides =
          table.name == "headline" && std::ranges::count(deciding, key.values[1]) > 0;
      if (decides) watched.push_back({figure, scale_of(key.unit), name_of(key)});
      ++figure;
    }
  }
  return watched;
}

PrecisionRule::PrecisionRule(AutomaticReplications wanted, std::vector<WatchedFigure> watched)
    : wanted_(wanted), watched_(std::move(watched)), running_(watched_.size()) {}

void PrecisionRule::add(std::span<const double> values) {
  ++count_;
  bool within = count_ >= std::max<std::size_t>(wanted_.fewest, 2);
  for (std::size_t i = 0; i < watched_.size(); ++i) {
    Running& running = running_[i];
    running.is_given = running.is_given && !std::isnan(values[i]);
    if (!running.is_given) continue;
    const double off = values[i] - running.mean;
    running.mean += off / static_cast<double>(count_);
    running.squares += off * (values[i] - running.mean);
    within = within && width_of(i) <= wanted_.precision;
  }
  within_since_ = !within ? 0 : within_since_ == 0 ? count_ : within_since_;
}

/// Half the interval as a share of the mean, or of the least scale.
double PrecisionRule::width_of(std::size_t at) const {
  const Running& running = running_[at];
  const double sd = std::sqrt(running.squares / static_cast<double>(count_ - 1));
  return half_width(sd, count_) / std::max(std::abs(running.mean), watched_[at].scale);
}

bool PrecisionRule::is_enough() const {
  if (count_ >= wanted_.most) return true;
  if (within_since_ == 0) return false;
  constexpr std::size_t look_ahead = 5;
  const std::size_t further = std::max(look_ahead, within_since_ * look_ahead / 100);
  return count_ >= within_since_ + further;
}

PrecisionReached PrecisionRule::reached() const {
  PrecisionReached reached;
  reached.wanted = wanted_.precision;
  if (count_ < 2) return reached;
  for (std::size_t i = 0; i < watched_.size(); ++i) {
    if (!running_[i].is_given) continue;
    const double width = width_of(i);
    if (width < reached.widest) continue;
    reached.widest = width;
    reached.figure = watched_[i].name;
  }
  reached.is_met = within_since_ != 0;
  return reached;
}

}  // namespace doorstroom
