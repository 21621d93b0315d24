// Lists with stays of any law: without limits, with one place, and of fixed length.
#include <algorithm>
#include <cmath>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <fmt/format.h>

#include "oracle/chains.hpp"
#include "oracle/systems.hpp"

namespace doorstroom::oracle {

namespace {

/// A law of stays as a scenario writes it, and the probability of staying longer.
struct Law {
  std::string name;
  Json text;
  double mean;
  double longest;  // as far as it matters
  std::function<double(double)> survival;
};

template <class Distribution>
std::function<double(double)> survival_of(const Distribution& law) {
  return [=](double t) { return t <= 0 ? 1 : boost::math::cdf(boost::math::complement(law, t)); };
}

Law exponential_law(double mean) {
  return {"exponential", exponential(mean), mean, 40 * mean,
          [=](double t) { return std::exp(-t / mean); }};
}

Law gamma_law(double mean, double sd) {
  const boost::math::gamma_distribution<> law(mean * mean / sd / sd, sd * sd / mean);
  return {fmt::format("gamma, sd {:g} of the mean", sd / mean),
          {{"gamma", {{"mean", span(mean)}, {"sd", span(sd)}}}},
          mean,
          mean + 40 * sd,
          survival_of(law)};
}

Law lognormal_law(double mean, double sd) {
  const double variance = std::log1p(sd * sd / mean / mean);
  const boost::math::lognormal_distribution<> law(std::log(mean) - variance / 2,
                                                  std::sqrt(variance));
  return {fmt::format("lognormal, sd {:g} of the mean", sd / mean),
          {{"lognormal", {{"mean", span(mean)}, {"sd", span(sd)}}}},
          mean,
          mean + 60 * sd,
          survival_of(law)};
}

Law weibull_law(double mean, double shape) {
  const boost::math::weibull_distribution<> law(shape, mean / std::tgamma(1 + 1 / shape));
  return {fmt::format("Weibull, shape {:g}", shape),
          {{"weibull", {{"mean", span(mean)}, {"shape", shape}}}},
          mean,
          60 * mean,
          survival_of(law)};
}

Law uniform_law(double least, double most) {
  return {
      "uniform", {{"uniform", {span(least), span(most)}}}, (least + most) / 2, most, [=](double t) {
        return std::clamp((most - t) / (most - least), 0.0, 1.0);
      }};
}

Law triangular_law(double least, double likely, double most) {
  return {"triangular",
          {{"triangular", {span(least), span(likely), span(most)}}},
          (least + likely + most) / 3,
          most,
          [=](double t) {
            if (t <= least) return 1.0;
            if (t >= most) return 0.0;
            if (t < likely)
              return 1 - (t - least) * (t - least) / (most - least) / (likely - least);
            return (most - t) * (most - t) / (most - least) / (most - likely);
          }};
}

Law fixed_law(double days) {
  return {"fixed", span(days), days, days, [=](double t) { return t < days ? 1.0 : 0.0; }};
}

/// M/G/infinity: Poisson, whatever the law. In days as well: rounding keeps the mean, and those who
/// come on a day are Poisson.
void add_ample(std::vector<Oracle>& all, const Law& law) {
  constexpr double arrivals = 0.8;
  constexpr int days = 6000;
  const int warm = static_cast<int>(std::min(law.longest, 20 * law.mean)) + 1;
  const double level = arrivals * law.mean;
  const auto prepare = [=](auto figure) {
    return [=](const Trial& trial) -> Figure {
      Json text = scenario({trial.seed}, days);
      add_stream(text, "people", arrivals, "m");
      add_measure(text, "m", law.text);
      const CompiledModel model = compiled(text);
      return [=](std::uint32_t r) { return figure(evenings(simulate_from(model, r, {}), "m")); };
    };
  };
  all.push_back({"M/G/infinity", law.name + ": mean people in the measure", level, 60, Tick::exact,
                 prepare([=](const Evenings& e) { return e.mean_inside(warm); })});
  all.push_back({"M/G/infinity", law.name + ": variance of the people in the measure", level, 60,
                 Tick::exact, prepare([=](const Evenings& e) {
                   double squares = 0;
                   for (auto at = e.inside.begin() + warm; at != e.inside.end(); ++at) {
                     squares += (*at - level) * (*at - level);
                   }
                   return squares / static_cast<double>(e.inside.size() - warm);
                 })});
}

/// People waiting for so many places, from empty and after a third of the time.
auto waiting_for(int places, double arrivals, const Law& law, int days) {
  return [=](const Trial& trial) -> Figure {
    Json text = scenario({trial.seed}, days);
    add_stream(text, "people", arrivals, "m");
    add_measure(text, "m", places, law.text);
    const CompiledModel model = compiled(text);
    return [=](std::uint32_t r) {
      return evenings(simulate_from(model, r, {}), "m").mean_waiting(days / 3);
    };
  };
}

/// M/G/1: Pollaczek and Khinchine. The formula holds of days, too, if its second moment is that of
/// the stay in whole days: who joins finds what is left of a stay and those who came that day
/// before, which is half a day less and half a day's load more.
void add_one_place(std::vector<Oracle>& all, const Law& law, double load) {
  const double arrivals = load / law.mean;
  const double second = in_days(law.survival, law.longest).second;
  const double waiting = arrivals * arrivals * second / 2 / (1 - load);
  all.push_back({"Pollaczek-Khinchine",
                 fmt::format("{}, load {:g}: people waiting", law.name, load), waiting, 300,
                 Tick::exact, waiting_for(1, arrivals, law, 15'000)});
}

/// M/D/c in whole days is M/D/c: whoever is in the measure one evening is out a stay later, and
/// whoever is not, is not.
void add_fixed(std::vector<Oracle>& all, int places, double load, int days) {
  constexpr double stay = 12;
  const double waiting = load * crommelin_mean_wait(places, load);
  all.push_back(
      {"Crommelin (M/D/c)",
       fmt::format("{} place{}, load {:g}: people waiting", places, places == 1 ? "" : "s", load),
       waiting, 150, Tick::exact, waiting_for(places, load / stay, fixed_law(stay), days)});
}

}  // namespace

void add_single_lists(std::vector<Oracle>& all) {
  for (const Law& law :
       {fixed_law(30), uniform_law(5, 65), triangular_law(10, 20, 60), exponential_law(30),
        gamma_law(30, 15), lognormal_law(30, 30), weibull_law(30, 0.8)}) {
    add_ample(all, law);
  }
  add_one_place(all, exponential_law(10), 0.5);
  add_one_place(all, exponential_law(10), 0.75);
  add_one_place(all, uniform_law(2, 18), 0.75);
  add_one_place(all, gamma_law(10, 5), 0.7);
  add_one_place(all, lognormal_law(10, 12), 0.6);
  add_one_place(all, weibull_law(10, 0.7), 0.5);
  add_one_place(all, fixed_law(10), 0.8);
  add_fixed(all, 2, 1.6, 9000);
  add_fixed(all, 5, 4, 9000);
  add_fixed(all, 20, 18, 6000);
  add_fixed(all, 50, 47, 3000);
  add_fixed(all, 200, 194, 1500);
}

}  // namespace doorstroom::oracle
