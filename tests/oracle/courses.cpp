// What changes with time: overloaded lists from empty, places that come and go, seasons.
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"

namespace doorstroom::oracle {

namespace {

struct Overload {
  int places;
  double load;
  double mean_stay;
  double after;         // in stays
  double patience = 0;  // in stays
};

void add_overload(std::vector<Oracle>& all, const Overload& o) {
  const double arrivals = o.load / o.mean_stay;
  const BirthDeath chain = many_places(o.places, arrivals, o.mean_stay, o.patience * o.mean_stay);
  const int most = static_cast<int>(o.load * (o.after + 2) + 60);
  std::vector<double> nobody(static_cast<std::size_t>(most) + 1, 0.0);
  nobody[0] = 1;
  const auto law = transient(chain, nobody, o.after * o.mean_stay);
  const auto prepare = [=](const Trial& trial) -> Figure {
    const double stay = o.mean_stay * trial.stretch;
    Json text = scenario(trial, static_cast<int>(std::lround(o.after * stay)));
    add_stream(text, "people", o.load / stay, "m");
    Json& measure = add_measure(text, "m", o.places, exponential(stay));
    if (o.patience > 0) measure["waiting_list"]["leave_after"] = exponential(o.patience * stay);
    const CompiledModel model = compiled(text);
    return [=](std::uint32_t r) {
      return static_cast<double>(evenings(simulate_from(model, r, {}), "m").waiting.back());
    };
  };
  const std::string gives_up =
      o.patience > 0 ? fmt::format(", patience {:g} stays", o.patience) : "";
  all.push_back({"From empty",
                 fmt::format("{} place{}, load {:g}{}: waiting after {:g} stays", o.places,
                             o.places == 1 ? "" : "s", o.load, gives_up, o.after),
                 mean_above(law, o.places), 1000, Tick::matters, prepare});
}

/// A level that changes on some days; nobody is sent away, nobody starts above it.
struct Cap {
  std::string name;
  double load;
  double mean_stay;
  double patience;             // in stays; 0: nobody gives up
  std::map<double, int> path;  // by time in stays
  double until;                // in stays
};

/// People inside and waiting, as probabilities, along the path.
class InsideAndWaiting final {
 public:
  InsideAndWaiting(const Cap& cap, int most_inside, int most_waiting)
      : cap_(cap), inside_(most_inside + 1), waiting_(most_waiting + 1) {
    p_.assign(static_cast<std::size_t>(inside_ * waiting_), 0.0);
    p_[0] = 1;
  }

  /// Level by level; while a level holds, by uniformization.
  void follow() {
    const double rate = cap_.load + inside_ + (cap_.patience > 0 ? waiting_ / cap_.patience : 0);
    for (auto part = cap_.path.begin(); part != cap_.path.end(); ++part) {
      const auto next = std::next(part);
      const double until = next == cap_.path.end() ? cap_.until : next->first;
      begin(part->second);
      jump(part->second, rate, until - part->first);
    }
  }
  [[nodiscard]] double mean_waiting() const {
    double sum = 0;
    for (int i = 0; i < inside_; ++i) {
      for (int w = 0; w < waiting_; ++w) sum += w * p_[at(i, w)];
    }
    return sum;
  }
  [[nodiscard]] double mean_inside() const {
    double sum = 0;
    for (int i = 0; i < inside_; ++i) {
      for (int w = 0; w < waiting_; ++w) sum += i * p_[at(i, w)];
    }
    return sum;
  }

 private:
  [[nodiscard]] std::size_t at(int inside, int waiting) const {
    return static_cast<std::size_t>(inside * waiting_ + waiting);
  }
  /// Where somebody who waits can start they do.
  [[nodiscard]] std::size_t settled(int inside, int waiting, int level) const {
    const int start = std::clamp(level - inside, 0, waiting);
    return at(inside + start, std::min(waiting - start, waiting_ - 1));
  }
  void begin(int level) {
    std::vector<double> next(p_.size(), 0.0);
    for (int i = 0; i < inside_; ++i) {
      for (int w = 0; w < waiting_; ++w) next[settled(i, w, level)] += p_[at(i, w)];
    }
    p_ = next;
  }
  [[nodiscard]] std::vector<double> jumped(const std::vector<double>& from, int level,
                                           double rate) const {
    std::vector<double> next(from.size(), 0.0);
    for (int i = 0; i < inside_; ++i) {
      for (int w = 0; w < waiting_; ++w) {
        const double p = from[at(i, w)];
        if (p == 0) continue;
        const double gives_up = cap_.patience > 0 ? w / cap_.patience : 0;
        next[settled(i, w + 1, level)] += p * cap_.load / rate;
        if (i > 0) next[settled(i - 1, w, level)] += p * i / rate;
        if (w > 0) next[at(i, w - 1)] += p * gives_up / rate;
        next[at(i, w)] += p * (1 - (cap_.load + i + gives_up) / rate);
      }
    }
    return next;
  }
  void jump(int level, double rate, double time) {
    const double jumps = rate * time;
    const int enough = static_cast<int>(jumps + 10 * std::sqrt(jumps) + 20);
    std::vector<double> sum(p_.size(), 0.0);
    for (int k = 0; k <= enough; ++k) {
      const double weight = std::exp(-jumps + k * std::log(jumps) - std::lgamma(k + 1.0));
      for (std::size_t i = 0; i < p_.size(); ++i) sum[i] += weight * p_[i];
      p_ = jumped(p_, level, rate);
    }
    p_ = sum;
  }

