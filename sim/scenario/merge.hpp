// `extends` and `include`: one scenario out of several files.
#pragma once

#include <vector>

#include "doorstroom/diagnostics.hpp"

#include "scenario/shape.hpp"
#include "scenario/source.hpp"

namespace doorstroom::scenario {

/// Lays a file over another, following the shape: objects merge key by key, named lists by id, and
/// everything else (paths, quantities, distributions, plain lists) is replaced whole. In a named
/// list `"$delete": true` removes an item; `before` and `after` place one next to another. In an
/// object `null` removes what the base says.
void merge_into(Node& base, const Node& overlay, const Shape& shape, Sources& sources,
                std::vector<Diagnostic>& problems);

/// Adds a part to the whole it is included in. Parts do not override each other: what two of them
/// say is a problem.
void include_into(Node& whole, const Node& part, const Shape& shape, const Sources& sources,
                  std::vector<Diagnostic>& problems);

}  // namespace doorstroom::scenario
