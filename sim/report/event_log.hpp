// An event log: the lives of people of one replication, stay by stay, for process mining.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "doorstroom/scenario/scenario.hpp"

#include "base/external_sort.hpp"
#include "base/files.hpp"
#include "record/stay_recorder.hpp"
#include "report/event_names.hpp"
#include "report/language.hpp"

namespace doorstroom {

enum class EventLogFormat : std::uint8_t { csv, xes, both };

struct EventLogWish {
  EventLogFormat format = EventLogFormat::csv;
  /// About so many people, at most; none: all.
  std::optional<std::int64_t> people;
  std::uint32_t replication = 0;
};

/// What a log will be like, as far as that can be known before.
struct EventLogPlan {
  EventLogWish wish;
  std::uint64_t every = 1;  // each how-manieth person, by the key of their luck
  double people = 0;        // in the log
  double bytes = 0;         // of its files
};

/// A log may be so large: what tools for process mining read is far smaller.
inline constexpr double largest_event_log = 2e9;

/// Simulates a few people of the scenario to see what each of them takes.
EventLogPlan plan_event_log(const scenario::Scenario& scenario, const EventLogWish& wish);

/// How large the log will be, in one line; where it is too large, what would do instead.
std::string event_log_announcement(const EventLogPlan& plan, Language language);

/// What a log that was written is like, for the manifest.
struct EventLogFacts {
  std::map<std::string, std::string> digests;  // by name of the file
  std::uint32_t replication = 0;
  std::uint64_t every = 1;
  std::uint32_t people = 0;
  std::uint64_t stays = 0;
  Language language = Language::en;  // of labels and activities
};

/// events.csv and events.xes in the making. Stays wait on the disk of the result until all are
/// there, since those of one person stand together.
class EventLogFiles final {
 public:
  EventLogFiles(const scenario::Scenario& scenario, const EventLogPlan& plan,
                const ResultDirectory& directory, Language language);

  /// Who is to listen to the replication.
  [[nodiscard]] Recorder& recorder() { return recorder_; }
  /// Writes the files. Throws FileError.
  EventLogFacts finish();

 private:
  class Text;
  void write_all(std::optional<Text>& csv, std::optional<Text>& xes);

  const scenario::Scenario& scenario_;
  EventLogPlan plan_;
  const ResultDirectory& directory_;
  Language language_;
  Model model_;
  EventNames names_;
  ExternalSort<Stay, InOrderOfPeople> stays_;
  std::uint64_t number_of_stays_ = 0;
  StayRecorder recorder_;
};

}  // namespace doorstroom
