#include "workbook/contents_sheet.hpp"

#include <fmt/format.h>

namespace doorstroom {

namespace {

using Json = FinishedResult::Json;

/// Writes from top to bottom.
class Contents final {
 public:
  Contents(Sheet& sheet, const FinishedResult& result, Language language)
      : sheet_(sheet), result_(result), language_(language) {}

  void write(const std::vector<ContentsLine>& lines) {
    sheet_.width(0, 30);
    sheet_.width(1, 90);
    sheet_.width(2, 12);
    sheet_.text(row_++, 0, title(), Style::title);
    description();
    ++row_;
    facts();
    ++row_;
    findings();
    sheets(lines);
    reproduce();
    sheet_.set_up_printing(0);
  }

 private:
  [[nodiscard]] const char* word(const char* nl, const char* en) const {
    return language_ == Language::nl ? nl : en;
  }

  [[nodiscard]] std::string title() const {
    const std::string name = in(language_, result_.title);
    if (result_.kind == "compare") return name + word(" – vergelijking", " – comparison");
    if (result_.kind == "sweep") return name + word(" – parameterverkenning", " – sweep");
    if (result_.kind == "size") return name + word(" – dimensionering", " – sizing");
    return name;
  }

  void heading(const char* text) {
    sheet_.text(row_, 0, text, Style::heading);
    sheet_.text(row_++, 1, "", Style::heading);
  }

  /// A text in the wide column, in a row as high as it takes.
  void wide(const std::string& text, Style style = Style::wrapped) {
    constexpr std::size_t characters_in_line = 92;
    constexpr double height_of_line = 15;
    const std::size_t lines = 1 + text.size() / characters_in_line;
    sheet_.height(row_, height_of_line * static_cast<double>(lines));
    sheet_.text(row_, 1, text, style);
  }

  void fact(const char* name, const Json& value) {
    if (value.is_null()) return;
    sheet_.text(row_, 0, name, Style::wrapped);
    wide(value.is_string() ? value.get<std::string>() : value.dump());
    ++row_;
  }

  [[nodiscard]] Json of_manifest(const char* key) const {
    const auto at = result_.manifest.find(key);
    return at == result_.manifest.end() ? Json() : *at;
  }

  void description() {
    if (!result_.report.contains("scenario")) return;
    const Json& scenario = result_.report["scenario"];
    if (!scenario.contains("description")) return;
    const std::string text = FinishedResult::in_language(scenario["description"], language_);
    if (text.empty()) return;
    wide(text);
    ++row_;
  }

  [[nodiscard]] std::string scenarios() const {
    if (result_.manifest.contains("scenario")) return result_.manifest.value("scenario", "");
    std::string names;
    for (const Json& one : result_.manifest.value("scenarios", Json::array())) {
      names += (names.empty() ? "" : ", ") + one.value("scenario", std::string());
    }
    return names;
  }

  void facts() {
    heading(word("Waaruit dit gemaakt is", "What this was made from"));
    fact("Scenario", scenarios());
    fact(word("Doorstroom, versie", "Doorstroom, version"),
         fmt::format("{} ({})", result_.manifest.value("doorstroom", ""),
                     result_.manifest.value("commit", "")));
    fact(word("Startgetal van het toeval", "Seed"), of_manifest("seed"));
    fact(word("Replicaties", "Replications"), replications());
    const Json scale = of_manifest("scale");
    if (scale.is_number() && scale.get<double>() < 1) {
      fact(word("Schaal", "Scale"), percent(language_, scale.get<double>(), 1) +
                                        word(" van de mensen gesimuleerd, cijfers op volle grootte",
                                             " of the people simulated, figures at full size"));
    }
  }

  /// A sizing has searched with some and judged on others.
  [[nodiscard]] Json replications() const {
    const Json count = of_manifest("replications");
    if (!count.is_object()) return count;
    return fmt::format("{} {}, {} {}", word("gezocht met", "searched with"),
                       count.value("search", 0), word("beoordeeld op", "judged on"),
                       count.value("judged", 0));
  }

  void findings() {
    if (!result_.report.contains("findings")) return;
    heading(word("Wat opvalt", "What stands out"));
    for (const Json& finding : result_.report["findings"]) {
      const bool is_warning = finding.value("weight", "") == "warning";
      sheet_.text(row_, 0, is_warning ? word("Let op", "Mind") : "", Style::warning);
      wide(FinishedResult::in_language(finding, language_),
           is_warning ? Style::warning : Style::wrapped);
      ++row_;
    }
    ++row_;
  }

  void sheets(const std::vector<ContentsLine>& lines) {
    sheet_.text(row_, 0, word("Blad", "Sheet"), Style::heading);
    sheet_.text(row_, 1, word("Wat erop staat", "What it holds"), Style::heading);
    sheet_.text(row_++, 2, word("Rijen", "Rows"), Style::heading);
    for (const ContentsLine& line : lines) {
      sheet_.link(row_, 0, line.sheet, line.sheet);
      wide(line.holds);
      if (line.rows > 0) sheet_.number(row_, 2, static_cast<double>(line.rows), Style::whole);
      ++row_;
    }
    ++row_;
  }

  void reproduce() {
    heading(word("Opnieuw maken", "How to make it again"));
    const auto machine = result_.manifest.find("machine");
    if (machine != result_.manifest.end() && machine->contains("command")) {
      fact(word("Opdracht", "Command"), (*machine)["command"]);
    }
    const auto inputs = [&](const Json& of) {
      for (const Json& input : of.value("inputs", Json::array())) {
        fact(word("Bestand", "File"),
             fmt::format("{}   SHA-256 {}", input.value("file", ""), input.value("sha256", "")));
      }
    };
    inputs(result_.manifest);
    for (const Json& one : result_.manifest.value("scenarios", Json::array())) inputs(one);
    ++row_;
    sheet_.text(row_++, 0,
                word("De kolommen zijn beschreven in output/README.md; de banden tonen alleen "
                     "toeval, niet hoe onzeker de aannames zijn.",
                     "The columns are described in output/README.md; the bands show chance only, "
                     "not how uncertain the assumptions are."),
                Style::note);
  }

  Sheet& sheet_;
  const FinishedResult& result_;
  Language language_;
  std::uint32_t row_ = 0;
};

}  // namespace

void write_contents(Sheet& sheet, const FinishedResult& result,
                    const std::vector<ContentsLine>& lines, Language language) {
  Contents(sheet, result, language).write(lines);
}

}  // namespace doorstroom
