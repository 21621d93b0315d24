#include "study/forecast.hpp"

#include <algorithm>
#include <chrono>

#include "study/experiment.hpp"

namespace doorstroom {

double expected_people(const Model& model) {
  double people = 0;
  for (const StockCell& cell : model.stock) people += cell.people;
  for (const Stream& stream : model.streams) {
    for (std::size_t i = 0; i < stream.rates.size(); ++i) {
      const Day until = i + 1 < stream.rates.size() ? stream.rates[i + 1].from : model.horizon.end;
      people += stream.rates[i].per_day * (until - stream.rates[i].from);
    }
  }
  return people;
}

scenario::Scenario with_few_people(const scenario::Scenario& scenario, double people, double few) {
  scenario::Scenario smaller = scenario;
  smaller.scale = std::clamp(scenario.scale * few / std::max(people, 1.0), scenario::smallest_scale,
                             scenario.scale);
  return smaller;
}

namespace {

Forecast forecast_of(const scenario::Scenario& scenario) {
  constexpr double enough_people = 20000;
  const double people = expected_people(Experiment(scenario).model());
  const scenario::Scenario few = with_few_people(scenario, people, enough_people);
  const double times = scenario.scale / few.scale;
  const Experiment experiment(few);
  const auto start = std::chrono::steady_clock::now();
  const std::unique_ptr<Observers> observers = experiment.observers();
  Replication replication(experiment.model(), experiment.rules(), 0, observers->recorders());
  replication.run();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const Effort effort = replication.effort();
  const double of_people = static_cast<double>(effort.bytes_per_person * effort.most_people) +
                           static_cast<double>(observers->bytes_of_people());
  constexpr double copies_of_figures = 6;  // by month, as values, being sent to disk
  constexpr double bytes_of_name = 600;    // with its summaries and its place in tables and page
  const auto figures = static_cast<double>(experiment.layout().figures());
  return {seconds * times, of_people * times + figures * sizeof(double) * copies_of_figures,
          figures * bytes_of_name};
}

}  // namespace

Forecast forecast_of(const std::vector<scenario::Scenario>& scenarios) {
  Forecast sum;
  for (const scenario::Scenario& scenario : scenarios) {
    const Forecast one = forecast_of(scenario);
    sum.seconds += one.seconds;
    sum.bytes += one.bytes;
    sum.bytes_of_data += one.bytes_of_data;
  }
  return sum;
}

}  // namespace doorstroom
