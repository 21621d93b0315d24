#include "workbook/parameter_columns.hpp"

#include <algorithm>
#include <charconv>

#include "scenario/words.hpp"
#include "workbook/words.hpp"

namespace doorstroom {

std::size_t parameter_column(std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(parameter_columns, name) -
                                  parameter_columns.begin());
}

std::string status_word(scenario::Standing standing) {
  if (standing == scenario::Standing::unstated) return "unstated";
  return std::string(scenario::word(standing));
}

std::string exact_number(double value) {
  std::array<char, 512> text{};  // no exponent: 1e-300 has 300 zeros
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return {text.data(), end.ptr};
}

std::array<std::string, parameter_columns.size()> row_of(const Parameter& parameter, bool can_edit,
                                                         const Labels& labels) {
  const auto in_words = [&](const std::string& value) {
    return in(labels.language(), words_of_value(value));
  };
  const scenario::Evidence& e = parameter.evidence;
  return {parameter.path,
          labels.of_path(parameter.path),
          parameter.text,
          in_words(parameter.unit),
          in_words(status_word(e.status)),
          e.range ? exact_number(e.range->first) : "",
          e.range ? exact_number(e.range->second) : "",
          e.source,
          e.note,
          e.group,
          in_words(can_edit ? "yes" : "no"),
          parameter.where};
}

}  // namespace doorstroom
