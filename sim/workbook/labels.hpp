// What the ids in tables are called.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "report/language.hpp"

namespace doorstroom {

/// Labels of ids, as `names` of report.json gives them.
class Labels final {
 public:
  /// `names` must outlive it.
  Labels(const nlohmann::ordered_json& names, Language language)
      : names_(names), language_(language) {}

  /// Can values of this column have a label?
  static bool has_labels(std::string_view column);
  /// What the value of a column is called; empty where nothing says so, or only the id itself.
  [[nodiscard]] std::string of(std::string_view column, const std::string& value) const;
  /// What the number at a path is, in words: "Activation trajectory, needs, amount".
  [[nodiscard]] std::string of_path(const std::string& path) const;
  /// "contingent", "budget", "places"; empty for what is no resource.
  [[nodiscard]] std::string kind_of_resource(const std::string& id) const;
  [[nodiscard]] Language language() const { return language_; }

 private:
  [[nodiscard]] std::string in(const char* kind, const std::string& id) const;

  const nlohmann::ordered_json& names_;
  Language language_;
};

}  // namespace doorstroom
