// Margins: each sound by itself, none at odds with another, and together those of a population.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/nearest_name.hpp"
#include "scenario/bands.hpp"
#include "scenario/synthesis.hpp"
#include "scenario/validate.hpp"

namespace doorstroom::scenario {

namespace {

/// Most cells of a table that is fitted, and of a margin.
constexpr std::size_t most_cells = 200'000;

std::string cell_path(const std::string& path, const MarginRow& row, std::string_view column) {
  return below(below(path + "/rows", fmt::format("{}", fmt::join(row.values, ", "))), column);
}

std::string row_path(const std::string& path, const MarginRow& row) {
  return below(path + "/rows", fmt::format("{}", fmt::join(row.values, ", ")));
}

class MarginValidation final {
 public:
  MarginValidation(Validation& validation, std::string path, const Profile& profile, double people)
      : v_(validation), path_(std::move(path)), profile_(profile), people_(people) {}

  void go() {
    for (std::size_t m = 0; m < profile_.margins.size(); ++m) check_one(m);
    if (profile_.margins.empty() || !v_.reading.is_sound(path_)) return;
    check_columns();
    for (const std::string_view column : band_columns) check_bands(column);
    for (std::size_t m = 0; sound_ && m < profile_.margins.size(); ++m) check_size(m);
    if (!sound_) return;
    for (const SynthesisTable& table : synthesis_tables(profile_, v_.scenario.attributes)) {
      check_table(table);
    }
  }

 private:
  [[nodiscard]] std::string path_of(std::size_t m) const { return fmt::format("{}/{}", path_, m); }

  void problem(const std::string& path, std::string what, std::string suggestion = {}) {
    sound_ = false;
    v_.problem(path, std::move(what), std::move(suggestion));
  }

  /// A margin by itself.
  void check_one(std::size_t m) {
    const Margin& margin = profile_.margins[m];
    for (std::size_t c = 0; c < margin.columns.size(); ++c) {
      const Attribute* attribute = v_.attribute(margin.columns[c]);
      if (attribute != nullptr) check_values(m, c, *attribute);
      if (attribute == nullptr && !is_band_column(margin.columns[c])) sound_ = false;
    }
    check_rows(m);
    if (!v_.reading.is_sound(path_of(m))) return;  // its total would be that of what could be read
    if (margin.unit == MarginUnit::people) v_.reading.refuse_doubtful(path_of(m) + "/rows");
    double total = 0;
    for (const MarginRow& row : margin.rows) total += row.amount.value;
    constexpr double tolerance = 1e-9;
    if (total <= 0) {
      problem(path_of(m) + "/rows", "the numbers of this table are all 0");
    } else if (margin.unit == MarginUnit::share && std::abs(total - 1) > tolerance) {
      problem(path_of(m) + "/rows", fmt::format("the shares add up to {:.6g}, not 1", total),
              "people and percentages go in a column \"people\", which may have any total");
    }
  }

  /// Before anything is made that has as many cells.
  void check_size(std::size_t m) {
    const Margin& margin = profile_.margins[m];
    double cells = 1;
    for (const std::string& column : margin.columns) {
      const Attribute* attribute = v_.attribute(column);
      cells *= static_cast<double>(attribute != nullptr ? attribute->values.size()
                                                        : bands_of(m, column).size());
    }
    if (cells <= most_cells) return;
    problem(path_of(m), fmt::format("this margin has {:.0f} cells", cells),
            fmt::format("at most {}", most_cells));
  }

  void check_values(std::size_t m, std::size_t column, const Attribute& attribute) {
    for (const MarginRow& row : profile_.margins[m].rows) {
      const std::string& value = row.values[column];
      if (std::ranges::find(attribute.values, value) != attribute.values.end()) continue;
      problem(cell_path(path_of(m), row, attribute.id),
              fmt::format("{} is not a value of {}", in_quotes(value), attribute.id),
              did_you_mean_or(value, attribute.values));
    }
  }

  void check_rows(std::size_t m) {
    std::set<std::vector<std::string>> seen;
    for (const MarginRow& row : profile_.margins[m].rows) {
      if (seen.insert(row.values).second) continue;
      problem(row_path(path_of(m), row), "this row stands here twice", "add the two up");
    }
  }

