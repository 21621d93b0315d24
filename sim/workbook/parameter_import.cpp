#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/nearest_name.hpp"
#include "scenario/edit.hpp"
#include "scenario/read_value.hpp"
#include "scenario/words.hpp"
#include "workbook/columns.hpp"
#include "workbook/number_cell.hpp"
#include "workbook/parameter_columns.hpp"
#include "workbook/parameter_file.hpp"
#include "workbook/parameter_rows.hpp"
#include "workbook/words.hpp"

namespace doorstroom {

namespace {

using scenario::Evidence;
using scenario::Standing;

std::string joined(const std::vector<std::string>& problems) {
  std::string text = problems.size() == 1
                         ? "the file of parameters has a problem"
                         : fmt::format("the file of parameters has {} problems", problems.size());
  for (const std::string& problem : problems) text += "\n" + problem;
  return text;
}

/// What is said in the columns about where a number comes from.
constexpr std::array<const char*, 6> evidence_columns{"status", "low",  "high",
                                                      "source", "note", "group"};

/// Holds the rows of a file against a scenario.
class Importer final {
 public:
  Importer(const std::filesystem::path& file, const ScenarioFiles& scenario)
      : file_(file.filename().string()), rows_(file), scenario_(scenario) {
    const std::vector<Parameter>& parameters = scenario.as_written().parameters;
    for (const Parameter& parameter : parameters) {
      known_[parameter.path] = &parameter;
      paths_.push_back(parameter.path);
    }
    const std::vector<bool> can_edit = scenario.can_edit(paths_);
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      if (!can_edit[i]) elsewhere_.insert(paths_[i]);
    }
  }

  std::vector<Edit> go() {
    for (const ParameterRow& row : rows_.rows()) read(row);
    if (problems_.empty()) try_edits();
    if (!problems_.empty()) throw ParameterFileError(problems_);
    return std::move(edits_);
  }

 private:
  void problem(const ParameterRow& row, const std::string& column, const std::string& what) {
    problems_.push_back(fmt::format("{}: {}", rows_.place(row, column), what));
  }

  void read(const ParameterRow& row) {
    const std::string path = row.text("path");
    if (path.empty())
      return problem(row, "path", "the path is empty; it says which number this is");
    const auto [earlier, is_first] = seen_.emplace(path, &row);
    if (!is_first) {
      return problem(
          row, "path",
          fmt::format("{} stands here for the second time (also in {}); keep one of them", path,
                      rows_.place(*earlier->second, "path")));
    }
    const auto at = known_.find(path);
    if (at != known_.end()) return change(row, *at->second);
    if (const Parameter* sibling = neighbour_in_time(path)) return add(row, path, *sibling);
    problem(row, "path", fmt::format("there is no number at \"{}\"; {}", path, nearest(path)));
  }

  [[nodiscard]] std::string nearest(const std::string& path) const {
    const std::string name = nearest_name(path, paths_);
    if (!name.empty()) return fmt::format("did you mean {}?", name);
    return "export-parameters lists all of them; a default has to be written in the scenario first";
  }

  /// A number of the same path over time, for a date that it does not have yet.
  [[nodiscard]] const Parameter* neighbour_in_time(const std::string& path) const {
    const std::size_t slash = path.find_last_of('/');
    if (slash == std::string::npos || !scenario::day_of_key(path.substr(slash + 1))) return nullptr;
    const std::string before = path.substr(0, slash + 1);
    for (auto at = known_.lower_bound(before); at != known_.end(); ++at) {
      if (!at->first.starts_with(before)) break;
      if (scenario::day_of_key(at->first.substr(before.size()))) return at->second;
    }
    return nullptr;
  }

  void check_unit(const ParameterRow& row, const Parameter& parameter) {
    const std::string unit = row.text("unit");
    const scenario::Text words = words_of_value(parameter.unit);
    if (unit.empty() || unit == parameter.unit || unit == words.nl || unit == words.en) return;
    problem(row, "unit",
            parameter.unit.empty()
                ? fmt::format("this number has no unit, so not \"{}\"; empty the cell", unit)
                : fmt::format("this number is in {}, not in \"{}\"; the unit cannot be changed",
                              parameter.unit, unit));
  }

