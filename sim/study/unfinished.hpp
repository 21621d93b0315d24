// What a study has finished before it is done, so that one that was stopped can be gone on with.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "doorstroom/scenario/scenario.hpp"

namespace doorstroom {

/// Names what a study computes: the kind of study, the program and its scenarios as they are
/// resolved, numbers of replications apart. The same key, the same cells.
std::string study_key(const std::string& kind, const std::vector<scenario::Scenario>& scenarios);

/// Held by one program at a time; gone with it, however it ends.
class FileLock final {
 public:
  /// Makes the file. Throws FileError where it cannot be made or another program holds it.
  explicit FileLock(const std::filesystem::path& file);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

 private:
  int descriptor_;
};

/// The directory `<output>.unfinished` beside a result that is being made. Whatever a study has
/// finished when it is stopped, or killed, stays there; without anything finished it goes.
class UnfinishedStudy final {
 public:
  enum class Begin {
    anew,   // what an earlier study left is removed
    again,  // it is gone on with; it must have the same key
  };

  /// Throws FileError: the directory cannot be made, another program is at work in it, what is
  /// there is of another study or of no study at all, or is to go and does not.
  UnfinishedStudy(const std::filesystem::path& output, const std::string& key, Begin begin);
  UnfinishedStudy(const UnfinishedStudy&) = delete;
  UnfinishedStudy& operator=(const UnfinishedStudy&) = delete;
  ~UnfinishedStudy();

  /// Where the cells of a scenario go.
  [[nodiscard]] std::filesystem::path cells_of(std::size_t arm) const;
  /// Number of finished replications, over all scenarios.
  [[nodiscard]] std::size_t finished() const;
  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
  /// The result is there: nothing of this is needed any more.
  void remove();

 private:
  void clear(std::error_code& error) const;

  std::filesystem::path directory_;
  std::optional<FileLock> lock_;
};

}  // namespace doorstroom
