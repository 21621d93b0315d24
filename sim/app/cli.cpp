#include "app/cli.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/run.hpp"
#include "doorstroom/version.hpp"

#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/terminal.hpp"
#include "base/files.hpp"
#include "base/nearest_name.hpp"
#include "engine/replication.hpp"
#include "scenario/source.hpp"
#include "sweep/vary.hpp"
#include "workbook/parameter_file.hpp"
#include "workbook/read_sheet.hpp"

namespace doorstroom {

namespace {

std::string version_text() {
  return fmt::format("doorstroom {} ({})", version(), commit());
}

/// Dutch where the environment says so.
Language usual_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).starts_with("nl") ? Language::nl : Language::en;
    }
  }
  return Language::en;
}

/// The command line, quoted where a shell needs it.
std::string as_typed(int argc, const char* const* argv) {
  std::string line = "doorstroom";
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const bool plain =
        !word.empty() &&
        word.find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,@%+") ==
            std::string::npos;
    line += ' ';
    if (plain) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char c : word) line += c == '\'' ? std::string("'\\''") : std::string(1, c);
    line += '\'';
  }
  return line;
}

constexpr int most_replications = 100'000;
constexpr std::uint64_t largest_seed = 9'000'000'000'000'000'000U;  // also of a scenario

/// A number from low to high in plain decimals, or the word; what is written otherwise ("0x10",
/// "010", "nan") is refused or means what it seems to mean.
template <class Number>
CLI::Validator within(Number low, Number high, std::string_view word = {}) {
  std::string allowed = fmt::format("{} to {}", low, high);
  if (!word.empty()) allowed += fmt::format(", or {}", word);
  const auto check = [=](std::string& text) -> std::string {
    if (!word.empty() && text == word) return {};
    Number value{};
    const char* end = text.data() + text.size();
    const auto [read, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || read != end || !(value >= low && value <= high)) {
      return fmt::format("\"{}\" is not allowed; allowed is {}", text, allowed);
    }
    text = fmt::format("{}", value);
    return {};
  };
  return {check, allowed};
}

/// One of some words.
CLI::Validator one_of(const std::vector<std::string>& words) {
  const auto check = [=](const std::string& text) -> std::string {
    if (std::ranges::find(words, text) != words.end()) return {};
    return fmt::format("\"{}\" is not allowed; {}", text,
                       did_you_mean_or(text, words, "allowed are"));
  };
  return {check, fmt::format("{}", fmt::join(words, ", "))};
}

/// All commands with their options, and which one was asked for.
class CommandLine final {
 public:
  CommandLine() {
    app_.set_version_flag("--version,-V", version_text());
    app_.require_subcommand(1);
    app_.footer(
        "Exit codes: 0 ok, 2 usage, 3 invalid scenario, 4 target unreachable, 5 audit "
        "failed, 6 input/output, 70 internal, 130 interrupted.");
    add_run();
    add_compare();
    add_sweep();
    add_drivers();
    add_check();
    add_trace();
    add_size();
    add_assure();
    add_report();
    add_export();
    add_import();
    add_schema();
    app_.add_option("--lang", language_, "Language of texts: nl or en.")
        ->check(CLI::IsMember({"nl", "en"}));
  }

  ExitCode go(int argc, const char* const* argv) {
    common_.command_line = as_typed(argc, argv);
    app_.parse(argc, argv);
    common_.language = language_.empty()   ? usual_language()
                       : language_ == "nl" ? Language::nl
                                           : Language::en;
    common_.language_is_asked = !language_.empty();
    return chosen_();
  }
  /// Says what is wrong with the command line, or the help or the version that was asked for.
  ExitCode answer(const CLI::ParseError& error) const {
    std::ostringstream help;
    std::ostringstream complaint;
    const bool is_asked_for = app_.exit(error, help, complaint) == 0;
    print(stdout, help.str());
    std::fputs(complaint.str().c_str(), stderr);
    return is_asked_for ? ExitCode::ok : ExitCode::usage;
  }

 private:
  void add_run() {
    CLI::App* run = app_.add_subcommand("run", "Simulate a scenario and write its results.");
    run->add_option("SCENARIO", run_.scenario, "Scenario file.")->required();
    add_study(run, run_.study, "output/<name>");
    add_replications_or_auto(run, run_.study, run_.automatic, "headline figure");
    add_event_log(run, run_.event_log);
    run->callback([this] { chosen_ = [this] { return run_command(run_, common_); }; });
  }

