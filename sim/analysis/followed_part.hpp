// The part of a curve for which enough people were followed.
#pragma once

#include "analysis/competing_risks.hpp"

namespace doorstroom {

/// Below this share of a group that could be followed for so long, a curve says more about who
/// happened to be there first than about the group: the last person at risk moves it by all that is
/// left.
inline constexpr double least_followed = 0.1;

/// The incidence of a group up to the last day for which at least that share of it could be
/// followed (by the Kaplan-Meier estimate of the time until the follow-up ends). Beyond, figures
/// are null.
[[nodiscard]] Incidence followed_part(const FollowUpCounts& group);

}  // namespace doorstroom
