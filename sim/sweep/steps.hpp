// Ranges with a step, counted in decimals rather than in binary fractions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doorstroom {

/// The numbers of a range, or what is wrong with it.
struct Steps {
  std::vector<std::string> values;
  std::string problem;
};

/// Does a text look like a range ("1000..1400:100")?
bool is_range(std::string_view text);

/// "0.1..0.3:0.1" is 0.1, 0.2, 0.3. The step may be negative and has to meet the end; at most
/// `most` values.
Steps steps_of(std::string_view range, std::size_t most);

}  // namespace doorstroom
