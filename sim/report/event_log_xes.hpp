// events.xes: the same as eXtensible Event Stream (IEEE 1849-2016), which process-mining tools
// read.
#pragma once

#include <span>
#include <string>

#include "report/event_names.hpp"

namespace doorstroom {

/// Text as the value of an attribute in XML 1.0, without the quotes around it. What XML cannot say
/// (control characters, bytes that are not UTF-8) becomes U+FFFD.
std::string xml_value(std::string_view text);

/// What a log is about.
struct XesLog {
  std::string name;   // of the scenario
  std::string title;  // for readers
  Horizon horizon;
  std::uint32_t replication = 0;
  double people_for_each = 1;  // that one simulated person stands for
};

/// All that stands before the first trace.
std::string xes_beginning(const EventNames& names, const XesLog& log);

/// Appends the trace of one person: two events a stay, one where it is open, in the order in which
/// they happened. Days are midnights UTC.
void append_xes_trace(const EventNames& names, const Model& model, std::span<const Stay> stays,
                      std::string& text);

std::string xes_end();

}  // namespace doorstroom
