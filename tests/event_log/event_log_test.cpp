#include <gmock/gmock.h>

#include "event_log/log_of.hpp"
#include "report/event_log_xes.hpp"
#include "support/scenario_text.hpp"

namespace doorstroom::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// One seat for a measure of two phases with three days between; whoever completes it has a job.
std::string one_seat(const std::string& label = "Guidance", const std::string& more = "") {
  return in(
      "2025-01-01", "2025-03-01",
      R"("distance_classes": ["near", "far"],
    "arrivals": [)" +
          people_on("p", {{"2025-01-10", 1}, {"2025-01-12", 1}},
                    R"("refer_to": "m", "people": {"attributes": {"distance": {"near": 1}}})") +
          R"(],
    "resources": [{"id": "seat", "kind": "places", "level": 1}],
    "measures": [{"id": "m", "label": {"en": ")" +
          label + R"(", "nl": "Begeleiding"}, "needs": [{"resource": "seat"}],
      "phases": [{"id": "a", "label": {"en": "Talk", "nl": "Gesprek"}, "duration": "10 days",
                  "gap": {"duration": "3 days"}},
                 {"id": "b", "duration": "5 days"}],
      "afterwards": [{"to": "job_nec", "p": 1}]}])" +
          more);
}

/// Person, activity, start, end and how it ended, of each row.
std::vector<std::string> told(const LogOf& log) {
  std::vector<std::string> lines;
  for (const auto& row : rows_of(log.csv)) {
    lines.push_back(row.at("person") + " | " + row.at("activity") + " | " + row.at("start") +
                    " | " + row.at("end") + " | " + row.at("open") + " | " + row.at("ended_by"));
  }
  return lines;
}

TEST(EventLog, TellsEveryStayOfAKnownHistory) {
  EXPECT_THAT(
      told(log_of(one_seat())),
      ElementsAre(
          "p:2025-01-10:0 | status: unemployed | 2025-01-10 | 2025-01-28 | no | job_nec",
          "p:2025-01-10:0 | waiting list: Guidance | 2025-01-10 | 2025-01-10 | no | started",
          "p:2025-01-10:0 | measure: Guidance | 2025-01-10 | 2025-01-28 | no | completed",
          "p:2025-01-10:0 | phase: Guidance, Talk | 2025-01-10 | 2025-01-20 | no | completed",
          "p:2025-01-10:0 | phase: Guidance, b | 2025-01-23 | 2025-01-28 | no | completed",
          "p:2025-01-10:0 | status: job, regular economy | 2025-01-28 |  | yes | ",
          "p:2025-01-12:0 | status: unemployed | 2025-01-12 | 2025-02-15 | no | job_nec",
          "p:2025-01-12:0 | waiting list: Guidance | 2025-01-12 | 2025-01-28 | no | started",
          "p:2025-01-12:0 | measure: Guidance | 2025-01-28 | 2025-02-15 | no | completed",
          "p:2025-01-12:0 | phase: Guidance, Talk | 2025-01-28 | 2025-02-07 | no | completed",
          "p:2025-01-12:0 | phase: Guidance, b | 2025-02-10 | 2025-02-15 | no | completed",
          "p:2025-01-12:0 | status: job, regular economy | 2025-02-15 |  | yes | "));
}

TEST(EventLog, HasTheColumnsThatAreDescribed) {
  const std::string csv = log_of(one_seat()).csv;
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "person,activity,start,end,kind,id,label,open,ended_by,distance,assessed_distance");
  const auto row = rows_of(csv)[4];
  EXPECT_EQ(row.at("kind"), "phase");
  EXPECT_EQ(row.at("id"), "m.b");
  EXPECT_EQ(row.at("label"), "b");
  EXPECT_EQ(row.at("distance"), "near");
  EXPECT_EQ(row.at("assessed_distance"), "unknown");
}

TEST(EventLog, SpeaksDutchToo) {
  const auto rows = rows_of(log_of(one_seat(), 1, Language::nl).csv);
  EXPECT_EQ(rows[1].at("activity"), "wachtlijst: Begeleiding");
  EXPECT_EQ(rows[3].at("activity"), "fase: Begeleiding, Gesprek");
  EXPECT_EQ(rows[3].at("kind"), "phase") << "the same in every language";
}

/// The moments of a trace: activity, transition and day.
std::vector<std::string> moments(const std::string& xes, const std::string& person) {
  const auto value = [&](const std::string& key, std::size_t from) {
    const std::string before = "key=\"" + key + "\" value=\"";
    const std::size_t at = xes.find(before, from) + before.size();
    return xes.substr(at, xes.find('"', at) - at);
  };
  std::size_t at = xes.find("\"" + person + "\"");
  const std::size_t end = xes.find("</trace>", at);
  std::vector<std::string> all;
  while ((at = xes.find("<event>", at)) < end) {
    all.push_back(value("time:timestamp", at).substr(0, 10) + " " +
                  value("lifecycle:transition", at) + " " + value("concept:name", at));
    ++at;
  }
  return all;
}

TEST(EventLog, TracesPutThingsInTheOrderInWhichTheyHappened) {
  EXPECT_THAT(
      moments(log_of(one_seat()).xes, "p:2025-01-10:0"),
      ElementsAre("2025-01-10 start status: unemployed", "2025-01-10 start waiting list: Guidance",
                  "2025-01-10 complete waiting list: Guidance",
                  "2025-01-10 start measure: Guidance", "2025-01-10 start phase: Guidance, Talk",
                  "2025-01-20 complete phase: Guidance, Talk",
                  "2025-01-23 start phase: Guidance, b", "2025-01-28 complete phase: Guidance, b",
                  "2025-01-28 complete measure: Guidance", "2025-01-28 complete status: unemployed",
                  "2025-01-28 start status: job, regular economy"));
}

