#include "report/group_waits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "analysis/intervals.hpp"
#include "report/figure_finder.hpp"
#include "report/finding_words.hpp"
#include "report/headline_differences.hpp"

namespace doorstroom {

namespace {

/// What a wait is measured by.
enum class Wait : std::uint8_t {
  of_starters,  // mean days waited by those who started in a year
  of_joiners,   // share of those who joined in a year who still wait 365 days later
};

struct Group {
  std::string value;
  Summary wait;
  double people = 0;  // at full size, in one replication
};

/// Groups of one measure, sorted by one thing, in one year.
struct Axis {
  Wait kind = Wait::of_starters;
  std::string measure;
  std::string by;
  std::string year;
  std::vector<Group> groups;
};

struct Gap {
  const Axis* axis = nullptr;
  const Group* longest = nullptr;
  const Group* shortest = nullptr;
  Summary difference;
};

/// Fewer than this are not worth a sentence: days, or share.
double noticeable(Wait kind) {
  constexpr double days = 14;
  constexpr double share = 0.05;
  return kind == Wait::of_starters ? days : share;
}

/// The two are made of the same replications, whose differences are not known any more: no
/// difference varies more than its two sides together.
Summary difference_of(const Summary& longer, const Summary& shorter) {
  Summary difference;
  difference.mean = longer.mean - shorter.mean;
  difference.sd = longer.sd + shorter.sd;
  difference.replications = std::min(longer.replications, shorter.replications);
  return difference;
}

/// "sex=f": what sorts, and the group; nothing of everybody.
std::optional<std::pair<std::string, std::string>> sorted_by(const std::string& group) {
  const std::size_t at = group.find('=');
  if (at == std::string::npos) return std::nullopt;
  return std::pair{group.substr(0, at), group.substr(at + 1)};
}

/// Months of joining put together as one year, each by how many joined. Months of one replication
/// are alike, so that their chance does not average out: deviations are added up.
class Joiners final {
 public:
  void add(double joined, const Summary& share) {
    people_ += joined;
    mean_ += joined * share.mean;
    sd_ += joined * share.sd;
    replications_ = std::min(replications_, share.replications);
  }
  [[nodiscard]] Group group(std::string value) const {
    Group group{std::move(value), {}, people_};
    group.wait.mean = mean_ / people_;
    group.wait.sd = sd_ / people_;
    group.wait.replications = replications_;
    return group;
  }

 private:
  double people_ = 0;
  double mean_ = 0;
  double sd_ = 0;
  std::size_t replications_ = std::numeric_limits<std::size_t>::max();
};

class Waits final {
 public:
  Waits(const scenario::Scenario& scenario, const RunResult& result)
      : scenario_(scenario), result_(result), figures_(result.layout, result.summaries) {
    add_starters();
    add_joiners();
  }

  /// The clearest of the gaps that chance does not explain.
  [[nodiscard]] std::optional<Gap> clearest() const {
    std::optional<Gap> clearest;
    double most = 0;
    for (const Axis& axis : axes_) {
      const Gap gap = gap_of(axis);
      const Interval interval = interval_of_mean(gap.difference, confidence());
      const double size = gap.difference.mean;
      // Where it cannot be said, the low end is no figure, which is not above zero either.
      if (!(interval.low > 0) || size < noticeable(axis.kind)) continue;
      const double clearness =
          gap.difference.sd > 0 ? size / gap.difference.sd : std::numeric_limits<double>::max();
      if (clearness <= most) continue;
      most = clearness;
      clearest = gap;
    }
    return clearest;
  }

  /// Of each interval, so that none of the pairs of groups looked at deceives with 95 %.
  [[nodiscard]] double confidence() const {
    std::size_t pairs = 0;
    for (const Axis& axis : axes_) pairs += axis.groups.size() * (axis.groups.size() - 1) / 2;
    return confidence_of_each(pairs);
  }

