// Edits of an assembled scenario, before it is read: whatever they put in passes the same checks as
// what stands in a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/edit.hpp"

#include "scenario/source.hpp"

namespace doorstroom::scenario {

/// Replaces the number or span at each pointer. A quantity is replaced whole, its evidence with it.
/// Pointers that lead nowhere, or to something else, are added to `problems`; whether the scenario
/// may have the new value is for its reader to say.
void apply_edits(Node& root, const std::vector<Edit>& edits, const Sources& sources,
                 std::vector<Diagnostic>& problems);

/// Would an edit with this pointer find a number or a span?
bool leads_to_number(Node& root, const std::string& pointer, const Sources& sources);

/// "/a~1b/c" as its parts: "a/b", "c".
std::vector<std::string> parts_of_pointer(std::string_view pointer);

}  // namespace doorstroom::scenario
