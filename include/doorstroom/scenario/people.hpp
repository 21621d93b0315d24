// Who there is: attributes, statuses, arrivals, and the people at the start.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/scenario/values.hpp"

namespace doorstroom::scenario {

/// Shares of the values of an attribute, for everybody or for each value of another attribute.
struct AttributeShares {
  std::string by;                                             // empty: for everybody
  std::map<std::string, std::map<std::string, Share>> cases;  // key "" where `by` is empty

  friend bool operator==(const AttributeShares&, const AttributeShares&) = default;
};

/// A property of people with a few named values.
struct Attribute {
  std::string id;
  Text label;
  std::vector<std::string> values;
  /// Nobody in the simulated system sees it; screening assesses it, with error.
  bool latent = false;
  /// Does the employment service register it? Rules may use only what is registered or assessed.
  bool registered = true;
  /// Used where a stream or a stock cell says nothing else.
  std::optional<AttributeShares> shares;
};

enum class PaidWork : std::uint8_t { none, nec, sec };
enum class UnemploymentClock : std::uint8_t { runs, frozen, stopped };

/// Where a person stands in the labour market.
struct Status {
  std::string id;
  Text label;
  bool registered = false;
  PaidWork paid_work = PaidWork::none;
  UnemploymentClock unemployment = UnemploymentClock::stopped;
};

/// What a person is like, on entry or at the start.
struct Profile {
  std::map<std::string, AttributeShares> attributes;
  std::optional<Stay> age;
  std::optional<Stay> unemployed_for;
};

enum class Variation : std::uint8_t { poisson, even };

/// A stream of people who enter the model, day by day.
struct Arrivals {
  std::string id;
  std::string key;  // empty: the id
  Text label;
  Path per_year;
  /// Multiplies `per_year` over time.
  std::optional<Path> factor;
  /// Factor for a month ("jan" ... "dec"), 1 where none is given.
  std::map<std::string, Quantity> seasonality;
  Variation variation = Variation::poisson;
  std::string status = "unemployed";
  Profile people;
  /// The measure or screening service people go to; empty: the referral rules decide.
  std::string refer_to;
  /// Delay before they are seen for the first time.
  std::optional<Stay> first_contact;
};

/// People who are there when the simulation begins.
struct Stock {
  std::string id;
  std::string key;
  Text label;
  Quantity people;
  std::string status = "unemployed";
  Profile profile;
  std::string waiting_for;  // a measure or screening service
  std::string in;           // a measure
  /// Time already spent waiting, in the measure or in the status.
  std::optional<Stay> elapsed;
  /// Elapsed time as an observer finds it: longer stays are met more often.
  bool length_biased = false;
  /// Shall the referral rules look at them?
  bool refer = false;
  /// Delay before they do; nothing: on the first day.
  std::optional<Stay> first_contact;
};

}  // namespace doorstroom::scenario
