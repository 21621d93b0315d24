#include <set>

#include <fmt/format.h>

#include "scenario/csv_table.hpp"
#include "sweep/vary.hpp"

namespace doorstroom {

namespace {

using scenario::Node;

/// Takes the points out of the cells of a file.
class PointList final {
 public:
  PointList(const Node& table, const scenario::Sources& sources, std::vector<Diagnostic>& problems)
      : table_(table), sources_(sources), problems_(problems) {}

  SweepPoints go() {
    for (const Node& column : table_.find("columns")->items) add_pointer(column);
    const std::vector<Node>& rows = table_.find("rows")->items;
    for (const Node& row : rows) add_point(row);
    if (rows.empty() && problems_.empty()) {
      problem(table_, "this list has no points", "every line after the first one is a point");
    }
    if (rows.size() > most_points) {
      problem(rows[most_points], fmt::format("this list has {} points", rows.size()),
              fmt::format("at most {}", most_points));
    }
    return std::move(points_);
  }

 private:
  void problem(const Node& node, std::string what, std::string suggestion) {
    problems_.push_back(sources_.problem_at(node, std::move(what), std::move(suggestion)));
  }

  void add_pointer(const Node& column) {
    if (!column.text.starts_with('/')) {
      problem(column, fmt::format("{} is not a path", scenario::in_quotes(column.text)),
              "the first line names the numbers: /resources/<id>/per_year/2019,...");
    } else if (!seen_pointers_.insert(column.text).second) {
      problem(column, fmt::format("{} stands here twice", scenario::in_quotes(column.text)),
              "keep one of the columns");
    }
    points_.pointers.push_back(column.text);
  }

  void add_point(const Node& row) {
    std::vector<std::string>& point = points_.values.emplace_back();
    for (const Node& cell : row.items) {
      if (cell.text.empty()) problem(cell, "this value is empty", "every point needs all values");
      point.push_back(cell.text);
    }
    if (!seen_points_.insert(point).second) {
      problem(row, "this point stands in the list already", "remove the line");
    }
  }

  const Node& table_;
  const scenario::Sources& sources_;
  std::vector<Diagnostic>& problems_;
  SweepPoints points_;
  std::set<std::string> seen_pointers_;
  std::set<std::vector<std::string>> seen_points_;
};

}  // namespace

SweepPoints list_of(const std::filesystem::path& file) {
  scenario::Sources sources;
  std::vector<Diagnostic> problems;
  // The option takes the place of the file that names a table.
  Node option = sources.parse("--list", "\"\"", problems);
  option.text = file.string();
  SweepPoints points;
  if (const auto at = sources.add_table(option, file, problems)) {
    scenario::Reading reading(sources, problems);
    const Node table = scenario::csv_table(*at, reading);
    if (table.is(Node::Kind::object)) points = PointList(table, sources, problems).go();
  }
  if (problems.empty()) return points;
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : problems) lines.push_back(to_text(diagnostic));
  throw PointsError(lines);
}

}  // namespace doorstroom
