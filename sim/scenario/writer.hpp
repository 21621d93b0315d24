// Scenarios back into JSON, in the notation of the reader.
#pragma once

#include <map>
#include <string>

#include "doorstroom/scenario/values.hpp"

#include "scenario/shape.hpp"

namespace doorstroom::scenario {

/// What holds for the members of each described type where a file says nothing, by name of the
/// type; members that are then empty are left out.
std::map<std::string, Json> defaults_by_type();

/// A path over time as it stands in a file.
Json path_json(const Path& path);

}  // namespace doorstroom::scenario
