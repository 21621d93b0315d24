// The rules of the architecture (docs and design), each a search for what breaks it.
#pragma once

#include <string>
#include <vector>

#include "architecture/tree.hpp"

namespace doorstroom {

/// What breaks a rule and where: "sim/base/money.hpp:3: base may not use random".
using Violations = std::vector<std::string>;

/// Includes between the folders of sim/ that go against the flow: base <- random <- model <-
/// {scenario, population} and model <- engine <- rules <- record <- analysis <- study <- report <-
/// app, where analysis and what follows may use scenario and population.
Violations includes_against_the_flow(const SourceTree& tree);

/// nlohmann/json outside scenario, report and app.
Violations json_outside_its_folders(const SourceTree& tree);

/// OpenMP outside one file of study.
Violations openmp_outside_one_file(const SourceTree& tree);

/// Public headers that need more than the standard library and each other.
Violations public_headers_with_foreign_includes(const SourceTree& tree);

/// Source files of more than 500 lines.
Violations files_too_long(const SourceTree& tree);

/// Files outside the fixed folders and files of the top level.
Violations files_out_of_place(const SourceTree& tree);

}  // namespace doorstroom
