// A reporting checklist: what a reader must be told about a simulation, and what was answered.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/language.hpp"

namespace doorstroom {

/// Who can answer an item: the scenario and the run alone, the reader alone, or both in part.
enum class Answerer : std::uint8_t { program, both, reader };

/// One question of the checklist. `answer` is Markdown, without headings.
struct Item {
  std::string number;  // that of the checklist: "2.3"
  std::string title;
  Answerer by = Answerer::program;
  std::string answer;
};

struct Section {
  std::string title;
  std::vector<Item> items;
};

/// Gives the text of a language.
class Tongue final {
 public:
  explicit Tongue(Language language) : language_(language) {}

  [[nodiscard]] std::string operator()(const char* nl, const char* en) const {
    return language_ == Language::nl ? nl : en;
  }
  [[nodiscard]] Language language() const { return language_; }

 private:
  Language language_;
};

}  // namespace doorstroom