TEST(EventLog, TakesEveryLabel) {
  const std::string hostile = R"(=<script>alert(\"&\")</script>'\t]]>)";
  const LogOf log = log_of(one_seat(hostile));
  EXPECT_EQ(rows_of(log.csv)[2].at("label"), "'=<script>alert(\"&\")</script>'\t]]>")
      << "no formula to a spreadsheet";
  EXPECT_THAT(log.xes, Not(HasSubstr("<script>")));
  EXPECT_THAT(log.xes, HasSubstr("measure: =&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;"
                                 "&apos;&#9;]]&gt;\""));
}

TEST(EventLog, WritesWhatXmlCanSayAndMarksTheRest) {
  const std::string mark = "\xEF\xBF\xBD";
  EXPECT_EQ(xml_value("a\x01"
                      "b\x7F"),
            "a" + mark + "b\x7F");
  EXPECT_EQ(xml_value(std::string_view("\0", 1)), mark);
  EXPECT_EQ(xml_value("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"),
            "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80");
  EXPECT_EQ(xml_value("\xE9"
                      "t\xC3"),
            mark + "t" + mark)
      << "not UTF-8";
  EXPECT_EQ(xml_value("\xEF\xBF\xBE\xEF\xBF\xBF"), mark + mark);
  EXPECT_EQ(xml_value("\r\n"), "&#13;&#10;");
}

TEST(EventLog, TellsThingsWithOneLabelApart) {
  std::string json = one_seat("b");
  json = with(json, R"("id": "a", "label": {"en": "Talk", "nl": "Gesprek"})",
              R"("id": "a", "label": {"en": "b", "nl": "b"})");
  const auto rows = rows_of(log_of(json).csv);
  EXPECT_EQ(rows[3].at("activity"), "phase: b, b (m.a)");
  EXPECT_EQ(rows[4].at("activity"), "phase: b, b (m.b)");
  EXPECT_EQ(rows[2].at("activity"), "measure: b");
}

TEST(EventLog, TellsWhoWasThereAtTheStartFromBefore) {
  const auto lines = told(log_of(in("2025-01-01", "2025-02-01", R"(
    "stock": [{"id": "s", "people": 1, "in": "m", "elapsed": "40 days"},
              {"id": "w", "people": 1, "waiting_for": "m", "elapsed": "20 days"},
              {"id": "j", "people": 1, "status": "job_nec", "elapsed": "70 days"}],
    "resources": [{"id": "seat", "kind": "places", "level": 1}],
    "measures": [{"id": "m", "status": "job_sec", "needs": [{"resource": "seat"}],
                  "phases": [{"id": "a", "duration": "50 days"},
                             {"id": "b", "duration": "50 days"}]}])")));
  EXPECT_THAT(lines, ElementsAre("s:0 | measure: m | 2024-11-22 |  | yes | ",
                                 "s:0 | status: job, social economy | 2024-11-22 |  | yes | ",
                                 "s:0 | phase: m, a | 2024-11-22 | 2025-01-11 | no | completed",
                                 "s:0 | phase: m, b | 2025-01-11 |  | yes | ",
                                 "w:0 | waiting list: m | 2024-12-12 |  | yes | ",
                                 "w:0 | status: unemployed | 2025-01-01 |  | yes | ",
                                 "j:0 | status: job, regular economy | 2024-10-23 |  | yes | "));
}

TEST(EventLog, SaysWhereDividedResourcesServeSomebody) {
  const LogOf log = log_of(in("2025-01-01", "2025-02-01",
                              R"(
    "attributes": [{"id": "region", "values": ["north", "south"],
                    "shares": {"north": 0, "south": "rest"}}],
    "arrivals": [)" + people_on("p", {{"2025-01-10", 1}}, R"("refer_to": "m")") +
                                  R"(],
    "resources": [{"id": "seat", "kind": "places", "level": 4,
                   "split": {"by": "region", "shares": {"north": 0.5, "south": "rest"}}}],
    "measures": [{"id": "m", "needs": [{"resource": "seat"}],
                  "phases": [{"id": "a", "duration": "50 days"}]}])"));
  EXPECT_THAT(log.xes, HasSubstr("<string key=\"org:group\" value=\"south\"/>"));
  EXPECT_THAT(log.xes, Not(HasSubstr("<string key=\"org:group\" value=\"north\"/>")));
}

TEST(EventLog, SamplesTheSamePeopleWhateverThePolicy) {
  const auto people_of = [](const std::string& level) {
    std::set<std::string> names;
    const LogOf log = log_of(in("2025-01-01", "2026-01-01",
                                R"(
      "arrivals": [{"id": "p", "per_year": 400, "refer_to": "m"}],
      "resources": [{"id": "seat", "kind": "places", "level": )" +
                                    level + R"(}],
      "measures": [{"id": "m", "needs": [{"resource": "seat"}],
                    "phases": [{"id": "a", "duration": "50 days"}]}])"),
                             7);
    for (const auto& row : rows_of(log.csv)) names.insert(row.at("person"));
    return names;
  };
  const auto few = people_of("5");
  EXPECT_EQ(few, people_of("500"));
  // Binomial(400 or so, 1/7), five standard errors.
  EXPECT_NEAR(static_cast<double>(few.size()), 400 / 7.0, 5 * std::sqrt(400 / 7.0));
}

}  // namespace
}  // namespace doorstroom::tests
