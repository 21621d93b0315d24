// What things are called on the page of the report, in Dutch and English.
#pragma once

#include <nlohmann/json.hpp>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

/// {"nl": ..., "en": ...}; a missing text is empty.
nlohmann::ordered_json text_in_both(const scenario::Text& text);

/// The same; a missing text is that of the other language, or else the id.
nlohmann::ordered_json label_in_both(const scenario::Text& label, const std::string& id);

/// Labels by id of statuses, measures (screening services among them), the phases of measures,
/// resources and attributes; and by path ("/arrivals/jobseekers") of all that holds parameters.
nlohmann::ordered_json names_of(const scenario::Scenario& scenario);

}  // namespace doorstroom
