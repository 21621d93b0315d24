#include "size/relaxation.hpp"

#include <algorithm>

#include "analysis/summary.hpp"
#include "scenario/paths.hpp"

namespace doorstroom {

namespace {

using Positions = std::vector<std::size_t>;

class Relaxation final {
 public:
  Relaxation(const scenario::Scenario& unlimited, const scenario::Scenario& asked,
             const Question& question, const Trials& trials, Replications replications)
      : unlimited_(unlimited),
        asked_(asked),
        question_(question),
        trials_(trials),
        replications_(replications),
        least_(question.years.size(), fewest_of(question.probability, replications.count)) {}

  std::vector<BindingResource> find() const {
    const Positions others = limiting();
    if (others.empty() || !is_enough(others)) return {};
    std::vector<BindingResource> found;
    for (const std::size_t resource : others) {
      if (is_enough({resource})) found.push_back(described(resource, {resource}));
    }
    if (!found.empty()) return found;
    const Positions together = fewest_of_all(others);
    for (const std::size_t resource : together) {
      found.push_back(described(resource, together));
    }
    return found;
  }

 private:
  [[nodiscard]] Positions limiting() const {
    Positions others;
    for (std::size_t r = 0; r < unlimited_.resources.size(); ++r) {
      const scenario::Resource& resource = unlimited_.resources[r];
      const bool limits = resource.binding && !resource.unlimited;
      if (r != question_.resource && limits) others.push_back(r);
    }
    return others;
  }

  /// What does not bind is counted and stops nobody.
  [[nodiscard]] scenario::Scenario without(const Positions& limits) const {
    scenario::Scenario relaxed = unlimited_;
    for (const std::size_t r : limits) relaxed.resources[r].binding = false;
    return relaxed;
  }

  [[nodiscard]] bool is_enough(const Positions& relaxed) const {
    return trials_.enough(without(relaxed), replications_, least_, question_.years.size() - 1);
  }

  /// Puts limits back one by one as long as the targets hold.
  [[nodiscard]] Positions fewest_of_all(const Positions& others) const {
    Positions needed;
    for (auto next = others.begin(); next != others.end(); ++next) {
      Positions without_it = needed;
      without_it.insert(without_it.end(), std::next(next), others.end());
      if (!is_enough(without_it)) needed.push_back(*next);
    }
    return needed;
  }

  [[nodiscard]] BindingResource described(std::size_t resource, const Positions& relaxed) const {
    BindingResource binding{asked_.resources[resource].id, relaxed.size() == 1, {}};
    const std::vector<Trial> trials = trials_.all(without(relaxed), replications_);
    const scenario::Path* path = path_of(asked_.resources[resource]);
    for (std::size_t y = 0; y < question_.years.size(); ++y) {
      BindingResource::Need need;
      need.year = question_.years[y];
      if (path != nullptr) need.now = scenario::value_on(*path, day_of(need.year, 1, 1));
      std::vector<double> used;
      for (const Trial& trial : trials) {
        used.push_back(trial.used[resource * question_.years.size() + y]);
      }
      need.mean = summarise(used).mean;
      std::ranges::sort(used);
      need.high = used[std::max<std::size_t>(least_[y], 1) - 1];
      binding.needs.push_back(need);
    }
    return binding;
  }

  const scenario::Scenario& unlimited_;
  const scenario::Scenario& asked_;
  const Question& question_;
  const Trials& trials_;
  Replications replications_;
  std::vector<std::size_t> least_;
};

}  // namespace

std::vector<BindingResource> binding_resources(const scenario::Scenario& unlimited,
                                               const scenario::Scenario& asked,
                                               const Question& question, const Trials& trials,
                                               Replications replications) {
  return Relaxation(unlimited, asked, question, trials, replications).find();
}

}  // namespace doorstroom
