// How findings are put into words, in both languages at once.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "doorstroom/figures.hpp"

#include "report/findings.hpp"
#include "report/language.hpp"

namespace doorstroom {

/// The same sentence in both languages: `say` is called with each.
template <class Say>
Finding finding(Weight weight, std::string about, Say say) {
  return {weight, std::move(about), {say(Language::nl), say(Language::en)}};
}

/// Dutch or English.
inline const char* either(Language l, const char* nl, const char* en) {
  return l == Language::nl ? nl : en;
}

/// A sentence with its {} filled in.
template <class... Values>
std::string say(Language l, const char* nl, const char* en, const Values&... values) {
  return fmt::format(fmt::runtime(either(l, nl, en)), values...);
}

/// " (1,218–1,378)"; nothing where there are no percentiles or they read the same.
std::string band(Language l, const Summary& s);

/// " (12–15 %)", likewise.
std::string percent_band(Language l, const Summary& s);

/// A share with the decimals that suit it: "0.4 %", "12 %".
std::string share_text(Language l, double share);

/// "A", "A and B", "A, B and 5 others".
std::string enumerated(Language l, const std::vector<scenario::Text>& labels,
                       const std::vector<std::string>& ids);

}  // namespace doorstroom
