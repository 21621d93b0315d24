// The prose of the reference page, chapter by chapter.
#pragma once

#include <span>

#include "scenario/reference.hpp"

namespace doorstroom::scenario {

std::span<const ReferenceSection> chapters_on_keys();
std::span<const ReferenceSection> chapters_on_values();

}  // namespace doorstroom::scenario
