#include "record/breakdowns.hpp"

#include <algorithm>

namespace doorstroom {

Breakdowns::Breakdowns(const Model& model,
                       const std::map<std::string, std::vector<std::string>>& wanted) {
  for (const auto& [indicator, attributes] : wanted) {
    for (const std::string& id : attributes) {
      const auto attribute = std::ranges::find(model.attributes, id, &Attribute::id);
      if (attribute == model.attributes.end()) continue;
      Breakdown breakdown;
      breakdown.field = attribute->field;
      for (const std::string& value : attribute->values) {
        breakdown.labels.push_back(id + "=" + value);
      }
      by_indicator_[indicator].push_back(std::move(breakdown));
    }
  }
}

const std::vector<Breakdown>& Breakdowns::of(const std::string& indicator) const {
  static const std::vector<Breakdown> none;
  const auto at = by_indicator_.find(indicator);
  return at == by_indicator_.end() ? none : at->second;
}

}  // namespace doorstroom
