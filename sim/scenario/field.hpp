// What is said about a member of a scenario type: its meaning, its bounds and the names it uses.
// The same description serves the reader, the JSON Schema, the merge and the resolved file.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace doorstroom::scenario {

/// The kinds of names in a scenario. Flags: a member may refer to several kinds.
enum class Names : std::uint32_t {
  none = 0,
  measure = 1U << 0U,
  screening = 1U << 1U,
  resource = 1U << 2U,
  status = 1U << 3U,
  distance_class = 1U << 4U,
  attribute = 1U << 5U,
  stream = 1U << 6U,
  stock = 1U << 7U,
  rule = 1U << 8U,
  phase = 1U << 9U,
  priority = 1U << 10U,
  exit = 1U << 11U,
  subject = 1U << 12U,  // what a condition may test
  attribute_value = 1U << 13U,
  instrument = 1U << 14U,
  statute = 1U << 15U,
  column = 1U << 16U,  // what a margin may be about
};

constexpr Names operator|(Names a, Names b) {
  return static_cast<Names>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
constexpr bool includes(Names set, Names one) {
  return (static_cast<std::uint32_t>(set) & static_cast<std::uint32_t>(one)) != 0;
}

/// Unit of numbers whose unit depends on the resource: places, starts or euro.
inline constexpr std::string_view amount_unit = "amount";

/// As many decimals as somebody likes to write.
inline constexpr int any_decimals = 1'000'000;

/// One member of an object in a scenario file.
struct Field {
  std::string_view doc;
  bool required = false;
  double at_least = -std::numeric_limits<double>::infinity();
  double at_most = std::numeric_limits<double>::infinity();
  std::string_view unit = "";
  /// Kinds of names this text may refer to.
  Names refers = Names::none;
  /// A word that is allowed where a name is expected ("refer").
  std::string_view or_word = "";
  /// Kind of name that the items of this list define by their "id".
  Names defines = Names::none;
  /// Kind of name that the keys of this map refer to.
  Names keys = Names::none;
  /// What the keys of this map are, where they are no names: "month".
  std::string_view keyed_by = "";
  /// Whole numbers only.
  bool whole = false;
  /// At most so many decimals (places and money are counted exactly).
  int decimals = any_decimals;
};

/// How names of a kind are called in messages, with an article: "a measure".
std::string_view kind_of_name(Names kind);

}  // namespace doorstroom::scenario
