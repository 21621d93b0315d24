#include "engine/employers.hpp"

#include <cmath>

#include "random/shares.hpp"

namespace doorstroom {

float liking(const World& world, const ListModel& list, Slot slot) {
  if (list.employer_share <= 0) return 0;
  const double weight =
      list.preference.size() == 1 ? list.preference.front() : list.preference[world.distance(slot)];
  if (weight <= 0) return 0;
  const Draw draw =
      world.luck.draw(world.whose(slot), list.employer_lane, world.visit(slot, list.measure));
  return static_cast<float>(std::pow(unit(draw.first), 1 / weight));
}

}  // namespace doorstroom