  /// A flag with a value, so that a file name behind it stays a file name.
  static void add_event_log(CLI::App* run, EventLogOption& log) {
    CLI::Option* asked =
        run->add_flag("--event-log{csv}", log.format,
                      "The lives of people too, for process mining: csv, xes (IEEE 1849) or both.")
            ->check(one_of({"csv", "xes", "both"}));
    run->add_option("--event-log-people", log.people,
                    "Of about so many people at most, instead of all of them.")
        ->transform(within(std::int64_t{1}, std::int64_t{1'000'000'000}))
        ->needs(asked);
    run->add_option("--event-log-replication", log.replication, "In which replication, from 0 [0].")
        ->transform(within(0, most_replications - 1))
        ->needs(asked);
  }

  /// -r with a number or auto, and what belongs to auto; `of`: what must be known closely.
  static void add_replications_or_auto(CLI::App* command, StudyOptions& study,
                                       AutomaticOption& automatic, const std::string& of) {
    command
        ->add_option_function<std::string>(
            "-r,--replications",
            [&study, &automatic](const std::string& text) {
              automatic.asked = text == "auto";
              if (!automatic.asked) study.replications = std::stoll(text);
            },
            "Number of replications, or auto: as many as the precision takes.")
        ->transform(within(1, most_replications, "auto"));
    command
        ->add_option(
            "--precision", automatic.wanted.precision,
            "With -r auto: half the 95 % interval of each " + of + ", as a share of it [0.05].")
        ->transform(within(0.0001, 1.0));
    command
        ->add_option("--max-replications", automatic.wanted.most,
                     "With -r auto: never more [1000].")
        ->transform(within(10, most_replications));
    command->parse_complete_callback([command, &automatic] {
      for (const char* option : {"--precision", "--max-replications"}) {
        if (!automatic.asked && command->count(option) > 0) {
          throw CLI::RequiresError(option, "-r auto");
        }
      }
    });
  }

  void add_compare() {
    CLI::App* compare = app_.add_subcommand(
        "compare", "Simulate scenarios on the same people and say what differs.");
    compare->add_option("BASE", compare_.base, "Scenario file to compare with.")->required();
    compare->add_option("ALTERNATIVE", compare_.alternatives, "Scenario files to compare.")
        ->required()
        ->expected(1, 50);
    add_study(compare, compare_.study, "output/<base>-vs-<alternative>");
    add_replications_or_auto(compare, compare_.study, compare_.automatic,
                             "difference of a headline figure");
    compare->callback([this] { chosen_ = [this] { return compare_command(compare_, common_); }; });
  }

  void add_sweep() {
    CLI::App* sweep = app_.add_subcommand(
        "sweep", "Simulate a scenario for many values of some of its numbers; one table.");
    sweep->add_option("SCENARIO", sweep_.scenario, "Scenario file.")->required();
    CLI::Option* vary = sweep
                            ->add_option("--vary", sweep_.vary,
                                         "PATH=1100,1200 or PATH=1000..1400:100, with PATH as in "
                                         "tables/parameters.csv; several give every combination.")
                            ->allow_extra_args(false);
    sweep
        ->add_flag("--together", sweep_.together,
                   "The first values of all --vary together, then the second ones, and so on.")
        ->needs(vary);
    sweep
        ->add_option("--list", sweep_.list,
                     "CSV file of points, instead of --vary: the first line has the PATHs.")
        ->excludes(vary);
    sweep
        ->add_option("--tables", sweep_.tables,
                     "Further tables of which all figures are kept: series,budget,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    add_study(sweep, sweep_.study, "output/<name>-sweep");
    add_replications(sweep, sweep_.study);
    sweep->callback([this] { chosen_ = [this] { return sweep_command(sweep_, common_); }; });
  }

  void add_drivers() {
    CLI::App* drivers = app_.add_subcommand(
        "drivers",
        "Say what drives the carousel: the same people without one cause after another.");
    drivers->add_option("SCENARIO", drivers_.scenario, "Scenario file.")->required();
    drivers
        ->add_option("--causes", drivers_.causes,
                     "Only these: screening,gaps,places,rights,aftercare.")
        ->delimiter(',')
        ->allow_extra_args(false);
    add_study(drivers, drivers_.study, "output/<name>-drivers");
    add_replications_or_auto(drivers, drivers_.study, drivers_.automatic,
                             "share of the carousel that goes with a cause");
    drivers->callback([this] { chosen_ = [this] { return drivers_command(drivers_, common_); }; });
  }

  /// Options that studies share, but for the number of replications and whether they can be
  /// resumed.
  void add_results(CLI::App* command, StudyOptions& study, const std::string& usual_output) {
    command->add_option("-o,--output", study.output,
                        "Directory for the results [" + usual_output + "].");
    command->add_option("-j,--threads", study.threads, "Threads; results do not depend on it.")
        ->transform(within(1, 1024));
    command->add_option("--seed", study.seed, "Seed, instead of the scenario's.")
        ->transform(within(std::uint64_t{0}, largest_seed));
    add_scale(command, study.scale);
    command->add_flag("--force", study.force, "Replace results that are there already.");
    command->add_flag("-q,--quiet", study.quiet, "No progress, no summary.");
    command->add_flag("--no-workbook", study.no_workbook, "No results.xlsx for spreadsheets.");
    add_language(command);
  }

  void add_study(CLI::App* command, StudyOptions& study, const std::string& usual_output) {
    add_results(command, study, usual_output);
    command->add_flag("--resume", study.resume, "Go on with a study that was stopped.");
  }

  static void add_replications(CLI::App* command, StudyOptions& study) {
    command->add_option("-r,--replications", study.replications, "Number of replications.")
        ->transform(within(1, most_replications));
  }

  void add_check() {
    CLI::App* check =
        app_.add_subcommand("check", "Say everything that can be said without simulating.");
    check->add_option("SCENARIO", check_.scenario, "Scenario file.")->required();
    add_scale(check, check_.scale);
    check->add_flag("--brief", check_.brief, "Leave out the list of assumptions.");
    add_language(check);
    check->callback([this] { chosen_ = [this] { return check_command(check_, common_); }; });
  }

  void add_trace() {
    CLI::App* trace = app_.add_subcommand("trace", "Follow one person through a replication.");
    trace->add_option("SCENARIO", trace_.scenario, "Scenario file.")->required();
    trace
        ->add_option("--person", trace_.person,
                     "Who: stream:2019-03-12:4 or, for the stock, group:17.")
        ->required();
    trace->add_option("--replication", trace_.replication, "Which replication, from 0.")
        ->transform(within(0, 1000000));
    trace->add_option("--seed", trace_.seed, "Seed, instead of the scenario's.")
        ->transform(within(std::uint64_t{0}, largest_seed));
    add_scale(trace, trace_.scale);
    add_language(trace);
    trace->callback([this] { chosen_ = [this] { return trace_command(trace_, common_); }; });
  }

  void add_size() {
    CLI::App* size = app_.add_subcommand(
        "size", "Find the cheapest path of a resource that meets targets, year by year.");
    size->add_option("SCENARIO", size_.scenario, "Scenario file.")->required();
    size->add_option("--resource", size_.resource, "The resource to size.")->required();
    size->add_option("--target", size_.targets,
                     "What must hold, for example \"waiting_after(90 days) <= 10 %\"; all of "
                     "several.")
        ->required()
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    size->add_option("--years", size_.years, "2019-2025 or 2019,2021 [all that can be judged].");
    size->add_option("--probability", size_.probability, "With which it must hold in each year.")
        ->transform(within(0.01, 0.99));
    size->add_option("-r,--replications", size_.study.replications,
                     "Replications to search with [40]; the path is judged on four times as many.")
        ->transform(within(2, most_replications));
    size->add_flag("--under-budget", size_.under_budget, "Budgets that only count bind.");
    add_results(size, size_.study, "output/<name>-size");
    size->callback([this] { chosen_ = [this] { return size_command(size_, common_); }; });
  }

  void add_assure() {
    CLI::App* assure = app_.add_subcommand(
        "assure", "Fill in the checklist of a simulation study (STRESS) from a finished run.");
    assure->add_option("RUN_DIR", assure_.directory, "Directory of a finished run.")->required();
    assure->add_option("-o,--output", assure_.output, "File to write [RUN_DIR/assurance.md].");
    assure->add_flag("--force", assure_.force, "Replace a file that is there already.");
    add_language(assure);
    assure->callback([this] { chosen_ = [this] { return assure_command(assure_, common_); }; });
  }

  void add_report() {
    CLI::App* report = app_.add_subcommand(
        "report", "Make report.html and results.xlsx of a finished result again.");
    report->add_option("DIRECTORY", report_.directory, "Directory of a result.")->required();
    add_language(report);
    report->callback([this] { chosen_ = [this] { return report_command(report_, common_); }; });
  }

  void add_export() {
    CLI::App* command = app_.add_subcommand("export-parameters",
                                            "Write every number of a scenario into a spreadsheet.");
    command->add_option("SCENARIO", export_.scenario, "Scenario file.")->required();
    command->add_option("-o,--output", export_.output, "parameters.xlsx or parameters.csv.")
        ->required();
    command->add_flag("--force", export_.force, "Replace a file that is there already.");
    add_language(command);
    command->callback([this] { chosen_ = [this] { return export_command(export_, common_); }; });
  }

  void add_import() {
    CLI::App* command = app_.add_subcommand(
        "import-parameters", "Make a scenario with the numbers of a changed spreadsheet.");
    command->add_option("SCENARIO", import_.scenario, "Scenario file that was exported.")
        ->required();
    command->add_option("PARAMETERS", import_.parameters, "Changed .xlsx or .csv file.")
        ->required();
    command->add_option("-o,--output", import_.output, "Scenario file to write.")->required();
    command->add_flag("--force", import_.force, "Replace a file that is there already.");
    add_language(command);
    command->callback([this] { chosen_ = [this] { return import_command(import_, common_); }; });
  }

  void add_schema() {
    CLI::App* schema = app_.add_subcommand("schema", "Print the JSON Schema of scenario files.");
    schema->add_flag("--reference", schema_.reference,
                     "Print the reference page on scenario files instead (Markdown).");
    schema->callback([this] { chosen_ = [this] { return schema_command(schema_); }; });
  }

  static void add_scale(CLI::App* command, std::optional<double>& scale) {
    command
        ->add_option("--scale", scale,
                     "Share of the people to simulate (0.1: a tenth), instead of the scenario's.")
        ->transform(within(scenario::smallest_scale, 1.0));
  }

  void add_language(CLI::App* command) {
    command->add_option("--lang", language_, "Language of texts: nl or en.")
        ->check(CLI::IsMember({"nl", "en"}));
  }

  CLI::App app_{
      "Doorstroom: capacity planning for activation policy. People, places, euro and "
      "waiting lists, day by day.",
      "doorstroom"};
  CommonOptions common_;
  std::string language_;
  RunCommand run_;
  CompareCommand compare_;
  SweepCommand sweep_;
  DriversCommand drivers_;
  CheckCommand check_;
  TraceCommand trace_;
  SizeCommand size_;
  AssureCommand assure_;
  ReportCommand report_;
  ExportCommand export_;
  ImportCommand import_;
  SchemaCommand schema_;
  std::function<ExitCode()> chosen_;
};

int failed(ExitCode code, const std::string& message) {
  std::fputs(("doorstroom: " + message + "\n").c_str(), stderr);
  return number_of(code);
}

std::string listing(const ScenarioError& error) {
  std::string text = error.diagnostics().size() == 1
                         ? "the scenario has a problem"
                         : fmt::format("the scenario has {} problems", error.diagnostics().size());
  for (const Diagnostic& diagnostic : error.diagnostics()) text += "\n" + to_text(diagnostic);
  if (error.diagnostics().size() >= scenario::Sources::most_problems) text += "\nand perhaps more";
  return text;
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  try {
    occupy_closed_streams();
    watch_for_interrupts();
    CommandLine line;
    try {
      return number_of(line.go(argc, argv));
    } catch (const CLI::ParseError& error) {
      return number_of(line.answer(error));
    }
  } catch (const ScenarioError& error) {
    return failed(ExitCode::invalid_scenario, listing(error));
  } catch (const PointsError& error) {
    return failed(ExitCode::usage, error.what());
  } catch (const ParameterFileError& error) {
    return failed(ExitCode::usage, error.what());
  } catch (const SheetError& error) {
    return failed(ExitCode::input_output, error.what());
  } catch (const AuditFailure& error) {
    return failed(ExitCode::audit_failed, error.what());
  } catch (const FileError& error) {
    return failed(ExitCode::input_output, error.what());
  } catch (const RunStopped& stopped) {
    return failed(ExitCode::interrupted, stopped.what());
  } catch (const std::bad_alloc&) {
    return failed(ExitCode::internal, "out of memory");
  } catch (const std::exception& error) {
    return failed(ExitCode::internal, std::string("internal error: ") + error.what());
  }
}

}  // namespace doorstroom
