// Contingents and budgets from year to year, by exact recursion. Everything is in whole days.
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"

namespace doorstroom::oracle {

namespace {

/// People waiting, or, below 0, units released that nobody has used. Lindley's recursion
/// (Proceedings of the Cambridge Philosophical Society 48 (1952)): who comes adds one, what is
/// released takes away as many, and at a renewal without carry-over what is unused goes.
class Backlog final {
 public:
  explicit Backlog(int waiting) : p_(1, 1.0), least_(waiting) {}

  void release(int units) { least_ -= units; }
  void arrive(double mean) {
    const std::vector<double> more = poisson(mean);
    std::vector<double> next(p_.size() + more.size() - 1, 0.0);
    for (std::size_t i = 0; i < p_.size(); ++i) {
      for (std::size_t k = 0; k < more.size(); ++k) next[i + k] += p_[i] * more[k];
    }
    p_ = next;
  }
  void lapse() {
    if (least_ >= 0) return;
    const auto lapsed = std::min(static_cast<std::size_t>(-least_), p_.size() - 1);
    const auto kept = p_.begin() + static_cast<std::ptrdiff_t>(lapsed);
    const double nobody = std::accumulate(p_.begin(), kept, *kept);
    p_.erase(p_.begin(), kept);
    p_.front() = nobody;
    least_ = 0;
  }
  [[nodiscard]] double waiting() const { return mean_of(1); }
  [[nodiscard]] double unused() const { return mean_of(-1); }

 private:
  [[nodiscard]] double mean_of(int sign) const {
    double sum = 0;
    for (std::size_t i = 0; i < p_.size(); ++i) {
      sum += std::max(0, sign * (least_ + static_cast<int>(i))) * p_[i];
    }
    return sum;
  }

