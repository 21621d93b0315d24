// Two scenarios in one language: what the events of the alternative are about, in the numbering of
// the base.
#pragma once

#include <cstdint>
#include <vector>

#include "model/event.hpp"
#include "model/model.hpp"

namespace doorstroom {

/// Translates by id: what has the same id is the same thing. What only the alternative has gets a
/// number that the base does not use.
class Translation final {
 public:
  Translation(const Model& base, const Model& alternative);

  /// The event as the base would tell it; the profile and the slot are left as they are.
  [[nodiscard]] Event of(const Event& event) const;
  [[nodiscard]] std::uint16_t measure(std::uint16_t number) const {
    return look_up(measures_, number);
  }
  /// The identity in the base of somebody who entered in the alternative, and the other way round.
  [[nodiscard]] PersonId in_base(PersonId alternative) const;

 private:
  using Numbers = std::vector<std::uint16_t>;
  static std::uint16_t look_up(const Numbers& numbers, std::uint16_t number) {
    return number < numbers.size() ? numbers[number] : number;
  }
  [[nodiscard]] std::uint16_t class_of(std::uint16_t list, std::uint16_t number) const;

  Numbers statuses_;
  Numbers measures_;
  Numbers lists_;
  Numbers attributes_;
  Numbers statutes_;
  Numbers sources_;
  std::vector<Numbers> classes_;  // by list of the alternative
  Numbers list_of_measure_;       // of the alternative
};

/// Is it the same event of a life? Which rule referred somebody, and where the rules would have
/// sent them had screening seen the truth, is no part of their life.
bool are_the_same(const Event& a, const Event& b);

/// Does the event belong to somebody's life at all?
bool is_lived(const Event& event);

}  // namespace doorstroom
