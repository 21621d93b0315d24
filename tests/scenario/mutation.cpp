#include "scenario/mutation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <random>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "doorstroom/load.hpp"

#include "scenario/broken.hpp"
#include "scenario/compile.hpp"
#include "scenario/paths.hpp"
#include "scenario/program.hpp"
#include "support/random_scenario.hpp"
#include "support/simulation.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

class Mutator final {
 public:
  Mutator(const std::string& scenario, std::uint64_t seed)
      : json_(Json::parse(scenario)), random_(seed) {}

  Mutant mutate() {
    // Half of them change numbers only, and are more often simulated.
    const bool numbers_only = below(2) == 0;
    const int changes = 1 + below(3);
    for (int i = 0; i < changes; ++i) change(numbers_only);
    Mutant mutant{json_.dump(1), true, changes_};
    constexpr int one_in = 8;
    if (!numbers_only && below(one_in) == 0) break_text(mutant);
    return mutant;
  }

 private:
  int below(std::size_t n) {
    return static_cast<int>(std::uniform_int_distribution<std::size_t>(0, n - 1)(random_));
  }
  template <class T>
  const T& any(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(below(items.size()))];
  }

  void collect(const Json& json, const Pointer& at, std::vector<Pointer>& all) const {
    if (!at.empty()) all.push_back(at);
    if (json.is_object()) {
      for (const auto& [key, value] : json.items()) collect(value, at / key, all);
    } else if (json.is_array()) {
      for (std::size_t i = 0; i < json.size(); ++i) collect(json[i], at / i, all);
    }
  }

  void erase(const Pointer& at) {
    Json& parent = json_[at.parent_pointer()];
    if (parent.is_array()) {
      parent.erase(std::stoul(at.back()));
    } else {
      parent.erase(at.back());
    }
  }

  void rename(const Pointer& at, const Pointer& like) {
    Json& parent = json_[at.parent_pointer()];
    if (!parent.is_object()) return;
    Json value = std::move(parent[at.back()]);
    parent.erase(at.back());
    parent[like.back()] = std::move(value);
  }

  void duplicate(const Pointer& at) {
    Json& parent = json_[at.parent_pointer()];
    if (parent.is_array()) parent.push_back(Json(json_[at]));
  }

  Json extreme() {
    static const std::vector<Json> all{0,
                                       -1,
                                       1,
                                       2,
                                       1e308,
                                       1e-308,
                                       1e9,
                                       1e13,
                                       0.5,
                                       1e-9,
                                       9007199254740993,
                                       -0.0,
                                       100000,
                                       255,
                                       256,
                                       65536,
                                       4294967296,
                                       nullptr,
                                       true,
                                       "",
                                       "rest",
                                       "0 days",
                                       "1000000 days",
                                       "0.000001 days",
                                       "1000000 years",
                                       "1970-01-01",
                                       "2199-12-31",
                                       Json::array(),
                                       Json::object(),
                                       "é\n\"\\"};
    return any(all);
  }

  Json extreme_number() {
    static const std::vector<Json> all{0,     1,  2,   1e-308, 1e-9,  1e-4,   0.5,          0.999,
                                       1.5,   10, 255, 1000,   65536, 1e6,    1e9,          1e13,
                                       1e308, -1, 366, 63,     12,    100000, 1000000000000};
    return any(all);
  }

  Json scaled(const Json& number) {
    static const std::vector<double> factors{0, -1, 0.001, 0.1, 2, 10, 1000, 1e6};
    const double value = number.get<double>() * any(factors);
    const bool whole = number.is_number_integer() && value == std::floor(value);
    constexpr double exact = 9e15;
    if (whole && std::abs(value) < exact) return static_cast<std::int64_t>(value);
    return value;
  }

  void change(bool numbers_only) {
    std::vector<Pointer> all;
    collect(json_, Pointer(), all);
    if (all.empty()) return;
    const Pointer at = any(all);
    const Pointer other = any(all);
    constexpr int kinds = 8;
    const int kind = numbers_only ? 6 + below(2) : below(kinds);
    static constexpr std::array<const char*, kinds> names{
        "remove", "replace", "swap", "rename", "duplicate", "extreme", "scale", "extreme number"};
    changes_ += std::string(names[static_cast<std::size_t>(kind)]) + " " + at.to_string() + " (" +
                other.to_string() + "); ";
    switch (kind) {
      case 0:
        return erase(at);
      case 1:
        json_[at] = Json(json_[other]);
        return;
      case 2: {
        Json first = json_[at];
        const Json second = json_[other];
        const bool nested = at.to_string().starts_with(other.to_string()) ||
                            other.to_string().starts_with(at.to_string());
        if (nested) return;
        json_[at] = second;
        json_[other] = std::move(first);
        return;
      }
      case 3:
        return rename(at, other);
      case 4:
        return duplicate(at);
      case 5:
        json_[at] = extreme();
        return;
      default:
        return change_number(all, kind == 6);
    }
  }

  void change_number(std::vector<Pointer>& all, bool scale) {
    std::erase_if(all, [&](const Pointer& at) { return !json_[at].is_number(); });
    if (all.empty()) return;
    const Pointer at = any(all);
    json_[at] = scale ? scaled(json_[at]) : extreme_number();
    changes_ += "to " + json_[at].dump() + " at " + at.to_string() + "; ";
  }

  void break_text(Mutant& mutant) {
    std::string& text = mutant.text;
    mutant.is_json = false;
    const auto at = static_cast<std::size_t>(below(text.size()));
    const auto length = std::min<std::size_t>(text.size() - at, 1 + below(40));
    switch (below(4)) {
      case 0:
        text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(static_cast<std::size_t>(below(text.size())), length));
        break;
      default:
        text.resize(at);
    }
    mutant.changes += "bytes at " + std::to_string(at);
  }

  Json json_;
  std::mt19937_64 random_;
  std::string changes_;
};