  const Cap& cap_;
  int inside_;
  int waiting_;
  std::vector<double> p_;
};

void add_cap(std::vector<Oracle>& all, const Cap& cap, bool waiting) {
  int most = 0;
  for (const auto& [time, level] : cap.path) most = std::max(most, level);
  InsideAndWaiting law(cap, most, static_cast<int>(cap.load * (cap.until + 1) + 25));
  law.follow();
  const auto prepare = [=](const Trial& trial) -> Figure {
    const double stay = cap.mean_stay * trial.stretch;
    Json text = scenario(trial, static_cast<int>(std::lround(cap.until * stay)));
    add_stream(text, "people", cap.load / stay, "m");
    Json& measure = add_measure(text, "m", 1, exponential(stay));
    if (cap.patience > 0) measure["waiting_list"]["leave_after"] = exponential(cap.patience * stay);
    Json path;
    for (const auto& [time, level] : cap.path) path[date_after(time * stay)] = level;
    text["resources"][0]["level"] = path;
    const CompiledModel model = compiled(text);
    return [=](std::uint32_t r) {
      const Evenings e = evenings(simulate_from(model, r, {}), "m");
      return static_cast<double>(waiting ? e.waiting.back() : e.inside.back());
    };
  };
  all.push_back({"Cap path", cap.name + (waiting ? ": waiting" : ": inside"),
                 waiting ? law.mean_waiting() : law.mean_inside(), 1000, Tick::matters, prepare});
}

/// Arrivals of each month times its factor, in a year of 365 days.
double rate_on(int day, double per_day, const std::map<int, double>& factors) {
  const auto month = static_cast<int>(civil(day_of(2001, 1, 1) + day).month);
  const auto found = factors.find(month);
  return found == factors.end() ? per_day : per_day * found->second;
}

/// M(t)/G/infinity: Poisson, with the mean of those who came in the days of a stay (Eick, Massey
/// and Whitt, Operations Research 41 (1993)); in days, those of day d are still there k evenings
/// later with the probability that a stay in whole days is longer than k.
void add_season(std::vector<Oracle>& all, const std::string& date, double mean_stay) {
  constexpr double per_day = 2;
  const std::map<int, double> factors{{1, 2.5}, {6, 0.5}, {7, 0}, {8, 0}, {9, 2}};
  const int evening = *parse_date(date) - day_of(2001, 1, 1);
  double expected = 0;
  for (int day = 0; day <= evening; ++day) {
    const double stays = mean_stay * (std::exp(-(evening - day) / mean_stay) -
                                      std::exp(-(evening - day + 1) / mean_stay));
    expected += rate_on(day, per_day, factors) * stays;
  }
  const auto prepare = [=](const Trial& trial) -> Figure {
    Json text = scenario({trial.seed}, 365);
    Json& stream = add_stream(text, "people", per_day, "m");
    stream["seasonality"] = {{"jan", 2.5}, {"jun", 0.5}, {"jul", 0}, {"aug", 0}, {"sep", 2}};
    add_measure(text, "m", exponential(mean_stay));
    const CompiledModel model = compiled(text);
    return [=](std::uint32_t r) {
      return static_cast<double>(
          evenings(simulate_from(model, r, {}), "m").inside[static_cast<std::size_t>(evening)]);
    };
  };
  all.push_back(
      {"Seasons",
       fmt::format("in a measure of {:g} days on the evening of {}", mean_stay, date.substr(5)),
       expected, 400, Tick::exact, prepare});
}

}  // namespace

void add_courses(std::vector<Oracle>& all) {
  add_overload(all, {1, 2, 400, 5});
  add_overload(all, {5, 4.5, 600, 3});
  add_overload(all, {20, 26, 800, 2});
  add_overload(all, {20, 40, 800, 3, 2});
  add_overload(all, {200, 220, 2000, 2, 1});
  add_overload(all, {1250, 1600, 4000, 2});
  const Cap rises{"5 places, then 12, then 3, then 8",    7, 600, 0,
                  {{0, 5}, {1, 12}, {1.75, 3}, {2.5, 8}}, 3};
  add_cap(all, rises, true);
  const Cap drains{"12 places, then 4", 14, 600, 0.8, {{0, 12}, {1.5, 4}}, 2};
  add_cap(all, drains, true);
  add_cap(all, drains, false);
  const Cap closes{"6 places, then none, then 7", 5, 600, 0, {{0, 6}, {1.25, 0}, {1.75, 7}}, 2};
  add_cap(all, closes, true);
  add_cap(all, closes, false);
  add_season(all, "2001-03-31", 40);
  add_season(all, "2001-08-31", 40);
  add_season(all, "2001-10-31", 90);
  add_season(all, "2001-12-31", 15);
}

}  // namespace doorstroom::oracle
