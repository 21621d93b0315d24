// What a draw costs, in nanoseconds, one by one:
//   bench_random --benchmark_repetitions=9 --benchmark_report_aggregates_only=true
#include <array>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/random/gamma_distribution.hpp>

#include "random/luck.hpp"
#include "random/poisson.hpp"
#include "random/rounding.hpp"
#include "random/shares.hpp"
#include "random/stay_table.hpp"
#include "random/threshold.hpp"

namespace doorstroom {
namespace {

constexpr double mean = 100;
constexpr double sd = 60;
constexpr std::size_t people = 4'096;

const Luck luck(1, 0);

/// Runs `draw` for one person after the other.
template <class Function>
void for_each_person(benchmark::State& state, const Function& draw) {
  std::uint64_t person = 0;
  for (auto _ : state) benchmark::DoNotOptimize(draw(LuckKey{++person}));
}

/// Runs `choose` on numbers that are drawn already.
template <class Function>
void for_each_number(benchmark::State& state, const Function& choose) {
  std::vector<std::uint64_t> bits(people);
  for (std::size_t i = 0; i < people; ++i) bits[i] = luck.draw(LuckKey{i}, Lane{}).first;
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(choose(bits[++i % people]));
}

void philox_draw(benchmark::State& state) {
  const Lane about = lane(Purpose::phase_stay, "ibo");
  for_each_person(state, [&](LuckKey whose) { return luck.draw(whose, about).first; });
}
BENCHMARK(philox_draw);

void threshold(benchmark::State& state) {
  const Lane about = lane(Purpose::status_exit, "ibo");
  for_each_person(state, [&](LuckKey whose) {
    return exponential_threshold(luck, whose, about, Occurrence{}).left();
  });
}
BENCHMARK(threshold);

void gamma_stay(benchmark::State& state) {
  const Lane about = lane(Purpose::phase_stay, "ibo");
  const StayTable stay(gamma_quantile(mean, sd), mean);
  for_each_person(state, [&](LuckKey whose) { return stay.days(luck.draw(whose, about).first); });
}
BENCHMARK(gamma_stay);

template <class Distribution>
void gamma_by_rejection(benchmark::State& state) {
  const Lane about = lane(Purpose::phase_stay, "ibo");
  Distribution gamma(mean * mean / (sd * sd), sd * sd / mean);
  for_each_person(state, [&](LuckKey whose) {
    DrawEngine engine(luck, whose, about, Occurrence{});
    gamma.reset();
    return gamma(engine);
  });
}
BENCHMARK(gamma_by_rejection<boost::random::gamma_distribution<double>>)->Name("gamma_boost");
BENCHMARK(gamma_by_rejection<std::gamma_distribution<double>>)->Name("gamma_std");

void gamma_stay_of_bits(benchmark::State& state) {
  const StayTable stay(gamma_quantile(mean, sd), mean);
  for_each_number(state, [&](std::uint64_t bits) { return stay.days(bits); });
}
BENCHMARK(gamma_stay_of_bits);

void whole_days_of_bits(benchmark::State& state) {
  for_each_number(state, [](std::uint64_t bits) {
    return whole_days(static_cast<double>(bits >> 40) * 1e-5, bits);
  });
}
BENCHMARK(whole_days_of_bits);

void poisson_count_of_bits(benchmark::State& state) {
  const PoissonCounts counts(static_cast<double>(state.range(0)));
  for_each_number(state, [&](std::uint64_t bits) { return counts.count(bits); });
}
BENCHMARK(poisson_count_of_bits)->Arg(3)->Arg(300)->Arg(27'397);

void shares_pick_of_bits(benchmark::State& state) {
  const Shares shares(std::vector<double>(static_cast<std::size_t>(state.range(0)), 1.0));
  for_each_number(state, [&](std::uint64_t bits) { return shares.pick(bits); });
}
BENCHMARK(shares_pick_of_bits)->Arg(2)->Arg(5)->Arg(25);

void gamma_table_made(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(StayTable(gamma_quantile(mean, sd), mean));
}
BENCHMARK(gamma_table_made)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace doorstroom

BENCHMARK_MAIN();
