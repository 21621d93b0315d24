// Strict reading: a located tree becomes a Scenario, and everything that is wrong with it is said
// at once.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "doorstroom/diagnostics.hpp"
#include "doorstroom/parameters.hpp"

#include "scenario/describe_measures.hpp"
#include "scenario/source.hpp"
#include "scenario/types.hpp"
#include "scenario/words.hpp"

namespace doorstroom::scenario {

/// What reading a scenario gave besides the scenario itself.
class Reading final {
 public:
  Reading(const Sources& sources, std::vector<Diagnostic>& problems)
      : sources_(sources), problems_(problems) {}

  void problem(const Node& node, std::string what, std::string suggestion = {});
  void key_problem(const Node::Member& member, std::string what, std::string suggestion = {});
  /// A problem with what stands at a path of the resolved scenario (or with what encloses it).
  void problem_at(const std::string& path, std::string what, std::string suggestion = {});

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

  void define(Names kind, const std::string& name, const Node& node);
  /// Notes that a name is used; check_names reports those that nothing defines.
  void refer(const std::string& name, const Field& field, const Node& node);
  void check_names();
  [[nodiscard]] bool is_defined(Names kind, const std::string& name) const;

  /// A number; `text` is how it is written.
  void add_parameter(double value, std::string text, const Field& field, const Evidence& evidence,
                     const Node& node);
  [[nodiscard]] std::vector<Parameter> take_parameters() { return std::move(parameters_); }

  /// Evidence of the table that is being read, for entries without their own.
  std::vector<Evidence> table_evidence;

 private:
  struct Use {
    std::string name;
    Field field;
    const Node* node;
  };
  const Sources& sources_;
  std::vector<Diagnostic>& problems_;
  std::string path_;
  std::map<std::string, const Node*> places_;
  std::map<Names, std::vector<std::string>> names_;
  std::vector<Use> uses_;
  std::vector<Parameter> parameters_;
};

/// Reads a whole scenario; `root` and `reading` must outlive problem_at calls.
Scenario read_scenario(const Node& root, Reading& reading);

}  // namespace doorstroom::scenario
