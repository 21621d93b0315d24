// What stays are called in an event log.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "model/model.hpp"
#include "record/stay.hpp"
#include "report/language.hpp"

namespace doorstroom {

/// The names of what a stay is about, in one language, worked out once for a scenario.
class EventNames final {
 public:
  /// `model` is the scenario, compiled; it must outlive this.
  EventNames(const scenario::Scenario& scenario, const Model& model, Language language);

  /// "status", "benefit", "measure", "screening", "phase", "waiting" or "aftercare".
  [[nodiscard]] std::string_view kind(const Stay& stay) const;
  /// As in tables: "training", "training.stage" for phases and their lists.
  [[nodiscard]] const std::string& id(const Stay& stay) const { return names_of(stay).id; }
  [[nodiscard]] const std::string& label(const Stay& stay) const { return names_of(stay).label; }
  /// For readers, and different for everything that differs: "waiting list: Training".
  [[nodiscard]] const std::string& activity(const Stay& stay) const {
    return names_of(stay).activity;
  }
  /// Of a status or benefit the id of the one that followed; otherwise why it ended. Empty for a
  /// stay that is open.
  [[nodiscard]] std::string_view ended_by(const Stay& stay) const;
  /// The region or provider that serves the person there; empty where resources are not divided.
  [[nodiscard]] std::string_view group(const Stay& stay) const;

  /// The attributes of people that are told: all but what they live on, which is a stay.
  [[nodiscard]] const std::vector<const Attribute*>& attributes() const { return attributes_; }

 private:
  struct Names {
    std::string id;
    std::string label;
    std::string activity;
  };
  [[nodiscard]] const Names& names_of(const Stay& stay) const;
  [[nodiscard]] const ListModel* list_of(const Stay& stay) const;
  [[nodiscard]] std::string_view value_of(ProfileField field, Profile profile) const;
  void add_phases(const scenario::Scenario& scenario, Language language);
  void add_lists(Language language);
  void tell_apart();

  const Model& model_;
  std::vector<Names> statuses_;
  std::vector<Names> benefits_;
  std::vector<Names> measures_;
  std::vector<Names> aftercare_;
  std::vector<std::vector<Names>> phases_;  // by measure
  std::vector<Names> lists_;
  std::vector<const Attribute*> attributes_;
};

}  // namespace doorstroom
