#include "sweep/check_points.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "doorstroom/run.hpp"

#include "study/parallel.hpp"

namespace doorstroom {

namespace {

using Problems = std::vector<Diagnostic>;

/// What all points have in common is no number of one of them.
void refuse_options(const SweepPoints& points) {
  constexpr std::array<std::string_view, 3> options{"seed", "replications", "scale"};
  std::vector<std::string> problems;
  for (const std::string_view option : options) {
    const std::string pointer = fmt::format("/{}", option);
    if (std::ranges::find(points.pointers, pointer) == points.pointers.end()) continue;
    problems.push_back(fmt::format(
        "\"{}\" is the same for all points, so that they can be compared; set it with --{}",
        pointer, option));
  }
  if (!problems.empty()) throw PointsError(problems);
}

Problems problems_with(const ScenarioFiles& files, const std::vector<Edit>& edits) {
  try {
    (void)files.with(edits);
    return {};
  } catch (const ScenarioError& error) {
    return error.diagnostics();
  }
}

std::string text_of(const std::vector<Edit>& edits) {
  std::string text;
  for (const Edit& edit : edits) {
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", edit.pointer, edit.value);
  }
  return text;
}

/// Finds the value that is to blame for a problem: one alone where that is enough, else the point.
class Blame final {
 public:
  explicit Blame(const ScenarioFiles& files) : files_(files) {}

  std::string find(const std::vector<Edit>& point, const Diagnostic& problem) {
    for (const Edit& edit : point) {
      const Problems& alone = problems_alone(edit);
      if (std::ranges::find(alone, problem) != alone.end()) return text_of({edit});
    }
    return text_of(point);
  }

 private:
  const Problems& problems_alone(const Edit& edit) {
    const auto [at, is_new] = known_.try_emplace({edit.pointer, edit.value});
    if (is_new) at->second = problems_with(files_, {edit});
    return at->second;
  }

  const ScenarioFiles& files_;
  std::map<std::pair<std::string, std::string>, Problems> known_;
};

/// By point. On several threads: a scenario of many files takes a while to read.
std::vector<Problems> problems_of_all(const ScenarioFiles& files, const SweepPoints& points,
                                      int threads, const KeepGoing& keep_going) {
  std::vector<Problems> problems(points.size());
  for_each_in_parallel(points.size(), threads, [&](std::size_t point) {
    if (keep_going && !keep_going()) throw RunStopped();
    problems[point] = problems_with(files, points.edits(point));
  });
  return problems;
}

}  // namespace

void check_points(const ScenarioFiles& files, const SweepPoints& points, int threads,
                  const KeepGoing& keep_going) {
  refuse_options(points);
  files.check_pointers(points.pointers);
  const std::vector<Problems> of_points = problems_of_all(files, points, threads, keep_going);
  Blame blame(files);
  Problems all;
  std::set<std::string> said;
  for (std::size_t point = 0; point < of_points.size(); ++point) {
    for (Diagnostic problem : of_points[point]) {
      problem.problem += fmt::format(" (with {})", blame.find(points.edits(point), problem));
      if (said.insert(to_text(problem)).second) all.push_back(std::move(problem));
    }
  }
  if (!all.empty()) throw ScenarioError(std::move(all));
}

}  // namespace doorstroom