  /// Each column is spoken of in one place: in margins, or by its own shares.
  void check_columns() {
    std::map<std::set<std::string>, std::size_t> sets;
    for (std::size_t m = 0; m < profile_.margins.size(); ++m) {
      const Margin& margin = profile_.margins[m];
      const std::set<std::string> columns(margin.columns.begin(), margin.columns.end());
      const auto [first, is_new] = sets.emplace(columns, m);
      if (!is_new) {
        problem(
            path_of(m) + "/columns", "there is a margin of these columns already",
            fmt::format("keep this one or that at {}", v_.reading.where(path_of(first->second))));
      }
    }
    for (const auto& [id, shares] : profile_.attributes) given_twice(id, "attributes/" + id);
    if (profile_.age) given_twice(age_column, "age");
    if (profile_.unemployed_for) given_twice(unemployed_column, "unemployed_for");
  }

  void given_twice(std::string_view column, const std::string& own) {
    if (!is_in_margins(profile_, column)) return;
    const std::string profile = path_.substr(0, path_.find_last_of('/'));
    problem(profile + "/" + own,
            fmt::format("{} is given here and in the margins", in_quotes(column)),
            "keep one of them");
  }

  /// Bands follow each other without a gap and are the same in all margins.
  void check_bands(std::string_view column) {
    std::map<DayCount, DayCount> first;
    std::size_t first_margin = 0;
    for (std::size_t m = 0; m < profile_.margins.size(); ++m) {
      const auto bands = bands_of(m, column);
      if (bands.empty() || !sound_) continue;
      if (first.empty()) {
        first = bands;
        first_margin = m;
      } else if (bands != first) {
        problem(path_of(m) + "/columns/" + std::string(column),
                fmt::format("the bands of {} are not those of the margin at {}", column,
                            v_.reading.where(path_of(first_margin) + "/columns")),
                "let all margins have the same bands");
      }
    }
  }

  /// The bands of a column of a margin, by where they begin; reports those that do not fit.
  std::map<DayCount, DayCount> bands_of(std::size_t m, std::string_view column) {
    const Margin& margin = profile_.margins[m];
    const auto at = std::ranges::find(margin.columns, column);
    std::map<DayCount, DayCount> bands;
    if (at == margin.columns.end()) return bands;
    const auto position = static_cast<std::size_t>(at - margin.columns.begin());
    std::map<DayCount, const MarginRow*> rows;
    for (const MarginRow& row : margin.rows) {
      const DayBand band = whole_days_of(*band_of(row.values[position]));
      const auto [known, is_new] = bands.emplace(band.from, band.until);
      rows.emplace(band.from, &row);
      if (is_new || known->second == band.until) continue;
      problem(cell_path(path_of(m), row, column), "this band overlaps another one");
      return bands;
    }
    auto before = bands.begin();
    for (auto band = std::next(before); band != bands.end(); before = band++) {
      if (band->first == before->second) continue;
      const bool gap = band->first > before->second;
      problem(cell_path(path_of(m), *rows.at(band->first), column),
              fmt::format("this band {} the one before it, {}",
                          gap ? "leaves a gap behind" : "overlaps",
                          in_quotes(rows.at(before->first)->values[position])),
              "a band begins where the one before it ends");
      return bands;
    }
    return bands;
  }

  /// Margins that hang together.
  void check_table(const SynthesisTable& table) {
    std::vector<std::string> names;
    for (const SynthesisColumn& column : table.columns) names.push_back(column.id);
    if (const std::size_t cells = cells_of(table.task); cells > most_cells) {
      return problem(
          path_of(table.margins.front()),
          fmt::format("margins hang together in a table of {} cells ({})", cells,
                      fmt::join(names, " x ")),
          fmt::format("at most {}: leave out a margin that ties them together", most_cells));
    }
    double disagreement = 0;
    for (std::size_t b = 1; b < table.margins.size(); ++b) {
      for (std::size_t a = 0; a < b; ++a) {
        disagreement = std::max(disagreement, check_agreement(table, a, b));
      }
    }
    if (sound_) check_fit(table, disagreement);
  }

  /// Where two margins differ most about what they share, and by how much more than rounding.
  struct Difference {
    double largest = 0;
    double beyond_rounding = 0;
    std::size_t where = 0;
    double first = 0;
    double second = 0;
  };

  static std::vector<std::size_t> shared_by(const FitMargin& one, const FitMargin& other) {
    std::vector<std::size_t> shared;
    for (const std::size_t d : one.dimensions) {
      if (std::ranges::find(other.dimensions, d) != other.dimensions.end()) shared.push_back(d);
    }
    return shared;
  }

