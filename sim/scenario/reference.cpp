#include "scenario/reference.hpp"

#include <map>
#include <type_traits>

#include <fmt/format.h>

#include "model/indicators.hpp"
#include "scenario/reference_kinds.hpp"
#include "scenario/usual.hpp"
#include "scenario/writer.hpp"

namespace doorstroom::scenario {

namespace {

/// Lists the members of one described type as rows of a table.
class TableForm final {
 public:
  explicit TableForm(Json defaults) : defaults_(std::move(defaults)) {}

  template <class T>
  void operator()(const char* key, T& /*member*/, const Field& field) {
    const std::string_view name = key;
    const std::string kind = name == "id" || name == "key"
                                 ? "[name](#names)"
                                 : kind_of(static_cast<const T*>(nullptr), field);
    rows_ += fmt::format("| `{}` | {} | {} | {} |\n", key, kind, default_of(key, field), field.doc);
  }
  [[nodiscard]] std::string table() const {
    return "| key | value | default | meaning |\n|---|---|---|---|\n" + rows_;
  }

 private:
  [[nodiscard]] std::string default_of(const char* key, const Field& field) const {
    if (field.required) return "**required**";
    const auto at = defaults_.find(key);
    if (at == defaults_.end() || at->is_structured()) return "–";
    return fmt::format("`{}`", at->is_string() ? at->get<std::string>() : at->dump());
  }

  Json defaults_;
  std::string rows_;
};

std::map<std::string, std::string> tables_by_type() {
  std::map<std::string, Json> defaults = defaults_by_type();
  std::map<std::string, std::string> tables;
  DescribedTypes::for_each([&]<class T>(std::type_identity<T>) {
    const std::string type(type_name<T>);
    TableForm form(std::move(defaults[type]));
    T example{};
    describe(form, example);
    tables.emplace(type, form.table());
  });
  return tables;
}

std::string usual_statuses() {
  Scenario nothing;
  add_the_usual(nothing);
  std::string table =
      "| id | called | registered | paid work | clock of unemployment |\n|---|---|---|---|---|\n";
  for (const Status& status : nothing.statuses) {
    table += fmt::format("| `{}` | {} | {} | {} | {} |\n", status.id, status.label.en,
                         status.registered ? "yes" : "no", word(status.paid_work),
                         word(status.unemployment));
  }
  return table;
}

std::string_view called(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::status:
      return "status";
    case SubjectKind::everyone:
      return "`all`";
    case SubjectKind::list:
      return "measure, screening service, or `<measure>.<phase>`";
    case SubjectKind::measure:
      return "measure or screening service";
    case SubjectKind::resource:
      return "resource";
  }
  return "";
}

std::string indicators() {
  std::string table = "| indicator | subject | can be broken down |\n|---|---|---|\n";
  for (const IndicatorName& indicator : series_indicators) {
    table += fmt::format("| `{}` | {} | {} |\n", indicator.name, called(indicator.of),
                         indicator.breaks_down ? "yes" : "no");
  }
  return table + fmt::format("| `{}` | only as a breakdown | yes |\n", waiting_time);
}

void replace(std::string& text, std::string_view what, const std::string& by) {
  const std::size_t at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), by);
}

std::string contents() {
  std::string list;
  for (const ReferenceSection& section : reference_sections()) {
    const std::string indent(section.level > 2 ? 2 : 0, ' ');
    list += fmt::format("{}- [{}](#{})\n", indent, section.title, anchor_of(section.title));
  }
  return list;
}

constexpr std::string_view head =
    R"(<!-- Made by `doorstroom schema --reference`. Change sim/scenario/describe*.hpp and
     reference_*.cpp, not this page. -->

# The scenario reference

A scenario is a JSON file that says who comes, what there is for them, and how they are referred. This page says everything such a file may hold. Begin with [your first scenario](../tutorial/first-scenario.md); what the words mean for the simulation stands in [the model](../background/model.md).

Reading is strict: a key that does not stand on this page, a name that nothing defines, shares that do not add up, a number out of range are reported, all together, each with its line and what is allowed. Editors that know JSON Schema complete keys and show their meaning when the file begins with `"$schema": "scenario.schema.json"` and stands beside [that file](../../scenarios/scenario.schema.json).

## Contents

)";

}  // namespace

std::string reference_page() {
  const std::map<std::string, std::string> tables = tables_by_type();
  std::string page = std::string(head) + contents();
  for (const ReferenceSection& section : reference_sections()) {
    page += fmt::format("\n{:#>{}} {}\n", "", section.level, section.title);
    if (!section.text.empty()) page += fmt::format("\n{}\n", section.text);
    if (!section.type.empty()) page += "\n" + tables.at(std::string(section.type));
  }
  replace(page, "{statuses}\n", usual_statuses());
  replace(page, "{indicators}\n", indicators());
  return page;
}

}  // namespace doorstroom::scenario
