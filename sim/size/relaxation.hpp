// Which other resource stands in the way, and how much of it would be needed.
#pragma once

#include <vector>

#include "size/outcome.hpp"
#include "size/trials.hpp"

namespace doorstroom {

/// `unlimited` is the candidate in which the sized resource is no limit and the targets still fail.
/// Each other resource that is alone enough to give up; where none is, the fewest that are together
/// (one choice of them); nothing if not even all of them are. `asked` is the scenario that was
/// given: its levels are those there are now.
std::vector<BindingResource> binding_resources(const scenario::Scenario& unlimited,
                                               const scenario::Scenario& asked,
                                               const Question& question, const Trials& trials,
                                               Replications replications);

}  // namespace doorstroom
