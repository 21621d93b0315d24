#include "report/event_log.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "report/event_log_csv.hpp"
#include "report/event_log_xes.hpp"
#include "scenario/compile.hpp"
#include "study/experiment.hpp"
#include "study/forecast.hpp"

namespace doorstroom {

namespace {

bool has_csv(EventLogFormat format) {
  return format != EventLogFormat::xes;
}
bool has_xes(EventLogFormat format) {
  return format != EventLogFormat::csv;
}

/// Stays that are held in memory at once: 48 MB.
constexpr std::size_t most_stays_in_memory = 1'000'000;

/// Calls visit(stays) for the stays of each person in turn; `take` gives stays in the order of
/// people.
template <class Stays, class Visit>
void for_each_person(Stays& stays, Visit visit) {
  std::vector<Stay> of_person;
  stays.visit_in_order([&](const Stay& stay) {
    if (!of_person.empty() && of_person.front().number != stay.number) {
      visit(of_person);
      of_person.clear();
    }
    of_person.push_back(stay);
  });
  if (!of_person.empty()) visit(of_person);
}

XesLog about(const scenario::Scenario& scenario, const EventLogPlan& plan, Language language) {
  return {scenario.name, label_or(language, scenario.title, scenario.name), scenario.horizon,
          plan.wish.replication, 1 / scenario.scale};
}

/// "1.3 GB", "48 MB", "under 1 MB".
std::string size_text(Language language, double bytes) {
  constexpr double mega = 1e6;
  constexpr double giga = 1e9;
  if (bytes >= giga) return number(language, bytes / giga, 1) + " GB";
  if (bytes >= mega) return number(language, bytes / mega) + " MB";
  return language == Language::nl ? "minder dan 1 MB" : "less than 1 MB";
}

/// To two digits, downwards: what is advised should do.
double rounded_down(double value) {
  const double unit = std::pow(10, std::floor(std::log10(std::max(value, 10.0))) - 1);
  return std::max(1.0, std::floor(value / unit) * unit);
}

}  // namespace

EventLogPlan plan_event_log(const scenario::Scenario& scenario, const EventLogWish& wish) {
  constexpr double few = 2000;
  EventLogPlan plan{wish};
  const double all = expected_people(scenario::compile(scenario));
  const double wanted = wish.people ? static_cast<double>(*wish.people) : all;
  if (wanted < all) plan.every = static_cast<std::uint64_t>(std::ceil(all / wanted));
  plan.people = all / static_cast<double>(plan.every);
  const scenario::Scenario smaller = with_few_people(scenario, all, few);
  const Experiment experiment(smaller);
  const EventNames names(smaller, experiment.model(), Language::en);
  ExternalSort<Stay, InOrderOfPeople> stays({}, ~std::size_t{0});
  StayRecorder recorder(experiment.model(), 1, [&](const Stay& stay) { stays.add(stay); });
  experiment.listen(0, {}, {&recorder});
  double bytes = 0;
  for_each_person(stays, [&](const std::vector<Stay>& of_person) {
    std::string text;
    if (has_csv(wish.format)) append_event_csv(names, experiment.model(), of_person, text);
    if (has_xes(wish.format)) append_xes_trace(names, experiment.model(), of_person, text);
    bytes += static_cast<double>(text.size());
  });
  plan.bytes = bytes * plan.people / std::max<double>(1, recorder.people());
  return plan;
}

std::string event_log_announcement(const EventLogPlan& plan, Language language) {
  const bool nl = language == Language::nl;
  const auto say = [&](const char* dutch, const char* english, const auto&... values) {
    return fmt::format(fmt::runtime(nl ? dutch : english), values...);
  };
  const std::string people = number(language, plan.people);
  const std::string size = size_text(language, plan.bytes);
  if (plan.bytes <= largest_event_log) {
    const std::string whom = plan.every == 1 ? "" : say(" (1 op {})", " (1 in {})", plan.every);
    return say("Gebeurtenissen van ongeveer {} mensen{} in replicatie {}: {}.",
               "Event log of about {} people{} in replication {}: {}.", people, whom,
               plan.wish.replication, size);
  }
  const auto would_do =
      static_cast<std::int64_t>(rounded_down(plan.people * largest_event_log / plan.bytes));
  return say(
      "de gebeurtenissen van ongeveer {} mensen nemen ongeveer {} in, en meer dan {} mag niet; "
      "--event-log-people {} past wel",
      "an event log of about {} people takes about {}, and more than {} is not allowed; "
      "--event-log-people {} would do",
      people, size, size_text(language, largest_event_log), would_do);
}

/// A file that is written in large pieces.
class EventLogFiles::Text final {
 public:
  Text(const ResultDirectory& directory, std::string name)
      : name_(std::move(name)), file_(directory.begin(name_)) {}

  std::string& text() { return text_; }
  void flush_if_large() {
    constexpr std::size_t large = std::size_t{1} << 20U;
    if (text_.size() >= large) flush();
  }
  void close(std::map<std::string, std::string>& digests) {
    flush();
    file_.close();
    digests[name_] = sha256_of(file_.file());
  }

 private:
  void flush() {
    file_.append(text_);
    text_.clear();
  }

  std::string name_;
  ResultFile file_;
  std::string text_;
};

EventLogFiles::EventLogFiles(const scenario::Scenario& scenario, const EventLogPlan& plan,
                             const ResultDirectory& directory, Language language)
    : scenario_(scenario),
      plan_(plan),
      directory_(directory),
      language_(language),
      model_(scenario::compile(scenario)),
      names_(scenario, model_, language),
      stays_(directory.workplace(), most_stays_in_memory),
      recorder_(model_, plan.every, [this](const Stay& stay) {
        ++number_of_stays_;
        stays_.add(stay);
      }) {}

void EventLogFiles::write_all(std::optional<Text>& csv, std::optional<Text>& xes) {
  for_each_person(stays_, [&](const std::vector<Stay>& of_person) {
    if (csv) append_event_csv(names_, model_, of_person, csv->text());
    if (xes) append_xes_trace(names_, model_, of_person, xes->text());
    for (std::optional<Text>* file : {&csv, &xes}) {
      if (*file) (*file)->flush_if_large();
    }
  });
}

EventLogFacts EventLogFiles::finish() {
  std::optional<Text> csv;
  std::optional<Text> xes;
  if (has_csv(plan_.wish.format)) csv.emplace(directory_, "events.csv");
  if (has_xes(plan_.wish.format)) xes.emplace(directory_, "events.xes");
  if (csv) csv->text() = event_csv_header(names_);
  if (xes) xes->text() = xes_beginning(names_, about(scenario_, plan_, language_));
  write_all(csv, xes);
  if (xes) xes->text() += xes_end();
  EventLogFacts facts{
      {}, plan_.wish.replication, plan_.every, recorder_.people(), number_of_stays_, language_};
  if (csv) csv->close(facts.digests);
  if (xes) xes->close(facts.digests);
  return facts;
}

}  // namespace doorstroom
