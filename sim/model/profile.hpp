// A person's attributes packed into one word, and where each attribute stands in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "doorstroom/index.hpp"

namespace doorstroom {

/// Position of an attribute's value code within a Profile.
struct ProfileField {
  std::uint8_t shift = 0;
  std::uint8_t width = 0;  // 0: everybody has code 0
};

/// The codes of all attributes of a person.
class Profile final {
 public:
  constexpr Profile() = default;
  constexpr explicit Profile(std::uint64_t bits) : bits_(bits) {}

  [[nodiscard]] constexpr unsigned code(ProfileField field) const {
    return static_cast<unsigned>((bits_ >> field.shift) & mask(field));
  }
  constexpr void set(ProfileField field, unsigned code) {
    bits_ = (bits_ & ~(mask(field) << field.shift)) |
            ((static_cast<std::uint64_t>(code) & mask(field)) << field.shift);
  }
  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  friend constexpr bool operator==(Profile, Profile) = default;

 private:
  static constexpr std::uint64_t mask(ProfileField field) {
    return (std::uint64_t{1} << field.width) - 1;
  }
  std::uint64_t bits_ = 0;
};

/// An attribute of people: declared in the scenario, or the assessed image of a latent one.
struct Attribute {
  std::string id;
  std::vector<std::string> values;
  ProfileField field;
  bool latent = false;
  bool registered = true;
  /// For a latent attribute: the attribute that holds what screening saw, if any screening does.
  AttributeIndex assessed;
};

}  // namespace doorstroom
