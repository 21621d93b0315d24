// Whom employers prefer who may choose among all who wait.
#pragma once

#include "engine/world.hpp"

namespace doorstroom {

/// How much the employers behind a list would like somebody: their luck, stretched by their weight,
/// so that whoever weighs twice as much comes first twice as often. 0 where no employer chooses.
float liking(const World& world, const ListModel& list, Slot slot);

}  // namespace doorstroom
