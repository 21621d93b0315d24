// By which attributes which indicators are broken down.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/model.hpp"

namespace doorstroom {

/// Codes of one attribute as labels of a breakdown ("region=antwerp").
struct Breakdown {
  ProfileField field;
  std::vector<std::string> labels;  // by code
};

/// The breakdowns that a scenario asks for, by indicator.
class Breakdowns final {
 public:
  Breakdowns(const Model& model, const std::map<std::string, std::vector<std::string>>& wanted);
  /// Those of an indicator; none if it is not broken down.
  [[nodiscard]] const std::vector<Breakdown>& of(const std::string& indicator) const;

 private:
  std::map<std::string, std::vector<Breakdown>> by_indicator_;
};

}  // namespace doorstroom
