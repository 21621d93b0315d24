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
  /// The statute people live on; "right": the one their work gives a right to, or what they fall
  /// back to; empty: nothing changes.
  std::string benefit;
  /// Is someone with this status counted as a jobseeker? Nothing: whoever is registered and not in
  /// paid work.
  std::optional<bool> jobseeker;
};

/// A range of ages or durations within which nothing is known: people are spread evenly.
struct Band {
  double from = 0;   // days
  double until = 0;  // days; who has so many no longer belongs

  friend bool operator==(const Band&, const Band&) = default;
};

/// What the numbers of a margin are: shares that add up to 1, or people (or percentages) with any
/// total.
enum class MarginUnit : std::uint8_t { share, people };

struct MarginRow {
  std::vector<std::string> values;  // by column; bands as written ("25-55 years")
  Quantity amount;

  friend bool operator==(const MarginRow&, const MarginRow&) = default;
};

/// How people are divided over the combinations of some attributes, bands of age and bands of time
/// unemployed. Combinations without a row do not occur.
struct Margin {
  std::vector<std::string> columns;  // attributes, "age", "unemployed_for"
  MarginUnit unit = MarginUnit::share;
  std::vector<MarginRow> rows;

  friend bool operator==(const Margin&, const Margin&) = default;
};

/// What a person is like, on entry or at the start.
struct Profile {
  std::map<std::string, AttributeShares> attributes;
  /// Tables that hold at once for the people of this source.
  std::vector<Margin> margins;
  std::optional<Stay> age;
  std::optional<Stay> unemployed_for;
  /// Days of work just before entry that count for the right to a benefit.
  std::optional<Stay> days_worked;
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
  /// The screening service that has assessed them before the start, at a random moment of the time
  /// for which its assessments count; empty: nobody has.
  std::string assessed_by;
  /// Shall the referral rules look at them?
  bool refer = false;
  /// Delay before they do; nothing: on the first day.
  std::optional<Stay> first_contact;
};

}  // namespace doorstroom::scenario
