// The compilation, part by part. Each part fills its tables of the model and may look up what the
// parts before it have filled.
#pragma once

#include <string>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "model/model.hpp"
#include "scenario/paths.hpp"

namespace doorstroom::scenario {

class Compiler final {
 public:
  explicit Compiler(const Scenario& scenario) : in_(scenario) {}
  Model compile();

 private:
  // compile_people.cpp
  void attributes();
  void streams();
  void stock();
  [[nodiscard]] Sampler sampler(const Profile& profile);
  void synthesise(const Profile& profile, Sampler& sampler) const;
  [[nodiscard]] std::vector<ArrivalRate> rates(const Arrivals& arrivals) const;
  void ages_of_stock();
  // compile_labour.cpp
  void statuses();
  void exits();
  // compile_benefits.cpp
  void benefits();
  void limit(const BenefitLimit& in);
  [[nodiscard]] StatuteCode statute(const std::string& id) const;
  void drift();
  [[nodiscard]] static std::vector<Step> steps(const std::vector<DurationFactor>& factors);
  void find_used_statuses();
  [[nodiscard]] StatusExit exit(const Exit& in);
  [[nodiscard]] std::vector<std::vector<CalendarFactor>> calendar(const Exit& in) const;
  [[nodiscard]] doorstroom::GroupFactor group(const GroupFactor& in);
  // compile_resources.cpp
  void resources();
  [[nodiscard]] doorstroom::Resource resource(const Resource& in);
  [[nodiscard]] std::vector<const Need*> needs_of(const std::string& resource) const;
  // compile_measures.cpp
  void measures();
  void measure(const Measure& in, doorstroom::Measure& out);
  void screening(const Screening& in, doorstroom::Measure& out);
  [[nodiscard]] doorstroom::Phase phase(const std::string& key, const Phase& in,
                                        std::uint32_t part);
  void misfit(const Measure& in, doorstroom::Measure& out) const;
  [[nodiscard]] std::vector<double> drop_out(const std::optional<DropOut>& in,
                                             const Stays& stays) const;
  [[nodiscard]] std::vector<Claim> claims(const std::vector<Need>& needs);
  void cumulated();
  // compile_lists.cpp
  void lists();
  std::size_t list(const WaitingList& in, MeasureIndex measure, std::vector<Claim> claims,
                   const std::string& key);
  void list_cells(ListModel& list) const;
  void ranks();
  void rules();
  [[nodiscard]] doorstroom::Condition condition(const Condition& in);
  void note_limits(const doorstroom::Condition& condition);

  // compile_values.cpp
  [[nodiscard]] std::vector<double> by_distance(const ByDistance<Quantity>& table) const;
  [[nodiscard]] Stays stays(const ByDistance<Stay>& stay) const;
  [[nodiscard]] Stays stays(const std::optional<Stay>& stay) const;
  [[nodiscard]] Destinations destinations(const std::vector<Destination>& places,
                                          std::string_view rest_goes_to) const;
  [[nodiscard]] doorstroom::Destination destination(const std::string& name) const;
  [[nodiscard]] StatusIndex status(const std::string& id) const;
  [[nodiscard]] MeasureIndex measure_index(const std::string& id) const;
  [[nodiscard]] const doorstroom::Attribute& attribute(const std::string& id) const;
  [[nodiscard]] std::size_t classes() const { return in_.distance_classes.size(); }

  const Scenario& in_;
  Model out_;
  std::size_t meters_ = 0;
};

}  // namespace doorstroom::scenario
