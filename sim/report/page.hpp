// report.html: one self-contained page.
#pragma once

#include <string>
#include <string_view>

namespace doorstroom {

/// The page with its data. `data` is JSON; it is embedded so that nothing in it can be taken for
/// markup.
std::string page_with(std::string_view data, const std::string& title);

}  // namespace doorstroom
