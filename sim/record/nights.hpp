// What the nights and measures of a model mean for whoever follows people through activation; the
// rules are those of docs/adr/0015.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/model.hpp"
#include "record/activation_history.hpp"

namespace doorstroom {

/// Unemployed, with or without the benefit to which work gives a right, or with the OCMW.
[[nodiscard]] bool is_jobless(Night night);

/// What a measure is to whoever is advised it or starts it; none of these for screening services.
class MeasureKinds final {
 public:
  enum Kind : std::uint8_t {
    activation = 1,      // a stay in it is an episode
    advice = 2,          // of the second or third line, a job in the social economy included
    social_economy = 4,  // gives a job in the social economy
    last_resort = 8,     // suits nobody but the farthest distance class
  };

  constexpr MeasureKinds() = default;
  constexpr explicit MeasureKinds(unsigned bits) : bits_(static_cast<std::uint8_t>(bits)) {}
  [[nodiscard]] constexpr bool has(Kind kind) const { return (bits_ & kind) != 0; }
  constexpr void add(MeasureKinds more) { bits_ = static_cast<std::uint8_t>(bits_ | more.bits_); }

 private:
  std::uint8_t bits_ = 0;
};

/// The statuses and measures of a model, looked up by position.
class NightMap final {
 public:
  explicit NightMap(const Model& model);

  /// The night of somebody who is in no activation measure.
  [[nodiscard]] Night of(std::size_t status, Profile profile) const;
  /// Do they live on the benefit to which work gives a right? Without benefits in the model: yes.
  [[nodiscard]] bool has_right(Profile profile) const;
  [[nodiscard]] MeasureKinds kinds(std::size_t measure) const { return kinds_[measure]; }
  [[nodiscard]] bool is_activation(std::size_t measure) const {
    return kinds_[measure].has(MeasureKinds::activation);
  }
  /// Positions of all measures of a kind, in the order of the scenario.
  [[nodiscard]] std::vector<std::size_t> all_of(MeasureKinds::Kind kind) const;

 private:
  const Model& model_;
  std::vector<Night> nights_;        // by status; of the unemployed, without the benefit
  std::vector<MeasureKinds> kinds_;  // by measure
};

}  // namespace doorstroom
