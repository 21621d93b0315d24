// Events written by hand, for tests of what is recorded: what happens is told to recorders, and
// kept in people, lists and accounts, as the engine would.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/accounts.hpp"
#include "engine/claims.hpp"
#include "engine/recorder.hpp"
#include "engine/waiting_lists.hpp"
#include "model/model.hpp"
#include "record/figure_source.hpp"

namespace doorstroom::tests {

/// Time runs from the start of the scenario's horizon; people are numbered as they enter.
class Story final {
 public:
  /// A scenario as JSON; throws ScenarioError.
  explicit Story(const std::string& json);

  [[nodiscard]] const Model& model() const { return *model_; }
  /// Who listens.
  void tell(Recorder& recorder) { recorders_.push_back(&recorder); }

  /// What follows happens on that day. Months that end before it are closed.
  Story& on(std::string_view date);
  /// Goes on to the last day of the horizon and closes the books.
  void end();

  /// The attributes of the next person to enter, or of somebody from now on.
  Story& with(std::string_view attribute, std::string_view value);
  Story& change(Slot slot, std::string_view attribute, std::string_view value);

  Story& enter(std::string_view status, Reason reason = Reason::arrival);
  Story& become(Slot slot, std::string_view status, Reason reason = Reason::none);
  /// The same, to a final status.
  Story& leave(Slot slot, std::string_view status, Reason reason = Reason::none);
  /// `list` is a measure, or measure.phase; `waited` are days before today.
  Story& join(Slot slot, std::string_view list, DayCount waited = 0, Reason reason = Reason::none);
  Story& leave_list(Slot slot, std::string_view list, Reason reason);
  Story& refuse_admission(Slot slot, std::string_view measure, Reason reason);
  /// Starts a measure, from its list if the person is on it.
  Story& start(Slot slot, std::string_view measure, Reason reason = Reason::granted);
  Story& begin_phase(Slot slot, std::string_view phase, Reason reason = Reason::none);
  Story& end_phase(Slot slot);
  Story& skip_phase(Slot slot, std::string_view phase);
  /// Ends the measure, and the phase somebody is in.
  Story& end_measure(Slot slot, Reason reason);
  Story& assess(Slot slot, std::string_view attribute, std::string_view seen,
                std::string_view truth);
  /// `ideal` and `given`: a measure, or empty for none.
  Story& refer(Slot slot, std::string_view rule, std::string_view ideal, std::string_view given);
  /// So many people on a list were held back at the end of this month.
  Story& hold_back(std::string_view list, std::string_view resource, HeldBy by, bool alone,
                   std::int64_t people);

  /// An event that changes nothing else: books that do not balance.
  Story& only_tell(EventKind kind, Slot slot, std::size_t subject, std::int64_t amount = 0,
                   Reason reason = Reason::none);

  PeopleStore people;
  Accounts accounts;
  Claims claims;
  WaitingLists lists;

  [[nodiscard]] std::size_t status(std::string_view id) const;
  [[nodiscard]] std::size_t measure(std::string_view id) const;
  [[nodiscard]] std::size_t list(std::string_view name) const;
  [[nodiscard]] std::size_t resource(std::string_view id) const;

 private:
  explicit Story(std::unique_ptr<const Model> model);
  void add(EventKind kind, Slot slot, std::size_t subject, std::size_t other = no_subject,
           std::int64_t amount = 0, Reason reason = Reason::none);
  void flush();
  void close_month();
  void next_day();
  [[nodiscard]] ProfileField field(std::string_view attribute) const;
  [[nodiscard]] unsigned code(std::string_view attribute, std::string_view value) const;
  [[nodiscard]] std::size_t rule(std::string_view id) const;

  std::unique_ptr<const Model> model_;
  std::vector<Recorder*> recorders_;
  std::vector<Event> events_;
  std::vector<HeldBack> held_back_;
  Profile next_;
  Day today_;
};

/// The figures of a source by "value/value/... unit".
std::map<std::string, double> figures_of(const FigureSource& source);

/// The figure of such a key; throws std::out_of_range where there is none.
class FiguresOf final {
 public:
  explicit FiguresOf(const FigureSource& source) : figures_(figures_of(source)) {}
  double operator[](const std::string& key) const;
  [[nodiscard]] bool has(const std::string& key) const { return figures_.contains(key); }
  /// Those that say that something happened: neither zero nor without data.
  [[nodiscard]] std::vector<std::string> that_happened() const;

 private:
  std::map<std::string, double> figures_;
};

}  // namespace doorstroom::tests