 private:
  [[nodiscard]] const FigureTable* table(std::string_view name) const {
    const auto at = std::ranges::find(result_.layout.tables, name, &FigureTable::name);
    return at == result_.layout.tables.end() ? nullptr : &*at;
  }

  /// Too few people were simulated to say anything of a group.
  [[nodiscard]] bool is_small(double people) const {
    constexpr double few = 30;
    return people * scenario_.scale * static_cast<double>(result_.replications) < few;
  }

  /// Those who started in the last year that has figures of the groups of a measure.
  void add_starters() {
    const FigureTable* starters = table("starters");
    if (starters == nullptr) return;
    std::map<std::pair<std::string, std::string>, Axis> found;  // by measure and what sorts
    for (const FigureKey& key : starters->keys) {
      const std::vector<std::string>& of = key.values;  // year, measure, group, statistic
      const auto sorted = sorted_by(of[2]);
      if (!sorted || of[3] != "wait_mean") continue;
      const Summary& wait = figures_.find("starters", of);
      const double starts = figures_.find("starters", {of[0], of[1], of[2], "starts"}).mean;
      if (wait.replications < result_.replications || is_small(starts)) continue;
      Axis& axis = found[{of[1], sorted->first}];
      if (axis.year != of[0]) axis = {Wait::of_starters, of[1], sorted->first, of[0], {}};
      axis.groups.push_back({sorted->second, wait, starts});
    }
    keep(found);
  }

  /// Those who joined in the last year of which every month could be followed for a year.
  void add_joiners() {
    const FigureTable* waiting = table("waiting");
    if (waiting == nullptr) return;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, Joiners> groups;
    for (const FigureKey& key : waiting->keys) {
      const std::vector<std::string>& of = key.values;  // cohort, measure, breakdown, statistic
      const auto sorted = sorted_by(of[2]);
      if (!sorted || of[0] == "initial" || of[3] != "waiting_after_365") continue;
      const Summary& share = figures_.find("waiting", of);
      const double joined = figures_.find("waiting", {of[0], of[1], of[2], "joined"}).mean;
      if (!(joined > 0) || share.replications < result_.replications) continue;
      groups[{of[1], sorted->first, of[0].substr(0, 4), sorted->second}].add(joined, share);
    }
    std::map<std::pair<std::string, std::string>, Axis> found;
    for (const auto& [of, joiners] : groups) {
      const auto& [measure, by, year, value] = of;
      Group group = joiners.group(value);
      if (is_small(group.people)) continue;
      Axis& axis = found[{measure, by}];
      if (axis.year != year) axis = {Wait::of_joiners, measure, by, year, {}};
      axis.groups.push_back(std::move(group));
    }
    keep(found);
  }

  void keep(std::map<std::pair<std::string, std::string>, Axis>& found) {
    for (auto& [of, axis] : found) {
      if (axis.groups.size() > 1) axes_.push_back(std::move(axis));
    }
  }

  static Gap gap_of(const Axis& axis) {
    const auto wait = [](const Group& group) { return group.wait.mean; };
    const auto [shortest, longest] = std::ranges::minmax_element(axis.groups, {}, wait);
    return {&axis, &*longest, &*shortest, difference_of(longest->wait, shortest->wait)};
  }

  const scenario::Scenario& scenario_;
  const RunResult& result_;
  FigureFinder figures_;
  std::vector<Axis> axes_;
};

/// What a group is called.
class GroupNames final {
 public:
  GroupNames(const scenario::Scenario& scenario, const Axis& axis)
      : scenario_(scenario), axis_(axis) {}

  [[nodiscard]] std::string of(Language l, const Group& group) const {
    if (axis_.by == "unemployed") return unemployed(l, group.value);
    if (axis_.by == "priority_class") return priority_class(l, group.value);
    const auto attribute =
        std::ranges::find(scenario_.attributes, axis_.by, &scenario::Attribute::id);
    const std::string name = attribute == scenario_.attributes.end()
                                 ? axis_.by
                                 : label_or(l, attribute->label, attribute->id);
    return say(l, "wie voor {} “{}” heeft", "those with “{1}” for {0}", name,
               label_of(scenario_, group.value, l));
  }

