#include "base/printable.hpp"

#include <fmt/format.h>

namespace doorstroom {

namespace {

unsigned byte(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

std::size_t length_by_lead(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// Second bytes that would be overlong, a surrogate, or beyond Unicode.
bool is_bad_second(unsigned lead, unsigned second) {
  return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
}

/// U+0080 to U+009F, and the marks that change the direction of text.
bool is_steering(std::string_view character) {
  if (character.size() == 2) return byte(character, 0) == 0xC2 && byte(character, 1) < 0xA0;
  if (character.size() != 3 || byte(character, 0) != 0xE2) return false;
  const unsigned low = byte(character, 1) << 8U | byte(character, 2);
  return (low >= 0x80A8 && low <= 0x80AE) || (low >= 0x81A6 && low <= 0x81A9);
}

std::string escaped(std::string_view character) {
  if (character == "\n") return "\\n";
  if (character == "\t") return "\\t";
  if (character == "\r") return "\\r";
  unsigned code = byte(character, 0);
  if (character.size() == 2) code = (code & 0x1FU) << 6U | (byte(character, 1) & 0x3FU);
  if (character.size() == 3) {
    code =
        (code & 0x0FU) << 12U | (byte(character, 1) & 0x3FU) << 6U | (byte(character, 2) & 0x3FU);
  }
  return fmt::format("\\u{:04x}", code);
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const unsigned lead = byte(text, 0);
  const std::size_t length = length_by_lead(lead);
  if (length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(text, i) & 0xC0U) != 0x80U) return 0;
  }
  return length > 2 && is_bad_second(lead, byte(text, 1)) ? 0 : length;
}

std::string printable(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    const bool control = length == 1 && (byte(text, 0) < 0x20 || byte(text, 0) == 0x7F);
    if (length == 0)
      safe += fmt::format("\\x{:02x}", byte(text, 0));
    else if (control || is_steering(character))
      safe += escaped(character);
    else
      safe += character;
    text.remove_prefix(character.size());
  }
  return safe;
}

}  // namespace doorstroom
