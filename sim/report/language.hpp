// Words and numbers for readers, in Dutch and English.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "doorstroom/calendar.hpp"
#include "doorstroom/scenario/values.hpp"

namespace doorstroom {

enum class Language : std::uint8_t { nl, en };

/// The text in a language; the other one where it is missing.
const std::string& in(Language language, const scenario::Text& text);

/// A label for readers: the text, or the name where there is none.
std::string label_or(Language language, const scenario::Text& label, const std::string& id);

/// "1.320" and "1,320"; with decimals "0,25" and "0.25". A missing figure is an en dash.
std::string number(Language language, double value, int decimals = 0);

/// "14 %".
std::string percent(Language language, double share, int decimals = 0);

/// "december 2027", "December 2027".
std::string month_text(Language language, Day day);

/// "1 december 2027", "1 December 2027".
std::string date_text(Language language, Day day);

}  // namespace doorstroom
