// Text that is safe to print on one line.
#pragma once

#include <string>
#include <string_view>

namespace doorstroom {

/// The text with control characters (line ends among them) written as "\n" or "\u001b", and bytes
/// that are not UTF-8 as "\xe9": what comes from a file can neither break lines nor steer a
/// terminal.
std::string printable(std::string_view text);

/// Number of bytes of the UTF-8 character at the start of a text; 0 if it is none.
std::size_t utf8_length(std::string_view text);

}  // namespace doorstroom