 private:
  static std::string unemployed(Language l, const std::string& value) {
    if (value == "under_1_year") {
      return either(l, "wie korter dan een jaar werkloos is", "those unemployed under a year");
    }
    return value == "over_2_years" ? either(l, "wie twee jaar of langer werkloos is",
                                            "those unemployed for two years or more")
                                   : either(l, "wie een tot twee jaar werkloos is",
                                            "those unemployed for one to two years");
  }

  [[nodiscard]] std::string priority_class(Language l, const std::string& value) const {
    for (const scenario::Measure& measure : scenario_.measures) {
      if (measure.id != axis_.measure) continue;
      for (const scenario::PriorityClass& one : measure.waiting_list.priority) {
        if (one.id != value) continue;
        return say(l, "de voorrangsgroep “{}”", "the priority class “{}”",
                   label_or(l, one.label, one.id));
      }
    }
    return either(l, "wie geen voorrang heeft", "those without priority");
  }

  const scenario::Scenario& scenario_;
  const Axis& axis_;
};

class Sentence final {
 public:
  Sentence(const scenario::Scenario& scenario, const Gap& gap, double confidence)
      : scenario_(scenario),
        gap_(gap),
        names_(scenario, *gap.axis),
        interval_(interval_of_mean(gap.difference, confidence)) {}

  [[nodiscard]] std::string of(Language l) const {
    return gap_.axis->kind == Wait::of_starters ? of_starters(l) : of_joiners(l);
  }

 private:
  [[nodiscard]] std::string measure(Language l) const {
    return label_of(scenario_, gap_.axis->measure, l);
  }

  [[nodiscard]] std::string between(Language l, double unit, int decimals) const {
    return say(l, "95 %-interval: {} tot {}", "95 % interval: {} to {}",
               number(l, interval_.low * unit, decimals),
               number(l, interval_.high * unit, decimals));
  }

  [[nodiscard]] std::string of_starters(Language l) const {
    return say(l,
               "Van wie in {} met {} start, heeft {} het langst gewacht: gemiddeld {} dagen, {} "
               "dagen langer dan {} ({}).",
               "Of those who start {1} in {0}, {2} have waited longest: {3} days on average, {4} "
               "days more than {5} ({6}).",
               gap_.axis->year, measure(l), names_.of(l, *gap_.longest),
               number(l, gap_.longest->wait.mean), number(l, gap_.difference.mean),
               names_.of(l, *gap_.shortest), between(l, 1, 0));
  }

  [[nodiscard]] std::string of_joiners(Language l) const {
    constexpr double points = 100;
    return say(l,
               "Van wie in {} op de lijst voor {} kwam, wacht {} het langst: {} wacht een jaar "
               "later nog, {} procentpunt meer dan van {} ({}).",
               "Of those who joined the list for {1} in {0}, {2} wait longest: {3} still wait a "
               "year later, {4} percentage points more than of {5} ({6}).",
               gap_.axis->year, measure(l), names_.of(l, *gap_.longest),
               share_text(l, gap_.longest->wait.mean), number(l, gap_.difference.mean * points),
               names_.of(l, *gap_.shortest), between(l, points, 0));
  }

  const scenario::Scenario& scenario_;
  const Gap& gap_;
  GroupNames names_;
  Interval interval_;
};

}  // namespace

std::optional<Finding> longest_waiting_group(const scenario::Scenario& scenario,
                                             const RunResult& result) {
  const Waits waits(scenario, result);
  const std::optional<Gap> gap = waits.clearest();
  if (!gap) return std::nullopt;
  const Sentence sentence(scenario, *gap, waits.confidence());
  const bool of_starters = gap->axis->kind == Wait::of_starters;
  return finding(Weight::fact, (of_starters ? "group_wait:" : "joiners:") + gap->axis->measure,
                 [&](Language l) { return sentence.of(l); });
}

}  // namespace doorstroom
