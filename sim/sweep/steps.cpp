#include "sweep/steps.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include <fmt/format.h>

#include "scenario/suggest.hpp"

namespace doorstroom {

namespace {

/// `units` times ten to the power of minus `decimals`.
struct Decimal {
  std::int64_t units = 0;
  std::size_t decimals = 0;
};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Decimal> decimal_of(std::string_view text) {
  constexpr std::size_t most_digits = 15;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point < text.size() ? text.substr(point + 1) : "";
  if (!is_digits(whole) || (point < text.size() && !is_digits(fraction))) return std::nullopt;
  if (whole.size() + fraction.size() > most_digits) return std::nullopt;
  const std::string digits = std::string(whole) + std::string(fraction);
  Decimal decimal{0, fraction.size()};
  std::from_chars(digits.data(), digits.data() + digits.size(), decimal.units);
  if (negative) decimal.units = -decimal.units;
  return decimal;
}

/// In units of so many decimals; nothing where that is too large.
std::optional<std::int64_t> units_of(const Decimal& decimal, std::size_t decimals) {
  std::int64_t units = decimal.units;
  constexpr std::int64_t large = std::int64_t{1} << 58U;
  for (std::size_t i = decimal.decimals; i < decimals; ++i) {
    if (std::abs(units) > large / 10) return std::nullopt;
    units *= 10;
  }
  return units;
}

std::string text_of(std::int64_t units, std::size_t decimals) {
  std::string digits = std::to_string(std::abs(units));
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  std::string text = digits.substr(0, digits.size() - decimals);
  std::string fraction = digits.substr(digits.size() - decimals);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) text += "." + fraction;
  return (units < 0 ? "-" : "") + text;
}

/// The three numbers of a range as they are written.
struct Written {
  std::string_view first, last, step;
};

std::optional<Written> written(std::string_view range) {
  const std::size_t dots = range.find("..");
  const std::size_t colon = range.find(':', dots);
  if (colon == std::string_view::npos) return std::nullopt;
  return Written{range.substr(0, dots), range.substr(dots + 2, colon - dots - 2),
                 range.substr(colon + 1)};
}

/// From `first` by `step` to `last`, all in units of so many decimals.
Steps counted(std::string_view range, std::int64_t first, std::int64_t last, std::int64_t step,
              std::size_t decimals, std::size_t most) {
  if (step == 0 || (last - first) / step < 0 || ((last < first) != (step < 0) && last != first)) {
    return {{}, fmt::format("the steps of \"{}\" never come to its end", range)};
  }
  const std::int64_t steps = (last - first) / step;
  if (steps >= static_cast<std::int64_t>(most)) {
    return {{}, fmt::format("\"{}\" has more than {} values", range, most)};
  }
  if (const std::int64_t end = first + steps * step; end != last) {
    return {{},
            fmt::format("the steps of \"{}\" pass over its end; the last one before it is {}",
                        range, text_of(end, decimals))};
  }
  Steps made;
  for (std::int64_t i = 0; i <= steps; ++i) {
    made.values.push_back(text_of(first + i * step, decimals));
  }
  return made;
}

}  // namespace

bool is_range(std::string_view text) {
  return text.find("..") != std::string_view::npos;
}

Steps steps_of(std::string_view range, std::size_t most) {
  const auto parts = written(range);
  if (!parts) {
    return {{}, fmt::format("\"{}\" has no step; write for example 1000..1400:100", range)};
  }
  std::vector<Decimal> numbers;
  for (const std::string_view text : {parts->first, parts->last, parts->step}) {
    const auto number = decimal_of(text);
    if (!number) {
      return {{},
              fmt::format("\"{}\" in \"{}\" is not a number; write for example 1000..1400:100",
                          text, range)};
    }
    if (scenario::looks_like_thousands(text) && text.back() == '0') {
      return {{},
              fmt::format("\"{}\" in \"{}\" may be read in two ways; write {} or {:g}", text, range,
                          scenario::without_points(text), std::atof(std::string(text).c_str()))};
    }
    numbers.push_back(*number);
  }
  const std::size_t decimals =
      std::max({numbers[0].decimals, numbers[1].decimals, numbers[2].decimals});
  const auto first = units_of(numbers[0], decimals);
  const auto last = units_of(numbers[1], decimals);
  const auto step = units_of(numbers[2], decimals);
  if (!first || !last || !step) {
    return {{}, fmt::format("\"{}\" has more digits than can be counted", range)};
  }
  return counted(range, *first, *last, *step, decimals, most);
}

}  // namespace doorstroom
