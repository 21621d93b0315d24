#include "workbook/panels.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "workbook/columns.hpp"
#include "workbook/csv_rows.hpp"

namespace doorstroom {

namespace {

constexpr std::size_t most_panels = 6;

/// A table that is read by the names of its columns.
class NamedRows final {
 public:
  explicit NamedRows(const std::string& csv) : rows_(csv) {
    std::vector<std::string> header;
    rows_.next(header);
    for (std::size_t i = 0; i < header.size(); ++i) place_[header[i]] = i;
  }
  bool next() { return rows_.next(fields_); }
  [[nodiscard]] bool has(const std::string& column) const { return place_.contains(column); }
  /// Empty where there is no such column.
  [[nodiscard]] const std::string& operator[](const std::string& column) const {
    static const std::string nothing;
    const auto at = place_.find(column);
    return at == place_.end() || at->second >= fields_.size() ? nothing : fields_[at->second];
  }
  /// The columns that are named by a path.
  [[nodiscard]] std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const auto& [column, place] : place_) {
      if (column.starts_with('/')) paths.push_back(column);
    }
    return paths;
  }

 private:
  CsvRows rows_;
  std::map<std::string, std::size_t> place_;
  std::vector<std::string> fields_;
};

/// Drawings of one sort, by what they are about.
class Panels final {
 public:
  Panels(Panel::Kind kind, Language language) : kind_(kind), language_(language) {}

  void add(const std::string& about, const std::string& curve, Curve::Look look,
           const std::string& place, const std::string& value) {
    const auto number = plain_number(value);
    if (!number) return;
    Panel& panel = panels_[about];
    panel.kind = kind_;
    auto at = std::ranges::find(panel.curves, curve, &Curve::name);
    if (at == panel.curves.end()) {
      panel.curves.push_back({curve, look, {}});
      at = panel.curves.end() - 1;
    }
    at->values[place] = *number;
    highest_[about] = std::max(highest_[about], *number);
    if (places_[about].insert(place).second) panel.places.push_back(place);
  }

  /// The columns of figures of this row: the mean with its band, or the base and an alternative.
  void add_figures(const NamedRows& row, const std::string& about, const std::string& what,
                   const std::string& place) {
    const bool nl = language_ == Language::nl;
    const auto named = [&](const std::string& name) {
      return what.empty() ? name : fmt::format("{}: {}", what, name);
    };
    if (row.has("base")) {
      add(about, named(nl ? "basis" : "base"), Curve::Look::main, place, row["base"]);
      add(about, named(row["alternative"]), Curve::Look::other, place, row["alternative_value"]);
      return;
    }
    add(about, what.empty() ? (nl ? "gemiddelde" : "mean") : what,
        what.empty() ? Curve::Look::main : Curve::Look::other, place, row["mean"]);
    if (!what.empty()) return;
    add(about, nl ? "percentiel 5" : "percentile 5", Curve::Look::band, place, row["p05"]);
    add(about, nl ? "percentiel 95" : "percentile 95", Curve::Look::band, place, row["p95"]);
  }

  /// Those with the largest figures, titled by `title`.
  template <class Title>
  void move_into(std::vector<Panel>& all, Title title) {
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [about, highest] : highest_) {
      if (highest > 0) order.emplace_back(-highest, about);
    }
    std::ranges::sort(order);
    if (order.size() > most_panels) order.resize(most_panels);
    for (const auto& [highest, about] : order) {
      Panel& panel = panels_[about];
      panel.title = title(about);
      all.push_back(std::move(panel));
    }
  }

 private:
  Panel::Kind kind_;
  Language language_;
  std::map<std::string, Panel> panels_;
  std::map<std::string, double> highest_;
  std::map<std::string, std::set<std::string>> places_;
};

std::string named(const Labels& labels, const char* column, const std::string& id) {
  const std::string label = labels.of(column, id);
  return label.empty() ? id : label;
}

