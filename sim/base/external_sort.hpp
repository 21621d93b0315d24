// Sorting what may be more than memory should hold: sorted runs wait in a file without a name and
// are merged.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <queue>
#include <span>
#include <type_traits>
#include <vector>

#include "base/files.hpp"

namespace doorstroom {

/// Records that can be copied as bytes, in the order of `Before`. Equal ones come in no stated
/// order.
template <class Record, class Before>
class ExternalSort final {
  static_assert(std::is_trivially_copyable_v<Record>);

 public:
  /// `directory` is where the runs wait; nothing is seen there. At most `most_in_memory` records
  /// (one at least) are held in memory.
  ExternalSort(std::filesystem::path directory, std::size_t most_in_memory, Before before = {})
      : directory_(std::move(directory)),
        most_(std::max<std::size_t>(1, most_in_memory)),
        before_(before) {}

  /// Throws FileError where there is no room for a run.
  void add(const Record& record) {
    if (newest_.size() == most_) put_away();
    newest_.push_back(record);
  }

  /// Calls visit(record) for all of them in order, and forgets them. Throws FileError.
  template <class Visit>
  void visit_in_order(Visit visit) {
    if (runs_.empty()) {
      std::ranges::sort(newest_, before_);
      for (const Record& record : newest_) visit(record);
      newest_ = {};
      return;
    }
    if (!newest_.empty()) put_away();
    newest_ = {};
    merge(visit);
    runs_.clear();
  }

 private:
  /// A sorted run in the file, of which the next records are in memory.
  struct Run {
    std::size_t next = 0;  // in the file, in records
    std::size_t end = 0;
    std::vector<Record> block;
    std::size_t at = 0;  // in the block
  };

  void put_away() {
    std::ranges::sort(newest_, before_);
    if (runs_.empty()) file_.open(directory_);
    const std::size_t first = runs_.empty() ? 0 : runs_.back().end;
    file_.append(std::as_bytes(std::span(newest_)));
    runs_.push_back({first, first + newest_.size(), {}, 0});
    newest_.clear();
  }

  /// Is there a present record of the run?
  bool fill(Run& run) {
    if (run.at < run.block.size()) return true;
    const std::size_t wanted = std::max<std::size_t>(1, most_ / runs_.size());
    run.block.resize(std::min(wanted, run.end - run.next));
    run.at = 0;
    if (run.block.empty()) return false;
    file_.read(run.next * sizeof(Record), std::as_writable_bytes(std::span(run.block)));
    run.next += run.block.size();
    return true;
  }

  template <class Visit>
  void merge(Visit visit) {
    const auto later = [this](const Run* a, const Run* b) {
      return before_(b->block[b->at], a->block[a->at]);
    };
    std::priority_queue<Run*, std::vector<Run*>, decltype(later)> first(later);
    for (Run& run : runs_) {
      if (fill(run)) first.push(&run);
    }
    while (!first.empty()) {
      Run* run = first.top();
      first.pop();
      visit(run->block[run->at++]);
      if (fill(*run)) first.push(run);
    }
  }

  std::filesystem::path directory_;
  std::size_t most_;
  Before before_;
  std::vector<Record> newest_;
  std::vector<Run> runs_;
  NamelessFile file_;
};

}  // namespace doorstroom