/// Why a diagnostic cannot be found in the file; empty if it can.
std::string fault_of(const Diagnostic& d, const Mutant& mutant, const Json& json) {
  const std::string text = to_text(d);
  if (d.line < 1 || d.column < 1) return "a diagnostic without a place: " + text;
  const auto lines = static_cast<std::size_t>(std::ranges::count(mutant.text, '\n')) + 1;
  if (d.line > lines) return "a diagnostic behind the end: " + text;
  if (d.problem.empty()) return "a diagnostic that says nothing: " + text;
  if (mutant.is_json && !json.contains(Pointer(d.pointer))) return "no such pointer: " + text;
  return "";
}

Fate refused(const ScenarioError& error, const Mutant& mutant) {
  const Json json = mutant.is_json ? Json::parse(mutant.text) : Json();
  if (error.diagnostics().empty()) return {Fate::Kind::failed, "refused without a reason"};
  for (const Diagnostic& d : error.diagnostics()) {
    const std::string fault = fault_of(d, mutant, json);
    if (!fault.empty()) return {Fate::Kind::failed, fault};
  }
  return {Fate::Kind::refused, to_text(error.diagnostics().front())};
}

/// Does it have few enough people to be simulated in a moment?
bool is_small(const scenario::Scenario& scenario) {
  double people = 0;
  for (const scenario::Stock& stock : scenario.stock) people += stock.people.value;
  for (const scenario::Arrivals& arrivals : scenario.arrivals) {
    people += 0.2 * value_on(arrivals.per_year, scenario.horizon.start) +
              0.2 * value_on(arrivals.per_year, scenario.horizon.end - 1);
  }
  return people < 5000;
}

Fate live(const Mutant& mutant) {
  try {
    const TemporaryDirectory directory;
    scenario::Scenario scenario =
        load_scenario(directory.write("scenario.json", mutant.text)).scenario;
    scenario::compile(scenario);
    constexpr DayCount two_months = 62;
    if (scenario.horizon.days() > two_months) {
      scenario.horizon.end = scenario.horizon.start + two_months;
    }
    if (!is_small(scenario)) return {Fate::Kind::compiled, ""};
    tests::simulate(scenario);
    return {Fate::Kind::simulated, ""};
  } catch (const ScenarioError& error) {
    return refused(error, mutant);
  } catch (const std::exception& error) {
    return {Fate::Kind::failed, error.what()};
  }
}

