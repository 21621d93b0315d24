#include "workbook/results_workbook.hpp"

#include <fmt/format.h>

#include "workbook/book.hpp"
#include "workbook/chart_sheets.hpp"
#include "workbook/contents_sheet.hpp"
#include "workbook/labels.hpp"
#include "workbook/panels.hpp"
#include "workbook/parameter_sheet.hpp"
#include "workbook/table_sheet.hpp"

namespace doorstroom {

namespace {

/// Makes the sheets in the order in which they stand in the book, and the contents last, when it is
/// known what there is.
class ResultsBook final {
 public:
  ResultsBook(const FinishedResult& result, const std::filesystem::path& file,
              const WorkbookOptions& options)
      : result_(result),
        options_(options),
        labels_(result.names, options.language),
        book_(file, in(options.language, result.title)),
        contents_(book_.add_sheet(word("Inhoud", "Contents"))) {}

  void write() {
    const std::vector<Panel> panels = panels_of(result_, labels_);
    const std::string figures = word("Cijfers van de grafieken", "Figures of the charts");
    if (!panels.empty()) charts(panels, figures);
    for (const std::string& table : result_.tables) add_table(table);
    if (!result_.parameters.empty()) parameters();
    if (!panels.empty()) {
      Sheet sheet = book_.add_sheet(figures);
      write_figures(sheet, panels, options_.language, contents_.name());
      lines_.push_back({sheet.name(), word("Wat de grafieken tekenen.", "What the charts draw.")});
    }
    write_contents(contents_, result_, lines_, options_.language);
    book_.close();
  }

 private:
  [[nodiscard]] std::string word(const char* nl, const char* en) const {
    return options_.language == Language::nl ? nl : en;
  }

  void charts(const std::vector<Panel>& panels, const std::string& figures) {
    Sheet sheet = book_.add_sheet(word("Grafieken", "Charts"));
    write_charts(sheet, place_figures(panels, figures), options_.language, contents_.name());
    lines_.push_back({sheet.name(), word("De grootste lijsten, contingenten en budgetten getekend.",
                                         "The largest lists, contingents and budgets drawn.")});
  }

  void add_table(const std::string& table) {
    const TableWords words = words_of_table(table);
    const WrittenTable written = write_table(book_, words, result_.table(table), labels_,
                                             contents_.name(), options_.most_rows);
    std::string holds = in(options_.language, words.holds);
    const std::string notice = in(options_.language, written.notice());
    if (!notice.empty()) holds += " " + notice;
    lines_.push_back({written.sheet, std::move(holds), written.rows});
  }

  void parameters() {
    Sheet sheet = book_.add_sheet(word("Aannames", "Assumptions"));
    write_assumptions(sheet, result_.parameters, labels_, contents_.name());
    lines_.push_back({sheet.name(),
                      word("Elk getal dat erin gaat, met bereik, bron en status.",
                           "Every number that goes in, with its range, source and status."),
                      result_.parameters.size()});
  }

  const FinishedResult& result_;
  WorkbookOptions options_;
  Labels labels_;
  Book book_;
  Sheet contents_;
  std::vector<ContentsLine> lines_;
};

}  // namespace

void write_results_workbook(const FinishedResult& result, const std::filesystem::path& file,
                            const WorkbookOptions& options) {
  ResultsBook(result, file, options).write();
}

}  // namespace doorstroom
