#include "report/event_log_xes.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "base/printable.hpp"
#include "report/csv.hpp"

namespace doorstroom {

namespace {

/// Is the character allowed in XML 1.0? U+FFFE and U+FFFF are not, nor are control characters but
/// tab and the ends of lines.
bool is_allowed(std::string_view character) {
  if (character.size() == 1) {
    const auto code = static_cast<unsigned char>(character[0]);
    return code >= 0x20 || code == '\t' || code == '\n' || code == '\r';
  }
  return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

/// What must be written otherwise within quotes; ends of lines and tabs would become blanks.
std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

void add(std::string& text, std::string_view indent, std::string_view type, std::string_view key,
         std::string_view value) {
  text += fmt::format("{}<{} key=\"{}\" value=\"{}\"/>\n", indent, type, key, xml_value(value));
}

std::string midnight(Day day) {
  return iso_date(day) + "T00:00:00.000+00:00";
}

/// A moment of a stay, in the order in which things happened. What ends comes before what begins
/// with the same event.
struct Moment {
  Day day;
  std::uint32_t told = 0;
  bool begins = false;
  const Stay* stay = nullptr;
  std::size_t number = 0;  // of the stay, among those of the person

  friend bool operator<(const Moment& a, const Moment& b) {
    return std::tuple(a.day, a.told, a.begins, a.number) <
           std::tuple(b.day, b.told, b.begins, b.number);
  }
};

std::vector<Moment> moments_of(std::span<const Stay> stays) {
  std::vector<Moment> moments;
  for (std::size_t i = 0; i < stays.size(); ++i) {
    moments.push_back({stays[i].start, stays[i].begun, true, &stays[i], i});
    if (!stays[i].is_open()) {
      moments.push_back({stays[i].end, stays[i].ended, false, &stays[i], i});
    }
  }
  std::ranges::sort(moments, std::less<>());
  return moments;
}

void append_event(const EventNames& names, const Moment& moment, Profile at_entry,
                  std::string& text) {
  constexpr std::string_view indent = "\t\t\t";
  const Stay& stay = *moment.stay;
  text += "\t\t<event>\n";
  add(text, indent, "string", "concept:name", names.activity(stay));
  add(text, indent, "string", "concept:instance", std::to_string(moment.number));
  add(text, indent, "string", "lifecycle:transition", moment.begins ? "start" : "complete");
  add(text, indent, "date", "time:timestamp", midnight(moment.day));
  const std::string_view group = names.group(stay);
  if (!group.empty()) add(text, indent, "string", "org:group", group);
  add(text, indent, "string", "stay.kind", names.kind(stay));
  add(text, indent, "string", "stay.id", names.id(stay));
  if (!moment.begins) add(text, indent, "string", "stay.ended_by", names.ended_by(stay));
  for (const Attribute* attribute : names.attributes()) {
    const unsigned code = stay.profile.code(attribute->field);
    if (!moment.begins || code == at_entry.code(attribute->field)) continue;
    add(text, indent, "string", attribute->id, attribute->values[code]);
  }
  text += "\t\t</event>\n";
}

}  // namespace

std::string xml_value(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    const std::string_view instead = length == 1 ? entity(text.front()) : std::string_view();
    if (length == 0 || !is_allowed(character))
      safe += "\xEF\xBF\xBD";
    else
      safe += instead.empty() ? character : instead;
    text.remove_prefix(character.size());
  }
  return safe;
}

std::string xes_beginning(const EventNames& names, const XesLog& log) {
  struct Extension {
    std::string_view name;
    std::string_view prefix;
  };
  constexpr std::array<Extension, 4> extensions{{{"Concept", "concept"},
                                                 {"Lifecycle", "lifecycle"},
                                                 {"Organizational", "org"},
                                                 {"Time", "time"}}};
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<log xes.version=\"1849.2016\" xes.features=\"\" "
      "xmlns=\"http://www.xes-standard.org/\">\n";
  for (const auto& [name, prefix] : extensions) {
    text += fmt::format(
        "\t<extension name=\"{}\" prefix=\"{}\" uri=\"http://www.xes-standard.org/{}.xesext\"/>\n",
        name, prefix, prefix);
  }
  text += "\t<global scope=\"trace\">\n";
  add(text, "\t\t", "string", "concept:name", "unknown");
  for (const Attribute* attribute : names.attributes()) {
    add(text, "\t\t", "string", attribute->id, attribute->values.front());
  }
  text += "\t</global>\n\t<global scope=\"event\">\n";
  for (const char* key :
       {"concept:name", "concept:instance", "lifecycle:transition", "stay.kind", "stay.id"}) {
    add(text, "\t\t", "string", key, "unknown");
  }
  add(text, "\t\t", "date", "time:timestamp", midnight(log.horizon.start));
  text += "\t</global>\n";
  text += "\t<classifier name=\"Activity\" keys=\"concept:name\"/>\n";
  text +=
      "\t<classifier name=\"ActivityAndTransition\" "
      "keys=\"concept:name lifecycle:transition\"/>\n";
  add(text, "\t", "string", "concept:name", log.title);
  add(text, "\t", "string", "lifecycle:model", "standard");
  add(text, "\t", "string", "log.scenario", log.name);
  add(text, "\t", "date", "log.horizon_start", midnight(log.horizon.start));
  add(text, "\t", "date", "log.horizon_end", midnight(log.horizon.end));
  add(text, "\t", "int", "log.replication", std::to_string(log.replication));
  add(text, "\t", "float", "log.people_for_each", number_text(log.people_for_each));
  return text;
}

void append_xes_trace(const EventNames& names, const Model& model, std::span<const Stay> stays,
                      std::string& text) {
  if (stays.empty()) return;
  const Stay& first = *std::ranges::min_element(stays, {}, &Stay::begun);
  text += "\t<trace>\n";
  add(text, "\t\t", "string", "concept:name", to_text(model, first.person));
  add(text, "\t\t", "string", "person.source", model.source_name(first.person));
  for (const Attribute* attribute : names.attributes()) {
    add(text, "\t\t", "string", attribute->id,
        attribute->values[first.profile.code(attribute->field)]);
  }
  for (const Moment& moment : moments_of(stays)) {
    append_event(names, moment, first.profile, text);
  }
  text += "\t</trace>\n";
}

std::string xes_end() {
  return "</log>\n";
}

}  // namespace doorstroom