/// Everything the pipe holds until the other side closes it.
std::string read_all(int from) {
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t got = 0; (got = ::read(from, part.data(), part.size())) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(got));
  }
  return text;
}

}  // namespace

namespace {

bool is_sound(const std::string& scenario) {
  try {
    tests::read(scenario);
    return true;
  } catch (const ScenarioError&) {
    return false;
  }
}

}  // namespace

std::vector<std::string> sound_scenarios() {
  std::vector<std::string> all{content_of(sound_folder() / "small.json")};
  const std::string everything =
      resolved_text(load_scenario(sound_folder() / "everything.json").scenario);
  all.push_back(everything);
  all.push_back(everything);
  constexpr std::uint32_t with_all = ~std::uint32_t{0};
  constexpr std::size_t enough = 8;
  for (std::uint64_t seed = 1; all.size() < enough; ++seed) {
    const std::string drawn = tests::random_scenario(seed, with_all).dump(1);
    if (is_sound(drawn)) all.push_back(drawn);
  }
  return all;
}

Mutant mutant_of(const std::string& scenario, std::uint64_t seed) {
  return Mutator(scenario, seed).mutate();
}

Fate fate_of(const Mutant& mutant) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(pipe[0]);
    constexpr itimerval time_limit{{0, 0}, {20, 0}};  // seconds of computing, on a busy machine too
    ::setitimer(ITIMER_PROF, &time_limit, nullptr);
    const Fate fate = live(mutant);
    const std::string why = fate.why.substr(0, 4000);
    if (::write(pipe[1], why.data(), why.size()) < 0) ::_exit(99);
    ::_exit(static_cast<int>(fate.kind));
  }
  ::close(pipe[1]);
  const std::string why = read_all(pipe[0]);
  ::close(pipe[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) <= static_cast<int>(Fate::Kind::failed)) {
    return {static_cast<Fate::Kind>(WEXITSTATUS(status)), why};
  }
  return {Fate::Kind::failed,
          WIFSIGNALED(status) ? ::strsignal(WTERMSIG(status)) : "the process ended badly"};
}

std::vector<fs::path> shipped_scenarios() {
  const fs::path folder = fs::path(DOORSTROOM_TOP) / "scenarios";
  std::vector<fs::path> files;
  for (const fs::path& part : {folder, folder / "questions", folder / "bench"}) {
    for (const auto& entry : fs::directory_iterator(part)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".json") && !name.ends_with(".schema.json")) files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

Tally try_mutants_of_shipped(std::uint64_t first_seed, int count) {
  Tally all;
  for (const fs::path& file : shipped_scenarios()) {
    SCOPED_TRACE(file.filename().string());
    const std::string text = resolved_text(load_scenario(file).scenario);
    const Tally tally = try_mutants({text}, first_seed, count);
    all.refused += tally.refused;
    all.compiled += tally.compiled;
    all.simulated += tally.simulated;
    first_seed += static_cast<std::uint64_t>(count);
  }
  return all;
}

Tally try_mutants(const std::vector<std::string>& scenarios, std::uint64_t first_seed, int count) {
  Tally tally;
  for (int i = 0; i < count; ++i) {
    const std::uint64_t seed = first_seed + static_cast<std::uint64_t>(i);
    const Mutant mutant = mutant_of(scenarios[seed % scenarios.size()], seed);
    const Fate fate = fate_of(mutant);
    tally.refused += fate.kind == Fate::Kind::refused ? 1 : 0;
    tally.compiled += fate.kind == Fate::Kind::compiled ? 1 : 0;
    tally.simulated += fate.kind == Fate::Kind::simulated ? 1 : 0;
    EXPECT_NE(fate.kind, Fate::Kind::failed) << "seed " << seed << ": " << fate.why << '\n'
                                             << mutant.changes;
  }
  return tally;
}

}  // namespace doorstroom