  [[nodiscard]] Difference difference(const SynthesisTable& table, std::size_t a, std::size_t b,
                                      const std::vector<std::size_t>& shared) const {
    const FitMargin& one = table.task.margins[a];
    const FitMargin& other = table.task.margins[b];
    const std::vector<double> first = sums_over(table, one, shared);
    const std::vector<double> second = sums_over(table, other, shared);
    const std::vector<double> rows_of_first = sums_over(table, rows_of(one), shared);
    const std::vector<double> rows_of_second = sums_over(table, rows_of(other), shared);
    const double rounding_of_first = rounding_of(profile_.margins[table.margins[a]]);
    const double rounding_of_second = rounding_of(profile_.margins[table.margins[b]]);
    Difference found;
    for (std::size_t i = 0; i < first.size(); ++i) {
      constexpr double exact = 1e-9;
      const double by = std::abs(first[i] - second[i]);
      const double beyond = by - exact - rounding_of_first * rows_of_first[i] -
                            rounding_of_second * rows_of_second[i];
      found.largest = std::max(found.largest, by);
      if (beyond <= found.beyond_rounding) continue;
      found = {found.largest, beyond, i, first[i], second[i]};
    }
    return found;
  }

  /// Two margins on the columns they share; how much they differ.
  double check_agreement(const SynthesisTable& table, std::size_t a, std::size_t b) {
    const auto shared = shared_by(table.task.margins[a], table.task.margins[b]);
    if (shared.empty()) return 0;
    const Difference found = difference(table, a, b, shared);
    if (found.beyond_rounding <= 0) return found.largest;
    const double by = std::abs(found.first - found.second);
    problem(path_of(table.margins[b]),
            fmt::format("this margin and the one at {} differ about {}: {:.4g} and {:.4g} (a "
                        "difference of {:.4g}{})",
                        v_.reading.where(path_of(table.margins[a])),
                        combination(table, shared, found.where), found.second, found.first, by,
                        in_people(by)),
            "margins agree on what they share, but for rounding");
    return found.largest;
  }

  /// A margin that counts its rows: each is rounded by itself.
  static FitMargin rows_of(const FitMargin& margin) {
    FitMargin rows = margin;
    for (double& share : rows.shares) share = share > 0 ? 1 : 0;
    return rows;
  }

  static std::vector<double> sums_over(const SynthesisTable& table, const FitMargin& margin,
                                       const std::vector<std::size_t>& shared) {
    std::vector<std::size_t> sizes;
    for (const std::size_t d : margin.dimensions) sizes.push_back(table.task.sizes[d]);
    std::vector<std::size_t> places;
    for (const std::size_t d : shared) {
      const auto at = std::ranges::find(margin.dimensions, d);
      places.push_back(static_cast<std::size_t>(at - margin.dimensions.begin()));
    }
    return margin_of(margin.shares, sizes, places);
  }

  /// `distance = "small" and age = "25-55 years"`.
  static std::string combination(const SynthesisTable& table,
                                 const std::vector<std::size_t>& dimensions, std::size_t place) {
    std::vector<std::string> parts;
    for (std::size_t i = dimensions.size(); i-- > 0;) {
      const SynthesisColumn& column = table.columns[dimensions[i]];
      parts.push_back(fmt::format("{} = {}", column.id,
                                  in_quotes(column.values[place % column.values.size()])));
      place /= column.values.size();
    }
    std::ranges::reverse(parts);
    return fmt::format("{}", fmt::join(parts, " and "));
  }

  [[nodiscard]] std::string in_people(double share) const {
    return people_ > 0 ? fmt::format(", {:.0f} people", share * people_) : "";
  }

  /// Each two agree, and yet there may be no population that has them all.
  void check_fit(const SynthesisTable& table, double disagreement) {
    const Fit fit = fit_margins(table.task);
    constexpr double slow = 1e-6;
    const double tolerance = slow + disagreement * static_cast<double>(table.margins.size());
    const double largest = fit.largest_deviation();
    if (largest <= tolerance) return;
    std::vector<std::string> at_odds;
    for (std::size_t m = 0; m < table.margins.size(); ++m) {
      if (fit.deviations[m] <= tolerance && m > 0) continue;
      at_odds.push_back(v_.reading.where(path_of(table.margins[m])));
    }
    problem(path_of(table.margins.front()),
            fmt::format("no population has all of these margins: after {} rounds a share is still "
                        "off by {:.3g}{} ({})",
                        fit.rounds, largest, in_people(largest), fmt::join(at_odds, ", ")),
            "look for combinations without a row in one table that another one needs");
  }

  Validation& v_;
  std::string path_;
  const Profile& profile_;
  double people_;
  bool sound_ = true;
};

}  // namespace

void validate_margins(Validation& validation, const std::string& profile_path,
                      const Profile& profile, double people) {
  MarginValidation(validation, profile_path + "/margins", profile, people).go();
}

}  // namespace doorstroom::scenario
