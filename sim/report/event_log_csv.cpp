#include "report/event_log_csv.hpp"

#include <algorithm>
#include <array>

#include "report/csv.hpp"

namespace doorstroom {

namespace {

constexpr std::array<std::string_view, 9> columns{"person", "activity", "start", "end",     "kind",
                                                  "id",     "label",    "open",  "ended_by"};

}  // namespace

std::string event_csv_header(const EventNames& names) {
  std::string text;
  for (const std::string_view column : columns) {
    if (!text.empty()) text += ',';
    text += column;
  }
  for (const Attribute* attribute : names.attributes()) {
    const bool is_taken = std::ranges::find(columns, attribute->id) != columns.end();
    text += ',' + std::string(is_taken ? "attribute_" : "") + csv_field(attribute->id);
  }
  return text + '\n';
}

void append_event_csv(const EventNames& names, const Model& model, std::span<const Stay> stays,
                      std::string& text) {
  for (const Stay& stay : stays) {
    text += csv_field(to_text(model, stay.person));
    text += ',' + csv_field(names.activity(stay));
    text += ',' + iso_date(stay.start);
    text += ',' + (stay.is_open() ? std::string() : iso_date(stay.end));
    text += ',' + std::string(names.kind(stay));
    text += ',' + csv_field(names.id(stay));
    text += ',' + csv_field(names.label(stay));
    text += stay.is_open() ? ",yes," : ",no,";
    text += names.ended_by(stay);
    for (const Attribute* attribute : names.attributes()) {
      text += ',' + csv_field(attribute->values[stay.profile.code(attribute->field)]);
    }
    text += '\n';
  }
}

}  // namespace doorstroom
