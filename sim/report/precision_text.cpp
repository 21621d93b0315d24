#include "report/precision_text.hpp"

#include <fmt/format.h>

#include "report/language.hpp"

namespace doorstroom {

scenario::Text precision_text(const PrecisionReached& reached, std::size_t replications) {
  const auto say = [&](Language l, const char* enough, const char* not_enough) {
    constexpr int decimals = 1;
    return fmt::format(fmt::runtime(reached.is_met ? enough : not_enough),
                       number(l, static_cast<double>(replications)),
                       percent(l, reached.wanted, decimals), percent(l, reached.widest, decimals),
                       reached.figure);
  };
  return {
      say(Language::nl,
          "{} replicaties volstaan: de kerncijfers zijn op {} na bekend (het ruimste op {}: {}).",
          "{} replicaties volstaan niet om de kerncijfers op {} na te kennen (het ruimste op {}: "
          "{})."),
      say(Language::en,
          "{} replications are enough: the headline figures are known to {} (the widest to {}: "
          "{}).",
          "{} replications are not enough to know the headline figures to {} (the widest to {}: "
          "{}).")};
}

}  // namespace doorstroom
