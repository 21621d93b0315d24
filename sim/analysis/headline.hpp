// tables/headline.csv: the figures of a year that planners quote, most of them worked out from the
// other tables of the same replication.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/model.hpp"
#include "record/figure_source.hpp"
#include "record/waiting_recorder.hpp"
#include "record/years.hpp"

namespace doorstroom {

/// How the figures of a year follow from the others: made once for a model, used by all of its
/// replications.
class HeadlineFigures final {
 public:
  /// `others`: the tables `series`, `budget` and `ledger` (the last two may be missing), and
  /// whatever else comes before the headline.
  HeadlineFigures(const Model& model, const FigureLayout& others);

  void describe(FigureLayout& layout) const;
  /// Appends the headline to the values of the other tables.
  void give(const WaitingRecorder& waiting, FigureValues& values) const;

 private:
  /// Where the figures with a name stand among the values: several where a year has several
  /// periods.
  using Places = std::unordered_map<std::string, std::vector<std::size_t>>;
  enum class Kind { sum, waits_of_starters, fate_of_joiners };
  /// One or several figures of one year.
  struct Item {
    Kind kind = Kind::sum;
    std::vector<std::size_t> figures;  // to be added up
    std::vector<std::size_t> less;     // to be subtracted
    std::size_t measure = 0;
    std::size_t year = 0;
  };

  /// Notes where a figure stands that the headline is made of.
  void note_place(const std::string& table, const FigureKey& key, std::size_t figure,
                  Places& places);
  void add_people(std::size_t year, const Places& places);
  void add_measure(std::size_t year, std::size_t measure, const Places& places);
  void add_resource(std::size_t year, const Resource& resource, const Places& places);
  void add_sum(std::size_t year, const std::string& indicator, const std::string& subject,
               const std::string& unit, std::vector<std::size_t> figures,
               std::vector<std::size_t> less = {});
  void add_key(std::size_t year, const std::string& indicator, const std::string& subject,
               const std::string& unit);
  [[nodiscard]] static std::vector<std::size_t> of_day(const std::string& date,
                                                       const std::string& indicator,
                                                       const std::string& subject,
                                                       const Places& places);
  [[nodiscard]] std::vector<std::size_t> of_months(std::size_t year, const std::string& indicator,
                                                   const std::string& subject,
                                                   const Places& places) const;

  const Model& model_;
  Years years_;
  std::vector<std::string> payers_;
  FigureTable table_;
  std::vector<Item> items_;
};

}  // namespace doorstroom
