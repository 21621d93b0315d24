#include <algorithm>

#include <fmt/format.h>

#include "doorstroom/version.hpp"

#include "report/csv.hpp"
#include "report/page_names.hpp"
#include "workbook/book.hpp"
#include "workbook/columns.hpp"
#include "workbook/parameter_columns.hpp"
#include "workbook/parameter_file.hpp"
#include "workbook/words.hpp"

namespace doorstroom {

namespace {

std::vector<bool> editable(const ScenarioFiles& scenario) {
  std::vector<std::string> paths;
  for (const Parameter& parameter : scenario.as_written().parameters) {
    paths.push_back(parameter.path);
  }
  return scenario.can_edit(paths);
}

void write_cell(Sheet& sheet, std::uint32_t row, std::size_t column, const std::string& text,
                Style style) {
  const std::string_view name = parameter_columns[column];
  const bool may_be_number = name == "value" || name == "low" || name == "high";
  const auto number = may_be_number ? plain_number(text) : std::nullopt;
  if (number)
    sheet.number(row, column, *number, style);
  else if (!text.empty())
    sheet.text(row, column, text, style);
}

void write_numbers(Sheet& sheet, const ScenarioFiles& scenario, const Labels& labels) {
  constexpr std::array widths{58.0, 52.0, 14.0, 13.0, 13.0, 11.0,
                              11.0, 50.0, 40.0, 16.0, 12.0, 40.0};
  for (std::size_t c = 0; c < parameter_columns.size(); ++c) {
    const std::string name(parameter_columns[c]);
    sheet.text(0, c, in(labels.language(), words_of_column(name)), Style::heading);
    sheet.width(c, widths[c]);
  }
  const std::vector<Parameter>& parameters = scenario.as_written().parameters;
  const std::vector<bool> can_edit = editable(scenario);
  std::uint32_t row = 1;
  for (std::size_t i = 0; i < parameters.size(); ++i, ++row) {
    const auto texts = row_of(parameters[i], can_edit[i], labels);
    for (std::size_t c = 0; c < texts.size(); ++c) {
      const bool is_value = parameter_columns[c] == "value";
      write_cell(sheet, row, c, texts[c], is_value && can_edit[i] ? Style::input : Style::plain);
    }
  }
  sheet.freeze(1, 2);
  sheet.filter(0, std::max(row - 1, 1U), parameter_columns.size() - 1);
  sheet.set_up_printing(0);
}

std::vector<std::string> instructions(const std::filesystem::path& file, Language language) {
  const std::string name = file.filename().string();
  if (language == Language::nl) {
    return {
        fmt::format("Elk getal van {} staat op het blad Parameters, met eenheid, bereik, bron "
                    "en status.",
                    name),
        "Wijzig de gele cellen. Tijdspannen staan als \"12 months\", groei als \"3 % a year\".",
        "Een rij die u weglaat, laat het getal zoals het is.",
        "Een nieuw jaar in een pad over de jaren: voeg een rij toe met hetzelfde pad en een "
        "ander jaar, bijvoorbeeld .../per_year/2024. Een waarde geldt tot het volgende jaar dat "
        "er staat.",
        "Een nieuwe waarde is een aanname zonder bron, tenzij u ook status, bron of bereik "
        "wijzigt. Laag en hoog zijn het interval van 90 %; van tijdspannen in dagen.",
        "Rijen met \"nee\" onder \"Te wijzigen\" staan in een tabel in een eigen bestand; de "
        "laatste kolom zegt welk.",
        fmt::format("Daarna: doorstroom import-parameters {} dit-bestand.xlsx -o nieuw.json",
                    file.string())};
  }
  return {
      fmt::format("Every number of {} is on the sheet Parameters, with unit, range, source and "
                  "status.",
                  name),
      "Change the yellow cells. Spans of time are \"12 months\", growth is \"3 % a year\".",
      "A row that you leave out leaves the number as it is.",
      "A new year in a path over the years: add a row with the same path and another year, for "
      "example .../per_year/2024. A value holds until the next year that is there.",
      "A new value is an assumption without a source, unless you change status, source or range "
      "as well. Low and high are the 90 % interval; of spans of time in days.",
      "Rows with \"no\" under \"Can be changed\" stand in a table in a file of its own; the last "
      "column says which.",
      fmt::format("Then: doorstroom import-parameters {} this-file.xlsx -o new.json",
                  file.string())};
}

void write_instructions(Sheet& sheet, const ScenarioFiles& scenario, Language language) {
  const LoadedScenario& loaded = scenario.as_written();
  const scenario::Scenario& s = loaded.scenario;
  sheet.width(0, 110);
  sheet.text(0, 0, label_or(language, s.title, s.name), Style::title);
  std::uint32_t row = 2;
  for (const std::string& line : instructions(loaded.files.front(), language)) {
    sheet.height(row, line.size() > 110 ? 30 : 15);
    sheet.text(row++, 0, line, Style::wrapped);
  }
  sheet.text(row + 1, 0, fmt::format("Doorstroom {}", version()), Style::note);
  sheet.set_up_printing(0);
}

}  // namespace

void write_parameter_workbook(const std::filesystem::path& file, const ScenarioFiles& scenario,
                              Language language) {
  const scenario::Scenario& s = scenario.as_written().scenario;
  const nlohmann::ordered_json names = names_of(s);
  const Labels labels(names, language);
  Book book(file, label_or(language, s.title, s.name));
  Sheet numbers = book.add_sheet(std::string(parameter_sheet_name));
  write_numbers(numbers, scenario, labels);
  Sheet read_me = book.add_sheet(language == Language::nl ? "Uitleg" : "How to");
  write_instructions(read_me, scenario, language);
  book.close();
}

std::string parameter_csv(const ScenarioFiles& scenario, Language language) {
  const nlohmann::ordered_json names = names_of(scenario.as_written().scenario);
  const Labels labels(names, language);
  const std::vector<bool> can_edit = editable(scenario);
  std::string text;
  for (const std::string_view column : parameter_columns) {
    text += (text.empty() ? "" : ",") + std::string(column);
  }
  text += '\n';
  const std::vector<Parameter>& parameters = scenario.as_written().parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    std::string line;
    for (const std::string& field : row_of(parameters[i], can_edit[i], labels)) {
      const bool is_number = plain_number(field).has_value();  // "-5" is no formula
      line += (line.empty() ? "" : ",") + (is_number ? field : csv_field(field));
    }
    text += line + '\n';
  }
  return text;
}

}  // namespace doorstroom
