#include "scenario/synthesis.hpp"

#include <algorithm>
#include <cmath>

#include "scenario/bands.hpp"

namespace doorstroom::scenario {

std::size_t SynthesisColumn::code(const std::string& value) const {
  if (bands.empty()) {
    return static_cast<std::size_t>(std::ranges::find(values, value) - values.begin());
  }
  const DayBand wanted = whole_days_of(*band_of(value));
  const auto at = std::ranges::find(bands, wanted.from, &DayBand::from);
  return static_cast<std::size_t>(at - bands.begin());
}

bool is_in_margins(const Profile& profile, std::string_view column) {
  return std::ranges::any_of(profile.margins, [&](const Margin& margin) {
    return std::ranges::find(margin.columns, column) != margin.columns.end();
  });
}

namespace {

double total_of(const Margin& margin) {
  double total = 0;
  for (const MarginRow& row : margin.rows) total += row.amount.value;
  return total;
}

/// Decimals with which a number is written, at most 12.
int decimals_of(double value) {
  constexpr int most = 12;
  constexpr double rounding = 1e-6;
  int decimals = 0;
  double scaled = std::abs(value);
  while (decimals < most && std::abs(scaled - std::round(scaled)) > rounding) {
    scaled *= 10;
    ++decimals;
  }
  return decimals;
}

SynthesisColumn attribute_column(const Attribute& attribute) {
  return {attribute.id, attribute.values, {}};
}

/// The bands of a column, from the first margin that has it.
SynthesisColumn band_column(const Profile& profile, std::string_view id) {
  SynthesisColumn column{std::string(id), {}, {}};
  for (const Margin& margin : profile.margins) {
    const auto at = std::ranges::find(margin.columns, id);
    if (at == margin.columns.end()) continue;
    const auto position = static_cast<std::size_t>(at - margin.columns.begin());
    for (const MarginRow& row : margin.rows) {
      const DayBand band = whole_days_of(*band_of(row.values[position]));
      const auto place = std::ranges::lower_bound(column.bands, band.from, {}, &DayBand::from);
      if (place != column.bands.end() && place->from == band.from) continue;
      column.values.insert(column.values.begin() + (place - column.bands.begin()),
                           row.values[position]);
      column.bands.insert(place, band);
    }
    break;
  }
  return column;
}

/// All columns that the margins speak of, in the order in which they are drawn.
std::vector<SynthesisColumn> columns_of(const Profile& profile,
                                        const std::vector<Attribute>& attributes) {
  std::vector<SynthesisColumn> columns;
  for (const Attribute& attribute : attributes) {
    if (is_in_margins(profile, attribute.id)) columns.push_back(attribute_column(attribute));
  }
  for (const std::string_view id : band_columns) {
    if (is_in_margins(profile, id)) columns.push_back(band_column(profile, id));
  }
  return columns;
}

FitMargin fit_margin(const Margin& margin, const std::vector<SynthesisColumn>& columns) {
  FitMargin out;
  std::size_t size = 1;
  for (const std::string& id : margin.columns) {
    const auto at = std::ranges::find(columns, id, &SynthesisColumn::id);
    out.dimensions.push_back(static_cast<std::size_t>(at - columns.begin()));
    size *= at->values.size();
  }
  out.shares.assign(size, 0.0);
  const double total = total_of(margin);
  for (const MarginRow& row : margin.rows) {
    std::size_t place = 0;
    for (std::size_t c = 0; c < row.values.size(); ++c) {
      const SynthesisColumn& column = columns[out.dimensions[c]];
      place = place * column.values.size() + column.code(row.values[c]);
    }
    out.shares[place] += row.amount.value / total;
  }
  return out;
}

bool is_about(const Margin& margin, const SynthesisColumn& column) {
  return std::ranges::find(margin.columns, column.id) != margin.columns.end();
}

}  // namespace

double rounding_of(const Margin& margin) {
  constexpr int fewest_for_shares = 3;
  int decimals = margin.unit == MarginUnit::share ? fewest_for_shares : 0;
  for (const MarginRow& row : margin.rows) {
    decimals = std::max(decimals, decimals_of(row.amount.value));
  }
  return 0.5 * std::pow(10.0, -decimals) / total_of(margin);
}

std::vector<SynthesisTable> synthesis_tables(const Profile& profile,
                                             const std::vector<Attribute>& attributes) {
  const std::vector<SynthesisColumn> all = columns_of(profile, attributes);
  std::vector<std::vector<std::size_t>> dimensions;
  for (const Margin& margin : profile.margins) {
    std::vector<std::size_t>& of_margin = dimensions.emplace_back();
    for (std::size_t c = 0; c < all.size(); ++c) {
      if (is_about(margin, all[c])) of_margin.push_back(c);
    }
  }
  std::vector<SynthesisTable> tables;
  for (const std::vector<std::size_t>& group : connected(dimensions)) {
    SynthesisTable& table = tables.emplace_back();
    table.margins = group;
    for (const SynthesisColumn& column : all) {
      const auto belongs = [&](std::size_t m) { return is_about(profile.margins[m], column); };
      if (!std::ranges::any_of(group, belongs)) continue;
      table.columns.push_back(column);
      table.task.sizes.push_back(column.values.size());
    }
    for (const std::size_t m : group) {
      table.task.margins.push_back(fit_margin(profile.margins[m], table.columns));
    }
  }
  return tables;
}

}  // namespace doorstroom::scenario
