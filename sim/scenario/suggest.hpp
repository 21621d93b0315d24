// What somebody probably meant who wrote a number, a span or a date in another way.
#pragma once

#include <string>
#include <string_view>

namespace doorstroom::scenario {

/// For a text where a number is expected: "0,14", "14 %", "1.320", "€ 2800".
std::string suggest_number(std::string_view text);

/// For a text or number where a span of time is expected: "12 maanden", "12months", 12.
std::string suggest_span(std::string_view text);

/// For a text where a yearly growth is expected: "3 %", "3,5 percent per jaar".
std::string suggest_growth(std::string_view text);

/// For a text where a date is expected: "1/1/2017", "2017-1-1".
std::string suggest_date(std::string_view text);

/// For a number that ought to be whole: "1.320" is 1320 in Dutch. Empty if it does not look so.
std::string suggest_without_point(std::string_view text);

/// Does a number look as if its point separated thousands ("1.320")?
bool looks_like_thousands(std::string_view text);

/// "1320" of "1.320".
std::string without_points(std::string_view text);

/// A bound in a message, without an exponent.
std::string bound_text(double bound);

}  // namespace doorstroom::scenario
