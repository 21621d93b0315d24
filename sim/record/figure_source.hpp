// Something that can say which figures it gives, and give them at the end of a replication.
#pragma once

#include <vector>

#include "doorstroom/figures.hpp"

namespace doorstroom {

/// Appends numbers in the order in which the keys of a table were described.
using FigureValues = std::vector<double>;

/// A set of tables over one replication. `describe` depends on the model alone, so that all
/// replications number their figures alike.
class FigureSource {
 public:
  virtual ~FigureSource() = default;
  virtual void describe(FigureLayout& layout) const = 0;
  /// One number for each key, in order.
  virtual void give(FigureValues& values) const = 0;
};

}  // namespace doorstroom
