// What the manifests of all kinds of results have in common.
#pragma once

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "report/manifest.hpp"

namespace doorstroom {

using Json = nlohmann::ordered_json;

/// The files of a scenario with their digests.
Json manifest_inputs(const LoadedScenario& loaded);

/// The files of a result with theirs: names to SHA-256.
Json manifest_outputs(const std::map<std::string, std::string>& outputs);

/// What depends on the machine.
Json manifest_machine(const RunRecord& record);

}  // namespace doorstroom
