// Does a condition hold for a person?
#pragma once

#include "engine/rule_book.hpp"
#include "model/referral.hpp"

namespace doorstroom {

/// True if every test of the condition holds.
bool holds(const Condition& condition, const KnownFacts& person);

}  // namespace doorstroom
