// Strict reading: a located tree becomes a Scenario, and everything that is wrong with it is said
// at once.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/parameters.hpp"

#include "scenario/describe_scenario.hpp"
#include "scenario/source.hpp"
#include "scenario/types.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

/// What reading a scenario gave besides the scenario itself.
class Reading final {
 public:
  /// `complete`: have all files been read? Otherwise nothing is called missing or unknown.
  Reading(Sources& sources, std::vector<Diagnostic>& problems, bool complete = true)
      : sources_(sources), problems_(problems), complete_(complete) {}

  void problem(const Node& node, std::string what, std::string suggestion = {});
  void key_problem(const Node::Member& member, std::string what, std::string suggestion = {});
  /// An object lacks a key that it must have.
  void missing(const Node& object, std::string_view key);
  /// A key is probably there in another spelling: what follows from its absence is not reported.
  void misspelt(std::string_view key) { unsound_.insert(path_ + "/" + pointer_part(key)); }
  /// A problem with what stands at a path of the resolved scenario (or with what encloses it).
  /// Where something at or below that path could not be read, it is left out: it may follow.
  void problem_at(const std::string& path, std::string what, std::string suggestion = {});
  /// Could everything at and below this path be read?
  [[nodiscard]] bool is_sound(const std::string& path) const;
  /// Does something stand there?
  [[nodiscard]] bool has(const std::string& path) const { return places_.contains(path); }
  [[nodiscard]] bool is_complete() const { return complete_; }
  /// "file:line" of what stands at a path.
  [[nodiscard]] std::string where(const std::string& path) const {
    return sources_.where(place_at(path));
  }

  /// Reads the table that a text names, relative to the file the text stands in: its number among
  /// the sources; nothing, and a problem, if it cannot be read.
  std::optional<std::size_t> read_file_of(const Node& name);
  [[nodiscard]] const Sources& sources() const { return sources_; }
  /// Keeps a node that stands in no JSON file for as long as the reading lasts.
  const Node& keep(Node node);

  /// Enters a key or the id of an item while the object lives.
  class Inside final {
   public:
    Inside(Reading& reading, std::string_view part, const Node& node);
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside();

   private:
    Reading& reading_;
    std::size_t length_;
  };

  /// Makes a name known; one that looks like another of its kind is a problem at `node`.
  void define(Names kind, const std::string& name, const Node& node);
  /// Names of this kind could not all be read: none is called unknown.
  void names_are_incomplete(Names kind) { incomplete_.insert(kind); }
  /// Notes that a name is used; check_names reports those that nothing defines.
  void refer(const std::string& name, const Field& field, const Node& node);
  void check_names();
  [[nodiscard]] bool is_defined(Names kind, const std::string& name) const;

  /// A number; `text` is how it is written.
  void add_parameter(double value, std::string text, const Field& field, const Evidence& evidence,
                     const Node& node);
  /// A number whose point may have been meant to separate thousands ("1.325").
  void note_doubtful(const Node& node) { doubtful_.emplace(path_, &node); }
  /// Reports the doubtful numbers at and below a path, where only whole numbers are likely.
  void refuse_doubtful(const std::string& path);
  /// The unit that is written beside a number whose unit depends on its resource.
  void note_unit(std::string unit, const Node& node) {
    units_.emplace(path_, std::pair(std::move(unit), &node));
  }
  /// Gives the numbers at and below a path their unit, and reports where another one is written.
  void set_unit(const std::string& path, std::string_view unit);
  [[nodiscard]] std::vector<Parameter> take_parameters() { return std::move(parameters_); }

  /// Evidence of the table that is being read, for entries without their own.
  std::vector<Evidence> table_evidence;

 private:
  struct Use {
    std::string name;
    Field field;
    const Node* node;
    std::string path;
  };
  [[nodiscard]] bool may_be_unread(Names kinds) const;
  void unknown_name(const Use& use);

  [[nodiscard]] const Node& place_at(const std::string& path) const;

  Sources& sources_;
  std::vector<Diagnostic>& problems_;
  std::deque<Node> kept_;
  bool complete_;
  std::string path_;
  std::set<std::string> unsound_;  // paths at which something could not be read
  std::map<std::string, const Node*> places_;
  std::map<Names, std::set<std::string>> names_;
  std::map<std::pair<Names, std::string>, std::string> plain_names_;
  std::set<Names> incomplete_;
  int suggestions_ = 0;
  std::map<std::string, const Node*> doubtful_;
  std::map<std::string, std::pair<std::string, const Node*>> units_;
  std::vector<Use> uses_;
  std::vector<Parameter> parameters_;
};

/// Reads a whole scenario; `root` and `reading` must outlive problem_at calls.
Scenario read_scenario(const Node& root, Reading& reading);

}  // namespace doorstroom::scenario
