// One replication of the pathway with all recorders, and what it took: for sizes at which a
// benchmark cannot repeat itself, and for counting instructions.
//
//   bench_once <entrants a year>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

#include "engine/replication.hpp"
#include "study/observers.hpp"
#include "subject.hpp"

namespace doorstroom {
namespace {

constexpr double entrants_of_pathway = 10'000'000;  // a year

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void run_once(double entrants) {
  const Subject subject = subject_of("bench/pathway.json", entrants / entrants_of_pathway);
  const double begin = processor_seconds();
  Observers observers(subject.model, subject.breakdowns, subject.cycles, {});
  ToolkitEvents toolkit;
  std::vector<Recorder*> recorders = observers.recorders();
  recorders.push_back(&toolkit);
  Replication replication(subject.model, subject.rules, 0, std::move(recorders));
  replication.run();
  const double seconds = processor_seconds() - begin;
  const Effort effort = replication.effort();
  const auto people = static_cast<double>(effort.most_people);
  std::printf("entrants a year    %.0f\n", entrants);
  std::printf("toolkit events     %.0f\n", toolkit.count());
  std::printf("engine events      %llu\n", static_cast<unsigned long long>(effort.events));
  std::printf("most people alive  %.0f\n", people);
  std::printf("seconds            %.3f\n", seconds);
  std::printf("ns a toolkit event %.1f\n", seconds * 1e9 / toolkit.count());
  std::printf("ns an engine event %.1f\n", seconds * 1e9 / static_cast<double>(effort.events));
  std::printf("bytes a person     %llu\n",
              static_cast<unsigned long long>(effort.bytes_per_person));
  std::printf("bytes recorded     %.1f\n",
              static_cast<double>(observers.bytes_of_people()) / people);
}

}  // namespace
}  // namespace doorstroom

int main(int count, char** arguments) {
  char* end = nullptr;
  const double entrants = count == 2 ? std::strtod(arguments[1], &end) : 0;
  if (count != 2 || *end != 0 || !(entrants >= 1)) {
    std::fputs("bench_once <entrants a year>\n", stderr);
    return EXIT_FAILURE;
  }
  doorstroom::run_once(entrants);
  return EXIT_SUCCESS;
}