  /// The value as it would be written in a scenario; nothing, and a problem, where it is none.
  std::optional<std::string> value_of(const ParameterRow& row, const Parameter* was) {
    const auto cell = row.cells.find("value");
    NumberCell value = number_cell(cell == row.cells.end() ? nullptr : &cell->second,
                                   was == nullptr ? std::nullopt : plain_number(was->text));
    if (value.problem.empty()) return std::move(value.text);
    problem(row, "value", value.problem);
    return std::nullopt;
  }

  void change(const ParameterRow& row, const Parameter& was) {
    check_unit(row, was);
    const auto value = value_of(row, &was);
    const auto evidence = evidence_of(row, was.evidence);
    if (!value || !evidence) return;
    const bool same_value = *value == was.text || same_number(*value, was.text);
    const bool same_evidence = is_same(*evidence, was.evidence);
    if (same_value && same_evidence) return;
    if (elsewhere_.contains(was.path)) {
      return problem(
          row, "value",
          fmt::format("{} stands in a table ({}); change it there", was.path, was.where));
    }
    Edit edit{same_value ? Edit{was.path, was.text} : Edit{was.path, *value}};
    edit.evidence = same_evidence ? changed_from(was.text) : *evidence;
    take(row, std::move(edit));
  }

  void add(const ParameterRow& row, const std::string& path, const Parameter& sibling) {
    check_unit(row, sibling);
    const auto value = value_of(row, nullptr);
    auto evidence = evidence_of(row, {});
    if (!value || !evidence) return;
    if (*evidence == Evidence{}) evidence = changed_from("");
    Edit edit{path, *value};
    edit.evidence = *evidence;
    edit.new_date = Edit::NewDate::added;
    take(row, std::move(edit));
  }

  void take(const ParameterRow& row, Edit edit) {
    edits_.push_back(std::move(edit));
    edited_rows_.push_back(&row);
  }

  /// What is said of a number about which its reader said nothing: the old source is not its own.
  [[nodiscard]] Evidence changed_from(const std::string& was) const {
    Evidence evidence;
    evidence.status = Standing::assumption;
    evidence.note = was.empty() ? fmt::format("added in {}", file_)
                                : fmt::format("changed in {}; was {}", file_, was);
    return evidence;
  }

  static bool same_number(double a, double b) {
    constexpr double rounding = 1e-12;  // spreadsheets keep 15 digits
    return std::abs(a - b) <= rounding * std::max(std::abs(a), std::abs(b));
  }
  static bool same_number(const std::string& a, const std::string& b) {
    const auto left = plain_number(a);
    const auto right = plain_number(b);
    return left && right && same_number(*left, *right);
  }

  static bool is_same(const Evidence& a, const Evidence& b) {
    if (a.range.has_value() != b.range.has_value()) return false;
    const bool same_range = !a.range || (same_number(a.range->first, b.range->first) &&
                                         same_number(a.range->second, b.range->second));
    return same_range && a.status == b.status && a.source == b.source && a.note == b.note &&
           a.group == b.group;
  }

  /// The evidence as the row has it; columns that the file does not have say what they said.
  std::optional<Evidence> evidence_of(const ParameterRow& row, const Evidence& was) {
    const std::size_t before = problems_.size();
    for (const char* column : evidence_columns) refuse_formula(row, column);
    Evidence evidence = was;
    const auto take_text = [&](const char* column, std::string& into) {
      // Blanks at the ends are not worth a change.
      if (rows_.has(column) && row.text(column) != into) into = row.text(column);
    };
    if (rows_.has("status")) read_status(row, evidence.status);
    if (rows_.has("low") && rows_.has("high")) read_range(row, evidence.range);
    take_text("source", evidence.source);
    take_text("note", evidence.note);
    take_text("group", evidence.group);
    if (problems_.size() > before) return std::nullopt;
    return evidence;
  }

  void refuse_formula(const ParameterRow& row, const char* column) {
    const auto cell = row.cells.find(column);
    if (cell == row.cells.end() || cell->second.kind != Cell::Kind::formula) return;
    problem(row, column,
            fmt::format("a formula ({}); paste its outcome as a value", cell->second.text));
  }

