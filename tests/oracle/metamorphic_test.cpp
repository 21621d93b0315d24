// What must not change when a scenario is written otherwise, and what may change only one way.
// Others of the kind are tried on random scenarios in tests/engine/properties.cpp: threads, unused
// measures, the order of lists, later policies, longer horizons.
#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "record/breakdowns.hpp"
#include "scenario/compile.hpp"
#include "study/observers.hpp"
#include "support/random_scenario.hpp"
#include "support/simulation.hpp"

namespace doorstroom::tests {
namespace {

bool same(const Told& a, const Told& b) {
  const Event& x = a.event;
  const Event& y = b.event;
  return a.day == b.day && a.person == b.person && x.profile == y.profile && x.slot == y.slot &&
         x.amount == y.amount && x.subject == y.subject && x.other == y.other && x.kind == y.kind &&
         x.reason == y.reason && x.status == y.status;
}

/// Where two replications tell different things; empty if they do not.
std::string difference(const Simulation& a, const Simulation& b) {
  const auto [x, y] =
      std::mismatch(a.told.begin(), a.told.end(), b.told.begin(), b.told.end(), same);
  if (x == a.told.end() && y == b.told.end()) return a.told.empty() ? "nothing happens" : "";
  const auto line = [](const Simulation& s, auto at) {
    if (at == s.told.end()) return std::string("nothing more");
    return fmt::format("{} {} {}", iso_date(at->day), s.name(at->person),
                       line_of(*s.model, at->event));
  };
  return line(a, x) + " against " + line(b, y);
}

/// A scenario in which much happens, with MEASURE, LIST and MORE to be filled in.
const std::string busy = in("2024-01-01", "2027-01-01", R"(
    "arrivals": [{"id": "p", "per_year": 150, "refer_to": "m",
                  "people": {"attributes": {"distance": {"small": 0.5, "large": "rest"}}}}],
    "stock": [{"id": "s", "people": 20, "waiting_for": "m",
               "profile": {"attributes": {"distance": {"medium": 1}}}}],
    "labour_market": {"exits": [{"id": "job", "kind": "job_finding", "to": "job_nec",
                                 "per_month": 0.03} EXITS]},
    "resources": [{"id": "seats", "kind": "places", "level": LEVEL},
                  {"id": "starts", "kind": "contingent", "per_year": AMOUNT}],
    "measures": [{"id": "m", "needs": [{"resource": "seats"}, {"resource": "starts"}],
                  "phases": [{"id": "a", "duration": {"gamma": {"mean": "80 days", "sd": "40 days"}}
                              PHASE},
                             {"id": "b", "duration": "20 days"}],
                  "afterwards": "unemployed" LIST MEASURE}])");

Simulation lived(std::map<std::string, std::string> parts) {
  const std::map<std::string, std::string> usual{{"EXITS", ""}, {"LEVEL", "18"}, {"AMOUNT", "96"},
                                                 {"PHASE", ""}, {"LIST", ""},    {"MEASURE", ""}};
  parts.insert(usual.begin(), usual.end());
  std::string text = busy;
  for (const auto& [name, part] : parts) text = with(text, name, part);
  return simulate(text);
}

TEST(Metamorphic, EndlessPatienceIsNone) {
  const Simulation plain = lived({});
  for (const char* patience :
       {R"("900000 days")", R"({"uniform": ["800000 days", "900000 days"]})"}) {
    const std::string list = fmt::format(R"(, "waiting_list": {{"leave_after": {}}})", patience);
    EXPECT_EQ(difference(plain, lived({{"LIST", list}})), "") << patience;
  }
  const char* longest = R"(, "waiting_list": {"max_wait": {"after": "900000 days"}})";
  EXPECT_EQ(difference(plain, lived({{"LIST", longest}})), "");
  EXPECT_EQ(difference(plain, lived({{"LIST", R"(, "waiting_list": {"max_length": 900000})"}})),
            "");
}

TEST(Metamorphic, EqualStepsOfAPathAreAConstant) {
  const Simulation plain = lived({});
  for (const char* level :
       {R"({"2024": 18, "2025": 18, "2025-07": 18, "2026-03-05": 18})",
        R"({"2024": 18, "2026": 18, "interpolate": "linear"})", R"({"2020": 18, "growth": 0})"}) {
    EXPECT_EQ(difference(plain, lived({{"LEVEL", level}})), "") << level;
  }
  EXPECT_EQ(difference(plain, lived({{"AMOUNT", R"({"2023": 96, "2025": 96, "2026": 96})"}})), "");
}

TEST(Metamorphic, WhatHasProbabilityZeroIsAbsent) {
  const Simulation plain = lived({});
  for (const char* phase : {R"(, "drop_out": {"share": 0})", R"(, "drop_out": {"per_month": 0})",
                            R"(, "decision": [{"to": "inactive", "p": 0}])"}) {
    EXPECT_EQ(difference(plain, lived({{"PHASE", phase}})), "") << phase;
  }
  for (const char* measure :
       {R"(, "extension": {"probability": 0, "by": "30 days"})", R"(, "improves_distance": 0)",
        R"(, "counsellor_change": {"probability": 0, "drop_out": 1})", R"(, "engagement": 1)",
        R"(, "lock_in": 1)", R"(, "start_delay": "0 days")",
        R"(, "post_effect": {"factor": 1, "lasts": "60 days"})"}) {
    EXPECT_EQ(difference(plain, lived({{"MEASURE", measure}})), "") << measure;
  }
  for (const char* list : {R"(, "waiting_list": {"accept_probability": 1})",
                           R"(, "waiting_list": {"employer_choice": {"share": 0}})"}) {
    EXPECT_EQ(difference(plain, lived({{"LIST", list}})), "") << list;
  }
  const char* never = R"(, {"id": "ill", "to": "sick", "per_month": 0})";
  EXPECT_EQ(difference(plain, lived({{"EXITS", never}})), "");
}

TEST(Metamorphic, IsNotBlindToWhatDoesChange) {
  const Simulation plain = lived({});
  EXPECT_NE(difference(plain, lived({{"LEVEL", "17"}})), "");
  EXPECT_NE(difference(plain, lived({{"PHASE", R"(, "drop_out": {"share": 0.3})"}})), "");
  EXPECT_NE(
      difference(plain, lived({{"EXITS", R"(, {"id": "ill", "to": "sick", "per_month": 0.02})"}})),
      "");
}

/// A list that nobody leaves, for so many places.
Simulation first_come(int places, std::uint32_t replication) {
  return simulate(in("2025-01-01", "2028-01-01",
                     fmt::format(R"("arrivals": [{{"id": "p", "per_year": 300, "refer_to": "m"}}],
      "stock": [{{"id": "s", "people": 12, "waiting_for": "m"}}],
      "resources": [{{"id": "seats", "kind": "places", "level": {}}}],
      "measures": [{{"id": "m", "needs": [{{"resource": "seats"}}],
          "phases": [{{"id": "a",
              "duration": {{"lognormal": {{"mean": "30 days", "sd": "45 days"}}}}}}]}}])",
                                 places)),
                  replication);
}

TEST(Metamorphic, OneMorePlaceStartsNobodyLater) {
  // Everybody's stay is their own, whenever they start: the work before them is no more at any time
  // (Kiefer and Wolfowitz 1955).
  int earlier = 0;
  for (std::uint32_t replication = 0; replication < 8; ++replication) {
    std::map<std::string, Day> before;
    for (int places = 18; places <= 26; places += 2) {
      const Simulation s = first_come(places, replication);
      std::map<std::string, Day> now;
      for (const Told& t : s.events(EventKind::started)) now[s.name(t.person)] = t.day;
      for (const auto& [person, day] : before) {
        ASSERT_TRUE(now.contains(person)) << person << " with " << places;
        EXPECT_LE(now[person], day) << person << " with " << places << " places";
        earlier += now[person] < day ? 1 : 0;
      }
      before = now;
    }
  }
  EXPECT_GT(earlier, 1000);
}

constexpr std::uint64_t scenarios = 12;

Simulation lived(const Json& scenario) {
  return simulate(scenario.dump());
}

TEST(Metamorphic, ObserversChangeNothing) {
  for (std::uint64_t seed = 1; seed <= scenarios; ++seed) {
    const LoadedScenario loaded = read(random_scenario(seed, ~0U).dump());
    const auto model = std::make_shared<const Model>(scenario::compile(loaded.scenario));
    const Breakdowns breakdowns(*model, loaded.scenario.output.breakdowns);
    Observers observers(*model, breakdowns, cycle_rules_of(loaded.scenario.output), {});
    EXPECT_EQ(difference(simulate(model, 0, {}), simulate(model, 0, observers.recorders())), "")
        << seed;
  }
}

/// The same with the keys of every object the other way round.
Json backwards(const Json& value) {
  if (value.is_array()) {
    Json list = Json::array();
    for (const Json& item : value) list.push_back(backwards(item));
    return list;
  }
  if (!value.is_object()) return value;
  std::vector<std::string> keys;
  for (const auto& [key, item] : value.items()) keys.insert(keys.begin(), key);
  Json object = Json::object();
  for (const std::string& key : keys) object[key] = backwards(value[key]);
  return object;
}

TEST(Metamorphic, TheOrderOfKeysChangesNothing) {
  for (std::uint64_t seed = 1; seed <= scenarios; ++seed) {
    const Json scenario = random_scenario(seed, ~0U);
    const Json other = backwards(scenario);
    ASSERT_NE(scenario.dump(), other.dump());
    EXPECT_EQ(difference(lived(scenario), lived(other)), "") << seed;
  }
}

/// The same with other ids for all that draws luck, and the old ones as keys.
Json renamed(const Json& value, const std::set<std::string>& ids) {
  if (value.is_string() && ids.contains(value.get<std::string>())) {
    return "other_" + value.get<std::string>();
  }
  if (!value.is_structured()) return value;
  Json result = value.is_array() ? Json::array() : Json::object();
  for (const auto& [key, item] : value.items()) {
    if (value.is_array()) {
      result.push_back(renamed(item, ids));
    } else {
      result[key] = key == "key" ? item : renamed(item, ids);
    }
  }
  return result;
}

TEST(Metamorphic, OtherNamesGiveTheSameNumbers) {
  const std::vector<std::string> lists{"arrivals", "stock", "measures", "screening", "resources"};
  for (std::uint64_t seed = 1; seed <= scenarios; ++seed) {
    Json scenario = random_scenario(seed, ~0U);
    std::set<std::string> ids;
    for (const std::string& list : lists) {
      if (!scenario.contains(list)) continue;
      for (Json& item : scenario[list]) {
        ids.insert(item["id"].get<std::string>());
        if (!item.contains("key")) item["key"] = item["id"];
      }
    }
    const Json other = renamed(scenario, ids);
    ASSERT_NE(scenario.dump(), other.dump());
    EXPECT_EQ(difference(lived(scenario), lived(other)), "") << seed;
  }
}

}  // namespace
}  // namespace doorstroom::tests