void add_lists(const FinishedResult& result, const Labels& labels, std::vector<Panel>& all) {
  const std::string csv = result.table("series");
  NamedRows row(csv);
  if (row.has("point")) return;  // of a sweep: the figures by point say more
  Panels panels(Panel::Kind::over_time, labels.language());
  while (row.next()) {
    if (row["indicator"] != "waiting" || row["breakdown"] != "all") continue;
    panels.add_figures(row, row["subject"], "", row["date"]);
  }
  const bool nl = labels.language() == Language::nl;
  panels.move_into(all, [&](const std::string& measure) {
    return fmt::format("{}: {}", nl ? "Wachtlijst" : "Waiting list",
                       named(labels, "subject", measure));
  });
}

/// Starts used against those of a contingent, and euro used against a budget.
void add_amounts(const FinishedResult& result, const Labels& labels, const std::string& unit,
                 std::vector<Panel>& all) {
  const std::string csv = result.table("budget");
  NamedRows row(csv);
  if (row.has("point")) return;
  const bool nl = labels.language() == Language::nl;
  Panels panels(Panel::Kind::by_period, labels.language());
  while (row.next()) {
    if (row["unit"] != unit) continue;
    const std::string kind = labels.kind_of_resource(row["resource"]);
    if (!kind.empty() && kind != (unit == "starts" ? "contingent" : "budget")) continue;
    const bool is_amount = row["statistic"] == "amount";
    if (!is_amount && row["statistic"] != "used") continue;
    const char* what = is_amount ? (nl ? "beschikbaar" : "available") : (nl ? "gebruikt" : "used");
    panels.add_figures(row, row["resource"], what, row["period"]);
  }
  panels.move_into(all, [&](const std::string& resource) {
    return fmt::format("{} ({})", named(labels, "resource", resource),
                       unit == "starts" ? (nl ? "starten" : "starts") : "euro");
  });
}

/// The lists at the end of the last year, by the value of the number that is varied.
void add_sweep(const FinishedResult& result, const Labels& labels, std::vector<Panel>& all) {
  const std::string csv = result.table("sweep");
  std::string last_year;
  for (NamedRows row(csv); row.next();) last_year = std::max(last_year, row["year"]);
  NamedRows row(csv);
  const std::vector<std::string> paths = row.paths();
  const std::string place = paths.size() == 1 ? paths.front() : "point";
  Panels panels(Panel::Kind::by_value, labels.language());
  while (row.next()) {
    if (row["year"] != last_year || row["indicator"] != "waiting") continue;
    panels.add_figures(row, row["subject"], "", row[place]);
  }
  const bool nl = labels.language() == Language::nl;
  const std::string by = paths.size() == 1 ? paths.front() : (nl ? "het punt" : "point");
  panels.move_into(all, [&](const std::string& measure) {
    return fmt::format("{} {}, {}: {} {}", nl ? "Wachtlijst eind" : "Waiting list, end of",
                       last_year, named(labels, "subject", measure), nl ? "naar" : "by", by);
  });
}

void add_sized_path(const FinishedResult& result, const Labels& labels, std::vector<Panel>& all) {
  const std::string csv = result.table("path");
  const bool nl = labels.language() == Language::nl;
  Panels panels(Panel::Kind::by_period, labels.language());
  for (NamedRows row(csv); row.next();) {
    panels.add(row["resource"], nl ? "nu" : "now", Curve::Look::main, row["year"], row["now"]);
    panels.add(row["resource"], nl ? "gevonden" : "found", Curve::Look::other, row["year"],
               row["found"]);
  }
  panels.move_into(
      all, [&](const std::string& resource) { return named(labels, "resource", resource); });
}

}  // namespace

std::vector<Panel> panels_of(const FinishedResult& result, const Labels& labels) {
  const auto has = [&](const char* table) {
    return std::ranges::find(result.tables, table) != result.tables.end();
  };
  std::vector<Panel> panels;
  if (has("series")) add_lists(result, labels, panels);
  if (has("budget")) {
    add_amounts(result, labels, "starts", panels);
    add_amounts(result, labels, "euro", panels);
  }
  if (has("sweep")) add_sweep(result, labels, panels);
  if (has("path")) add_sized_path(result, labels, panels);
  return panels;
}

}  // namespace doorstroom
