// events.csv: one line a stay.
#pragma once

#include <span>
#include <string>

#include "report/event_names.hpp"

namespace doorstroom {

/// The line with the names of the columns. An attribute that is called as one of the others gets
/// "attribute_" before its name.
std::string event_csv_header(const EventNames& names);

/// Appends the stays of one person. Nothing in them is a formula to a spreadsheet.
void append_event_csv(const EventNames& names, const Model& model, std::span<const Stay> stays,
                      std::string& text);

}  // namespace doorstroom