  void read_status(const ParameterRow& row, Standing& status) {
    const std::string text = row.text("status");
    if (text.empty()) {
      status = Standing::unstated;
      return;
    }
    std::vector<std::string> allowed;
    for (const Standing standing : {Standing::unstated, Standing::cited, Standing::published,
                                    Standing::derived, Standing::assumption}) {
      const std::string word = status_word(standing);
      const scenario::Text words = words_of_value(word);
      if (text == word || text == words.nl || text == words.en) {
        status = standing;
        return;
      }
      allowed.push_back(word);
    }
    problem(row, "status",
            fmt::format("\"{}\" is no status; {}", text,
                        did_you_mean_or(text, allowed, "allowed are")));
  }

  void read_range(const ParameterRow& row, std::optional<std::pair<double, double>>& range) {
    const auto low = end_of(row, "low", range ? std::optional(range->first) : std::nullopt);
    const auto high = end_of(row, "high", range ? std::optional(range->second) : std::nullopt);
    if (low.has_value() != high.has_value()) {
      return problem(row, low ? "high" : "low", "a range has two ends; give both or neither");
    }
    range = low ? std::optional(std::pair(*low, *high)) : std::nullopt;
  }

  /// Nothing where the cell is empty, or no number (and then a problem).
  std::optional<double> end_of(const ParameterRow& row, const char* column,
                               std::optional<double> was) {
    const auto cell = row.cells.find(column);
    if (cell == row.cells.end() || row.text(column).empty()) return std::nullopt;
    const NumberCell end = number_cell(&cell->second, was);
    const auto number = plain_number(end.text);
    if (end.problem.empty() && number) return number;
    if (cell->second.kind != Cell::Kind::formula) {  // of which it has been said already
      problem(row, column,
              end.problem.empty() ? fmt::format("\"{}\" is no number", end.text) : end.problem);
    }
    return was.value_or(0);
  }

  /// What a scenario says of the values, at the cells that are to blame.
  void try_edits() {
    try {
      (void)scenario_.with(edits_);
    } catch (const ScenarioError& error) {
      for (const Diagnostic& diagnostic : error.diagnostics()) blame(diagnostic);
    }
  }

  void blame(const Diagnostic& diagnostic) {
    std::string what = fmt::format("{}: {}", diagnostic.pointer, diagnostic.problem);
    if (!diagnostic.suggestion.empty()) what += "; " + diagnostic.suggestion;
    for (std::size_t i = 0; i < edits_.size(); ++i) {
      const std::vector<Diagnostic>& alone = problems_alone(i);
      if (std::ranges::find(alone, diagnostic) == alone.end()) continue;
      return problem(*edited_rows_[i], "value", what);
    }
    problems_.push_back(fmt::format("{} (with the changed numbers together)", what));
  }

  const std::vector<Diagnostic>& problems_alone(std::size_t edit) {
    const auto [at, is_new] = alone_.try_emplace(edit);
    if (!is_new) return at->second;
    try {
      (void)scenario_.with({edits_[edit]});
    } catch (const ScenarioError& error) {
      at->second = error.diagnostics();
    }
    return at->second;
  }

  std::string file_;
  ParameterRows rows_;
  const ScenarioFiles& scenario_;
  std::map<std::string, const Parameter*> known_;
  std::vector<std::string> paths_;
  std::set<std::string> elsewhere_;  // numbers that stand in tables
  std::map<std::string, const ParameterRow*> seen_;
  std::vector<Edit> edits_;
  std::vector<const ParameterRow*> edited_rows_;
  std::map<std::size_t, std::vector<Diagnostic>> alone_;  // by edit
  std::vector<std::string> problems_;
};

}  // namespace

ParameterFileError::ParameterFileError(const std::vector<std::string>& problems)
    : std::runtime_error(joined(problems)) {}

std::vector<Edit> edits_of(const std::filesystem::path& file, const ScenarioFiles& scenario) {
  return Importer(file, scenario).go();
}

std::string edited_scenario_text(const ScenarioFiles& scenario, const std::vector<Edit>& edits,
                                 const std::string& name, const std::filesystem::path& folder) {
  const scenario::Scenario& was = scenario.as_written().scenario;
  if (edits.empty()) return scenario.extension(edits, was.name, {}, folder);
  scenario::Text title = was.title;
  if (!title.nl.empty()) title.nl += " – aangepast";
  if (!title.en.empty()) title.en += " – changed";
  return scenario.extension(edits, name, title, folder);
}

}  // namespace doorstroom
