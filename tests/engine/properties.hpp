// Properties that hold of every scenario, tried on random ones.
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace doorstroom::tests {

/// Says what is wrong with the random scenario of a seed and its features; empty if it holds.
using Property = std::function<std::string(std::uint64_t seed, std::uint32_t features)>;

struct NamedProperty {
  std::string name;  // for the name of the test
  Property holds;

  friend std::ostream& operator<<(std::ostream& out, const NamedProperty& property) {
    return out << property.name;
  }
};

const std::vector<NamedProperty>& properties();

/// The features of the random scenario of a seed: one in four has them all, the others a half.
std::uint32_t features_of(std::uint64_t seed);

/// Tries the property on a seed. If it fails, features are left out one by one as long as it goes
/// on failing, and the message names those that remain; empty if it holds.
std::string smallest_failure(const Property& property, std::uint64_t seed);

/// The first failure among so many seeds; empty if there is none.
std::string first_failure(const Property& property, std::uint64_t first_seed, std::uint64_t seeds);

}  // namespace doorstroom::tests
