// Reading of single values: one overload for each kind. Each reports what is wrong and goes on.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/field.hpp"
#include "scenario/reader.hpp"

namespace doorstroom::scenario {

void read_value(Reading& reading, const Node& node, bool& value, const Field& field);
void read_value(Reading& reading, const Node& node, int& value, const Field& field);
void read_value(Reading& reading, const Node& node, std::int64_t& value, const Field& field);
void read_value(Reading& reading, const Node& node, std::uint64_t& value, const Field& field);
void read_value(Reading& reading, const Node& node, double& value, const Field& field);
void read_value(Reading& reading, const Node& node, std::string& value, const Field& field);
void read_value(Reading& reading, const Node& node, Text& value, const Field& field);
void read_value(Reading& reading, const Node& node, Day& value, const Field& field);
void read_value(Reading& reading, const Node& node, Quantity& value, const Field& field);
void read_value(Reading& reading, const Node& node, Span& value, const Field& field);
void read_value(Reading& reading, const Node& node, Path& value, const Field& field);
void read_value(Reading& reading, const Node& node, Stay& value, const Field& field);
void read_value(Reading& reading, const Node& node, Share& value, const Field& field);
void read_value(Reading& reading, const Node& node, Condition& value, const Field& field);
void read_value(Reading& reading, const Node& node, AttributeShares& value, const Field& field);
void read_value(Reading& reading, const Node& node, CarryOver& value, const Field& field);
void read_value(Reading& reading, const Node& node, Margin& value, const Field& field);

/// "an object with ... is expected, not 5".
void expected(Reading& reading, const Node& node, std::string_view what,
              std::string suggestion = {});
/// Reports a key that an object may not have, with the nearest one it may, or where it belongs.
void unknown_key(Reading& reading, const Node::Member& member,
                 const std::vector<std::string>& known);
/// Reads a word out of a list of words.
std::size_t read_word(Reading& reading, const Node& node, const std::vector<std::string>& words);
/// Is this the key of evidence that stands beside the entries of a table?
bool is_evidence_key(std::string_view key);
/// Days of a span of time as it is written ("12 months"); nothing if it is none.
std::optional<double> days_of_span(std::string_view text);
/// 0.03 of "3 % a year"; nothing if the text is no yearly growth.
std::optional<double> share_of_growth(std::string_view text);
/// The first day of "2019", "2019-07" or "2019-07-15"; nothing if the key of a path is none of
/// these.
std::optional<Day> day_of_key(std::string_view key);
/// The yearly growth of a path.
void read_growth(Reading& reading, const Node& node, Quantity& growth);
/// What is wrong with a name in a scenario ("it has a blank"); empty if nothing is.
std::string fault_of_name(std::string_view name);
inline constexpr std::string_view form_of_names =
    "a name is a letter a to z, then letters, digits, _ or -, 80 at most";

/// Makes the evidence beside the entries of a table hold for its entries.
class TableEvidence final {
 public:
  TableEvidence(Reading& reading, const Node& table);
  TableEvidence(const TableEvidence&) = delete;
  TableEvidence& operator=(const TableEvidence&) = delete;
  ~TableEvidence() { reading_.table_evidence.pop_back(); }

 private:
  Reading& reading_;
};

}  // namespace doorstroom::scenario
