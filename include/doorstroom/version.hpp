// Which Doorstroom this is.
#pragma once

#include <string_view>

namespace doorstroom {

/// "0.1.0": the release, as in CHANGELOG.md.
std::string_view version();
/// Short hash of the commit the program was built from, "unknown" outside a checkout; "+" at the
/// end where the checkout had changes.
std::string_view commit();

}  // namespace doorstroom
