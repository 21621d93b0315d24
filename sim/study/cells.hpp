// What the replications of a study gave, kept until the summaries are made: in memory, or on disk
// so that memory does not grow with the replications and a stopped study can be gone on with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <vector>

#include "doorstroom/figures.hpp"

#include "engine/replication.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// What one replication gave.
struct ReplicationCells {
  FigureValues figures;
  std::int64_t audit_checks = 0;
  Effort effort;
};

/// The cells of the replications of one scenario, by replication. May be used from any thread.
class Cells final {
 public:
  /// In memory; each replication gives so many figures.
  explicit Cells(std::size_t figures) : figures_(figures) {}
  /// In files of `directory`, which is made; whole files that are there already count, anything
  /// else there is left alone. Throws FileError.
  Cells(std::size_t figures, std::filesystem::path directory);

  [[nodiscard]] std::size_t figures() const { return figures_; }
  [[nodiscard]] bool has(std::uint32_t replication) const;
  /// How many there are.
  [[nodiscard]] std::size_t size() const;
  void put(std::uint32_t replication, ReplicationCells cells);
  /// Those of a replication there is. Throws FileError where its file was damaged since.
  [[nodiscard]] ReplicationCells of(std::uint32_t replication) const;

  /// Calls visit(figure, values) for every figure in order; `values` are those of replications
  /// 0 ... count - 1, all of which there must be.
  void for_each_figure(
      std::uint32_t count,
      const std::function<void(std::size_t figure, std::span<const double> values)>& visit) const;

 private:
  [[nodiscard]] std::filesystem::path file_of(std::uint32_t replication) const;
  [[nodiscard]] FigureValues part_of(std::uint32_t replication, std::size_t first,
                                     std::size_t count) const;

  std::size_t figures_;
  std::filesystem::path directory_;  // empty: in memory
  mutable std::mutex mutex_;
  std::map<std::uint32_t, ReplicationCells> in_memory_;
  std::set<std::uint32_t> on_disk_;
};

}  // namespace doorstroom
