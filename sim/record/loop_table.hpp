// tables/loops.csv: the routes on which people come back to activation measures.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/model.hpp"
#include "record/activation_history.hpp"
#include "record/figure_source.hpp"

namespace doorstroom {

/// One return: how somebody lived when the route before it began, the measure it ended with, the
/// most telling stop between, and the measure they came back to.
struct Loop {
  Stop from = Stop::elsewhere;
  std::size_t measure = 0;  // among the activation measures
  Stop between = Stop::elsewhere;
  std::size_t next = 0;
};

/// Keeps 16 bytes for each return, until `close`.
class LoopTable final : public FigureSource {
 public:
  /// `measures`: the activation measures, as positions in the model.
  LoopTable(const Model& model, std::vector<std::size_t> measures);

  void add(PersonId person, const Loop& loop, DayCount days_between, bool is_cycle);
  /// Works out the figures; nothing is added afterwards.
  void close();

  void describe(FigureLayout& layout) const override;
  void give(FigureValues& values) const override;

 private:
  struct Passage {
    PersonId person;
    std::uint32_t route = 0;
    std::uint16_t days = 0;
    bool is_cycle = false;
  };
  static_assert(sizeof(Passage) == 16);
  struct Route {
    std::int64_t returns = 0;
    std::int64_t cycles = 0;
    std::int64_t people = 0;
    double days = no_figure;  // median between
  };
  [[nodiscard]] static Route sum_up(std::vector<Passage>::iterator from,
                                    std::vector<Passage>::iterator to);
  [[nodiscard]] std::uint32_t number_of(const Loop& loop) const;

  const Model& model_;
  std::vector<std::size_t> measures_;
  std::vector<Passage> passages_;
  std::vector<Route> routes_;
  std::int64_t returns_ = 0;
};

}  // namespace doorstroom
