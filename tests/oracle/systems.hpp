// Scenarios of oracles, piece by piece, and what is counted in them. Times are in days.
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "oracle/oracle.hpp"
#include "support/simulation.hpp"

namespace doorstroom::oracle {

using Json = nlohmann::ordered_json;
using tests::Simulation;

/// An empty scenario of so many days from 1 January 2001.
Json scenario(const Trial& trial, int days);

/// Adds a stream of so many people each day, leap years or not.
Json& add_stream(Json& scenario, const std::string& id, double per_day,
                 const std::string& refer_to);
/// Adds a group of the stock whose size each replication sets anew; `where` is "in" or
/// "waiting_for".
Json& add_stock(Json& scenario, const std::string& where, const std::string& measure);
/// Adds places that are all a measure of that name needs, and the measure, of one phase; after it
/// people leave the model.
Json& add_measure(Json& scenario, const std::string& id, int places, const Json& duration);
/// The same without limits.
Json& add_measure(Json& scenario, const std::string& id, const Json& duration);

std::string span(double days);
Json exponential(double mean);
/// A day so many days after the start, "2001-02-01".
std::string date_after(double days);

using CompiledModel = std::shared_ptr<const Model>;
CompiledModel compiled(const Json& scenario);

/// One replication whose groups of the stock have these sizes.
Simulation simulate_from(const CompiledModel& model, std::uint32_t replication,
                         const std::vector<int>& stock);

/// The luck of a test itself, apart from that of the engine: how a replication begins.
class Dice final {
 public:
  Dice(std::uint64_t seed, std::uint32_t replication);
  /// Above 0, at most 1.
  double uniform();
  double exponential(double rate);
  /// A number that is drawn with these probabilities.
  int draw(const std::vector<double>& probabilities);
  /// Which of some rates comes first.
  std::size_t first_of(const std::vector<double>& rates);

 private:
  std::mt19937_64 numbers_;
};

/// People on a list and in the measure, evening by evening, and how often something happened.
struct Evenings {
  std::vector<int> waiting;
  std::vector<int> inside;

  [[nodiscard]] double mean_waiting(int from = 0) const;
  [[nodiscard]] double mean_inside(int from = 0) const;
  [[nodiscard]] double share_full(int places, int from = 0) const;
};
Evenings evenings(const Simulation& simulation, const std::string& measure);
/// Mean number of people of one class on a list, from an evening on.
double mean_waiting_of_class(const Simulation& simulation, const std::string& measure, int which,
                             int from = 0);
/// How many left a list so.
double left(const Simulation& simulation, const std::string& measure, Reason reason);
/// How many started.
double starts(const Simulation& simulation, const std::string& measure);

}  // namespace doorstroom::oracle
