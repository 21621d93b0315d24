// The tables that the margins of a profile make together, ready to be fitted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

#include "model/people.hpp"
#include "population/fit.hpp"

namespace doorstroom::scenario {

/// A dimension of such a table: an attribute with its values, or bands in ascending order.
struct SynthesisColumn {
  std::string id;
  std::vector<std::string> values;  // as written
  std::vector<DayBand> bands;       // empty for an attribute

  /// The number of a value or band as it is written; the number of values if it is none.
  [[nodiscard]] std::size_t code(const std::string& value) const;
};

/// Margins that hang together, and the table they are margins of. Columns in the order in which
/// they are drawn: attributes as declared, then age, then time unemployed.
struct SynthesisTable {
  std::vector<SynthesisColumn> columns;
  std::vector<std::size_t> margins;  // of the profile, by position
  FitTask task;
};

/// The tables of a profile whose margins are sound each by itself.
std::vector<SynthesisTable> synthesis_tables(const Profile& profile,
                                             const std::vector<Attribute>& attributes);

/// Is something said about this column in the margins of a profile?
bool is_in_margins(const Profile& profile, std::string_view column);

/// Half of the last decimal of a margin, as a share: how far its numbers may be off by rounding.
double rounding_of(const Margin& margin);

}  // namespace doorstroom::scenario
