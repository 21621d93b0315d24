// One replication: a value with its own state and its own luck, run day by day.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/recorder.hpp"
#include "engine/rule_book.hpp"
#include "model/model.hpp"

namespace doorstroom {

struct World;

/// The books of a replication do not balance: a bug, and its results are not to be used.
class AuditFailure final : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a replication cost, for benchmarks and manifests.
struct Effort {
  std::uint64_t events = 0;          // told
  std::uint64_t dues = 0;            // things that were due to somebody, and happened
  std::uint64_t agenda_entries = 0;  // looked at; some were overtaken by something else
  std::size_t most_people = 0;       // alive at once
  std::size_t bytes_per_person = 0;  // of the records, pending events included
};

class Replication final {
 public:
  /// `model`, `rules` and `recorders` must outlive it. Recorders see all events in order.
  Replication(const Model& model, const RuleBook& rules, std::uint32_t number,
              std::vector<Recorder*> recorders);
  ~Replication();

  /// Runs to the end of the horizon. `keep_going` is asked at the start of every day; when it says
  /// no, the replication stops there and has no results. True if it was finished.
  bool run(const std::function<bool()>& keep_going = {});

  /// The same in steps, for replications that live side by side: `begin` once, `run_day` while
  /// `today` is within the horizon, `finish` once.
  void begin();
  [[nodiscard]] Day today() const;
  void run_day();
  void finish();

  [[nodiscard]] Effort effort() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  std::size_t most_people_ = 0;
};

}  // namespace doorstroom