  std::vector<double> p_;  // of least_, least_ + 1, ...
  int least_;
};

enum class Ask : std::uint8_t { waiting, unused };

struct Contingent {
  std::string period;   // per_year, per_quarter or per_month
  int units;            // of each period
  std::string release;  // at_once or monthly
  bool carried;         // what is left over
  double arrivals;      // a year
  int waiting;          // at the start
};

/// What has come true by the evening before a date, month by month.
double expected(const Contingent& c, const std::string& date, Ask ask) {
  const int months_of_period = c.period == "per_year" ? 12 : c.period == "per_quarter" ? 3 : 1;
  Backlog backlog(c.waiting);
  Day month = day_of(2001, 1, 1);
  const Day until = *parse_date(date);
  for (int i = 0; month < until; ++i) {
    const int position = i % months_of_period;
    if (position == 0 && !c.carried) backlog.lapse();
    const bool at_once = c.release == "at_once" || months_of_period == 1;
    if (at_once && position == 0) backlog.release(c.units);
    if (!at_once) backlog.release(c.units / months_of_period);
    const Day next = first_of_month(month_number(month) + 1);
    backlog.arrive(c.arrivals * (next - month) / days_in_year(civil(month).year));
    month = next;
  }
  return ask == Ask::waiting ? backlog.waiting() : backlog.unused();
}

Json text_of(const Contingent& c, const Trial& trial, int days) {
  Json text = scenario({trial.seed}, days);
  text["arrivals"] =
      Json::array({Json{{"id", "people"}, {"per_year", c.arrivals}, {"refer_to", "m"}}});
  text["resources"] = Json::array({Json{{"id", "units"},
                                        {"kind", "contingent"},
                                        {c.period, c.units},
                                        {"release", c.release},
                                        {"carry_over", c.carried ? "full" : "none"}}});
  add_measure(text, "m", "100 days")["needs"] = Json::array({Json{{"resource", "units"}}});
  add_stock(text, "waiting_for", "m");
  return text;
}

void add(std::vector<Oracle>& all, const Contingent& c, const std::string& date, Ask ask) {
  const int days = *parse_date(date) - day_of(2001, 1, 1);
  const auto prepare = [=](const Trial& trial) -> Figure {
    const CompiledModel model = compiled(text_of(c, trial, days));
    return [=](std::uint32_t r) {
      const Simulation s = simulate_from(model, r, {c.waiting});
      if (ask == Ask::waiting) return static_cast<double>(evenings(s, "m").waiting.back());
      const AccountState& units = s.stands.back().accounts[s.account("units")];
      return static_cast<double>(units.released - units.used) / 1000;
    };
  };
  const std::string name = fmt::format(
      "{} a {}, released {}, {}, {:g} people a year: {} before {}", c.units, c.period.substr(4),
      c.release == "at_once" ? "at once" : "monthly", c.carried ? "carried over" : "lapsing",
      c.arrivals, ask == Ask::waiting ? "waiting" : "unused", date);
  all.push_back({"Contingent", name, expected(c, date, ask), 400, Tick::exact, prepare});
}

/// A budget of so many starts a year, released at once: the day on which the last one begins, in
/// days from 1 January (the year's length if money is left), and what is spent.
struct Budget {
  int starts;
  double price;
  double arrivals;  // a day
};

Json text_of(const Budget& b, const Trial& trial) {
  Json text = scenario({trial.seed}, 365);
  add_stream(text, "people", b.arrivals, "m");
  text["resources"] = Json::array({Json{{"id", "money"},
                                        {"kind", "budget"},
                                        {"payer", "work"},
                                        {"per_year", b.starts * b.price + b.price / 2},
                                        {"release", "at_once"}}});
  add_measure(text, "m", "100 days")["needs"] =
      Json::array({Json{{"resource", "money"}, {"amount", b.price}}});
  return text;
}

std::string name_of(const Budget& b) {
  return fmt::format("{} starts, {:g} people a day", b.starts, b.arrivals);
}

auto prepared(const Budget& b, const std::function<double(const Simulation&)>& figure) {
  return [=](const Trial& trial) -> Figure {
    const CompiledModel model = compiled(text_of(b, trial));
    return [=](std::uint32_t r) { return figure(simulate_from(model, r, {})); };
  };
}

void add_day_of_exhaustion(std::vector<Oracle>& all, const Budget& b) {
  double day = 0;  // the mean: the sum of the probabilities that money is left that evening
  for (int d = 0; d < 365; ++d) {
    const std::vector<double> come = poisson(b.arrivals * (d + 1));
    const auto fewer = std::min<std::size_t>(static_cast<std::size_t>(b.starts), come.size());
    day += std::accumulate(come.begin(), come.begin() + static_cast<long>(fewer), 0.0);
  }
  const auto figure = [=](const Simulation& s) {
    const auto begun = s.events(EventKind::started);
    const auto last = static_cast<std::size_t>(b.starts);
    return begun.size() < last ? 365.0 : begun[last - 1].day - s.model->horizon.start + 0.0;
  };
  all.push_back({"Budget", name_of(b) + ": day on which it is used up", day, 400, Tick::exact,
                 prepared(b, figure)});
}

void add_spent(std::vector<Oracle>& all, const Budget& b) {
  const std::vector<double> come = poisson(b.arrivals * 365);
  double starts = 0;
  for (std::size_t n = 0; n < come.size(); ++n) {
    starts += std::min(static_cast<double>(n), static_cast<double>(b.starts)) * come[n];
  }
  const auto figure = [](const Simulation& s) {
    return static_cast<double>(s.stands.back().committed[s.account("money")]) / 100;
  };
  all.push_back({"Budget", name_of(b) + ": euro spent", starts * b.price, 400, Tick::exact,
                 prepared(b, figure)});
}

}  // namespace

void add_periods(std::vector<Oracle>& all) {
  const Contingent yearly{"per_year", 60, "at_once", false, 58, 10};
  add(all, yearly, "2002-01-01", Ask::waiting);
  add(all, yearly, "2003-01-01", Ask::unused);
  add(all, yearly, "2006-01-01", Ask::waiting);
  add(all, yearly, "2011-01-01", Ask::waiting);
  add(all, yearly, "2016-01-01", Ask::unused);
  const Contingent carried{"per_year", 60, "at_once", true, 58, 0};
  add(all, carried, "2006-01-01", Ask::waiting);
  add(all, carried, "2006-01-01", Ask::unused);
  const Contingent monthly{"per_year", 60, "monthly", false, 58, 3};
  add(all, monthly, "2001-07-01", Ask::waiting);
  add(all, monthly, "2002-01-01", Ask::unused);
  add(all, monthly, "2005-01-01", Ask::waiting);
  const Contingent quarters{"per_quarter", 15, "at_once", false, 59, 0};
  add(all, quarters, "2003-01-01", Ask::waiting);
  add(all, quarters, "2003-01-01", Ask::unused);
  const Contingent months{"per_month", 5, "at_once", true, 60, 0};
  add(all, months, "2004-07-01", Ask::waiting);
  add_day_of_exhaustion(all, {40, 2500, 0.25});
  add_day_of_exhaustion(all, {90, 1100, 0.25});
  add_day_of_exhaustion(all, {300, 4800, 1});
  add_spent(all, {90, 1100, 0.25});
  add_spent(all, {370, 4800, 1});
}

}  // namespace doorstroom::oracle
