#include "report/language.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace doorstroom {

const std::string& in(Language language, const scenario::Text& text) {
  const std::string& wanted = language == Language::nl ? text.nl : text.en;
  return !wanted.empty() ? wanted : language == Language::nl ? text.en : text.nl;
}

std::string label_or(Language language, const scenario::Text& label, const std::string& id) {
  const std::string& text = in(language, label);
  return text.empty() ? id : text;
}

std::string number(Language language, double value, int decimals) {
  if (std::isnan(value)) return "–";
  if (std::isinf(value)) return value < 0 ? "-∞" : "∞";
  std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool negative = value < 0 && plain.find_first_not_of("0.") != std::string::npos;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const char* separator = language == Language::nl ? "." : ",";
  std::string text;
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) text += separator;
    text += plain[i];
  }
  if (point < plain.size()) {
    text += language == Language::nl ? ',' : '.';
    text += plain.substr(point + 1);
  }
  return (negative ? "−" : "") + text;
}

std::string percent(Language language, double share, int decimals) {
  return number(language, share * 100, decimals) + " %";
}

std::string month_text(Language language, Day day) {
  constexpr std::array<const char*, 12> nl{"januari",   "februari", "maart",    "april",
                                           "mei",       "juni",     "juli",     "augustus",
                                           "september", "oktober",  "november", "december"};
  constexpr std::array<const char*, 12> en{"January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December"};
  const CivilDate date = civil(day);
  return fmt::format("{} {}", (language == Language::nl ? nl : en)[date.month - 1], date.year);
}

std::string date_text(Language language, Day day) {
  return fmt::format("{} {}", civil(day).day, month_text(language, day));
}

}  // namespace doorstroom
