// The values a scenario is made of: numbers that remember where they come from, spans of time,
// paths over the years, lengths of stay, and conditions on people. Plain data, as written.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "doorstroom/calendar.hpp"

namespace doorstroom::scenario {

/// How well a number is founded.
enum class Standing : std::uint8_t {
  unstated,    // written plainly, nothing is said about it
  cited,       // stands in one of the source documents
  published,   // public source, written "public"
  derived,     // follows by arithmetic from cited or public figures
  assumption,  // chosen by the modeller
};

/// Where a number comes from and how sure it is.
struct Evidence {
  Standing status = Standing::unstated;
  std::string source;
  /// A 90 % interval, in the unit of the value.
  std::optional<std::pair<double, double>> range;
  /// Numbers of one group move together in uncertainty runs.
  std::string group;
  std::string note;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A number, written plainly or with its evidence.
struct Quantity {
  double value = 0;
  Evidence evidence;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A span of time as written ("12 months"), and in days.
struct Span {
  double days = 0;
  std::string text = "0 days";
  Evidence evidence;

  friend bool operator==(const Span&, const Span&) = default;
};

/// One value for everybody, or one for each distance class.
template <class Value>
struct ByDistance {
  Value all{};
  std::map<std::string, Value> classes;  // empty: `all` counts

  friend bool operator==(const ByDistance&, const ByDistance&) = default;
};

enum class Interpolation : std::uint8_t { step, linear };

/// A number that changes over time: each entry holds from its day until the next one.
struct Path {
  struct Entry {
    Day from = always;
    Quantity value;

    friend bool operator==(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries;  // by day, at least one once read
  Interpolation interpolate = Interpolation::step;
  /// Yearly growth after the last entry, each 1 January: 0.03 is 3 % a year.
  std::optional<Quantity> growth;

  friend bool operator==(const Path&, const Path&) = default;
};

/// A path that never changes.
inline Path constant(double value) {
  Path path;
  path.entries.push_back({always, {value, {}}});
  return path;
}

/// A length of stay: a fixed span, a distribution, or open.
struct Stay {
  enum class Kind : std::uint8_t {
    fixed,
    exponential,
    gamma,
    lognormal,
    weibull,
    uniform,
    triangular,
    open,  // no end of its own
  };
  Kind kind = Kind::fixed;
  Span mean;                      // fixed: the span itself
  std::optional<Span> sd;         // gamma (or shape), lognormal
  std::optional<Quantity> shape;  // gamma (or sd), weibull
  std::vector<Span> corners;  // uniform: shortest, longest; triangular: with the likeliest between
  std::optional<Span> min;    // who would leave earlier leaves then
  std::optional<Span> max;    // who would stay longer leaves then

  friend bool operator==(const Stay&, const Stay&) = default;
};

/// For how many a stay is open.
enum class Openness : std::uint8_t { nobody, some, everybody };

inline Openness openness(const ByDistance<Stay>& stay) {
  std::size_t open = stay.classes.empty() && stay.all.kind == Stay::Kind::open ? 1 : 0;
  for (const auto& [name, of_class] : stay.classes) {
    open += of_class.kind == Stay::Kind::open ? 1 : 0;
  }
  if (open == 0) return Openness::nobody;
  return open < stay.classes.size() ? Openness::some : Openness::everybody;
}

/// A text for readers, in Dutch and English.
struct Text {
  std::string nl;
  std::string en;

  friend bool operator==(const Text&, const Text&) = default;
};

/// One test of a condition: an attribute among values, or a number in [min, below).
struct Test {
  std::string subject;
  std::vector<std::string> values;
  std::optional<Quantity> min;
  std::optional<Quantity> below;

  friend bool operator==(const Test&, const Test&) = default;
};

/// All tests must hold; an empty condition always holds.
struct Condition {
  std::vector<Test> tests;

  friend bool operator==(const Condition&, const Condition&) = default;
};

/// A share of a whole, or "rest": what the others leave.
struct Share {
  ByDistance<Quantity> p;
  bool rest = false;

  friend bool operator==(const Share&, const Share&) = default;
};

}  // namespace doorstroom::scenario
