// Where people are: in a measure, or else in a status.
#pragma once

#include <cstdint>
#include <string>

#include "model/event.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// The statuses of a model, then its measures (screening services among them).
using Place = std::uint16_t;
inline constexpr Place no_place_yet = 0xFFFF;

/// One person's status and measure, kept from events.
struct Whereabouts {
  static constexpr std::uint16_t no_measure = 0xFFFF;
  std::uint16_t status = 0;
  std::uint16_t measure = no_measure;

  void enter(const Event& event) { *this = {event.subject, no_measure}; }
};

/// All places of a model. Somebody who is in a measure is there, whatever their status.
class Places final {
 public:
  explicit Places(const Model& model) : model_(model) {}

  [[nodiscard]] std::size_t size() const { return model_.statuses.size() + model_.measures.size(); }
  [[nodiscard]] Place of(Whereabouts at) const {
    return at.measure == Whereabouts::no_measure ? at.status : in_measure(at.measure);
  }
  [[nodiscard]] Place in_measure(std::size_t measure) const {
    return static_cast<Place>(model_.statuses.size() + measure);
  }
  [[nodiscard]] bool is_measure(std::size_t place) const { return place >= model_.statuses.size(); }
  /// Can anybody ever be there?
  [[nodiscard]] bool is_used(std::size_t place) const {
    return is_measure(place) || model_.statuses[place].used;
  }
  /// The id of the status or measure.
  [[nodiscard]] const std::string& id(std::size_t place) const {
    return is_measure(place) ? model_.measures[place - model_.statuses.size()].id
                             : model_.statuses[place].id;
  }

 private:
  const Model& model_;
};

}  // namespace doorstroom
