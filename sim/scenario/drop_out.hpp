// From the share that drops out to the hazard that makes it so.
#pragma once

#include "random/stay_table.hpp"

namespace doorstroom {

/// Share of those who begin a stay that drop out before it ends, at a hazard per day.
double drop_out_share(const StayTable& stay, double per_day);

/// The hazard per day at which `share` (0 <= share < 1) of those who begin drop out.
double drop_out_hazard(const StayTable& stay, double share);

}  // namespace doorstroom
