#include "report/scale_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/language.hpp"

namespace doorstroom {

namespace {

/// With as many decimals as it takes, five at most.
std::string exact(Language l, double value) {
  constexpr int most = 5;
  int decimals = 0;
  while (decimals < most && std::abs(value - std::round(value * std::pow(10, decimals)) /
                                                 std::pow(10, decimals)) > 1e-9) {
    ++decimals;
  }
  return number(l, value, decimals);
}

std::string about(Language l, double value) {
  return number(l, value, value == std::round(value) ? 0 : 1);
}

double places_on(const Resource& resource, Day day) {
  Amount places = 0;
  for (const Account& account : resource.accounts) {
    const auto after = std::ranges::upper_bound(account.path, day, {}, &LevelFrom::from);
    if (after != account.path.begin()) places += std::prev(after)->level;
  }
  return static_cast<double>(places) / one_place;
}

}  // namespace

scenario::Text scale_notice(double scale) {
  const auto say = [&](Language l, const char* text) {
    return fmt::format(fmt::runtime(text), exact(l, scale), about(l, 1 / scale),
                       number(l, std::sqrt(1 / scale), 1));
  };
  return {say(Language::nl,
              "Doorgerekend op schaal {}: één gesimuleerde persoon staat voor {} mensen. Aantallen "
              "staan op ware grootte; het toeval weegt ongeveer {} keer zo zwaar."),
          say(Language::en,
              "Run at scale {}: one simulated person stands for {} people. Numbers are given at "
              "full size; chance fluctuations are about {} times as large.")};
}

std::vector<RoundedPlaces> rounded_places(const Model& full, const Model& part, double scale) {
  constexpr double noticeable = 0.05;
  std::vector<RoundedPlaces> all;
  for (std::size_t r = 0; r < full.resources.size(); ++r) {
    if (full.resources[r].kind != ResourceKind::places) continue;
    RoundedPlaces worst;
    double farthest = noticeable;
    for (const LevelFrom& entry : full.resources[r].accounts.front().path) {
      const double places = places_on(full.resources[r], entry.from);
      const double simulated = places_on(part.resources[r], entry.from);
      if (places == 0) continue;
      const double off = std::abs(simulated / (places * scale) - 1);
      if (off <= farthest) continue;
      farthest = off;
      worst = {ResourceIndex(r), entry.from, places, simulated};
    }
    if (worst.resource.exists()) all.push_back(worst);
  }
  return all;
}

}  // namespace doorstroom
