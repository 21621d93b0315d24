// Sentences in both languages, for findings.
#pragma once

#include <string>
#include <utility>

#include <fmt/format.h>

#include "doorstroom/figures.hpp"

#include "report/findings.hpp"
#include "report/language.hpp"

namespace doorstroom {

/// The same sentence in both languages: `say` is called with each.
template <class Say>
Finding finding_in_both(Weight weight, std::string about, Say say) {
  return {weight, std::move(about), {say(Language::nl), say(Language::en)}};
}

/// The sentence of a language with its {} replaced.
template <class... Arguments>
std::string filled(Language l, const char* nl, const char* en, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(l == Language::nl ? nl : en), arguments...);
}

/// " (380 to 420)" for a difference of 400 whose mean is known so closely, signs left out where
/// both ends have the same one.
std::string interval_in_words(Language l, const Summary& difference, double confidence,
                              int decimals = 0);

}  // namespace doorstroom
