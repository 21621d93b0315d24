// What each command of the program is asked to do, and the commands themselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "doorstroom/run.hpp"

#include "app/exit_codes.hpp"
#include "report/language.hpp"

namespace doorstroom {

/// What all commands share.
struct CommonOptions {
  Language language = Language::en;
  /// The command line as it can be typed again.
  std::string command_line;
};

/// What the commands share that simulate a scenario many times and write a directory.
struct StudyOptions {
  std::optional<std::filesystem::path> output;
  std::optional<std::int64_t> replications;
  int threads = 0;
  std::optional<std::uint64_t> seed;
  std::optional<double> scale;
  bool force = false;
  bool quiet = false;
  /// Go on with what an earlier, stopped study has finished.
  bool resume = false;
};

/// `-r auto`: as many replications as it takes.
struct AutomaticOption {
  bool asked = false;
  AutomaticReplications wanted;
};

/// `--event-log`: the lives of people too.
struct EventLogOption {
  std::string format;  // csv, xes or both; empty: not asked for
  std::optional<std::int64_t> people;
  std::uint32_t replication = 0;
};

struct RunCommand {
  std::filesystem::path scenario;
  StudyOptions study;
  AutomaticOption automatic;
  EventLogOption event_log;
};

struct CompareCommand {
  std::filesystem::path base;
  std::vector<std::filesystem::path> alternatives;
  StudyOptions study;
  AutomaticOption automatic;
};

struct SweepCommand {
  std::filesystem::path scenario;
  /// "PATH=values", each.
  std::vector<std::string> vary;
  /// First values together, second ones together, instead of every combination.
  bool together = false;
  /// CSV file of points, instead of `vary`.
  std::filesystem::path list;
  /// Further tables to be kept in full.
  std::vector<std::string> tables;
  StudyOptions study;
};

struct CheckCommand {
  std::filesystem::path scenario;
  std::optional<double> scale;
  /// Leave out the list of assumptions.
  bool brief = false;
};

struct TraceCommand {
  std::filesystem::path scenario;
  std::string person;
  std::uint32_t replication = 0;
  std::optional<std::uint64_t> seed;
  std::optional<double> scale;
};

struct SizeCommand {
  std::filesystem::path scenario;
  std::string resource;
  std::vector<std::string> targets;
  std::string years;  // "2019-2025"; empty: all that can be judged
  double probability = 0.9;
  bool under_budget = false;
  StudyOptions study;  // cannot be resumed
};

struct AssureCommand {
  std::filesystem::path directory;  // of a finished run
  std::optional<std::filesystem::path> output;
  bool force = false;
};

struct SchemaCommand {
  /// The page for people instead of the schema for editors.
  bool reference = false;
};

ExitCode run_command(const RunCommand& command, const CommonOptions& common);
ExitCode compare_command(const CompareCommand& command, const CommonOptions& common);
ExitCode sweep_command(const SweepCommand& command, const CommonOptions& common);
ExitCode check_command(const CheckCommand& command, const CommonOptions& common);
ExitCode trace_command(const TraceCommand& command, const CommonOptions& common);
ExitCode size_command(const SizeCommand& command, const CommonOptions& common);
ExitCode assure_command(const AssureCommand& command, const CommonOptions& common);
ExitCode schema_command(const SchemaCommand& command);

}  // namespace doorstroom
