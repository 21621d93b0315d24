#include "scenario/assemble.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "scenario/merge.hpp"
#include "scenario/shape.hpp"

namespace doorstroom::scenario {

namespace {

namespace fs = std::filesystem;

class Assembler final {
 public:
  Assembler(Sources& sources, std::vector<Diagnostic>& problems)
      : sources_(sources), problems_(problems) {}

  [[nodiscard]] bool complete() const { return complete_; }

  Node whole(const fs::path& file) {
    chain_.push_back(canonical(file));
    Node scenario = read_object(file);
    if (scenario.is(Node::Kind::object)) {
      parts_.clear();
      include_parts(scenario, file);
      scenario = on_its_base(std::move(scenario), file);
    }
    chain_.pop_back();
    return scenario;
  }

 private:
  static constexpr std::size_t longest_chain = 20;
  static constexpr std::size_t most_parts = 500;

  static fs::path canonical(const fs::path& file) {
    std::error_code error;
    const fs::path path = fs::weakly_canonical(file, error);
    return error ? file : path;
  }

  Node read_object(const fs::path& file) {
    const std::size_t before = problems_.size();
    Node node = sources_.read(file, problems_);
    if (!node.is(Node::Kind::object) && problems_.size() == before) {
      problems_.push_back(sources_.problem_at(
          node, fmt::format("a scenario is an object, not {}", describe_kind(node.kind)),
          "begin with {"));
    }
    if (!node.is(Node::Kind::object)) complete_ = false;
    return node;
  }

  /// Takes a member out of an object.
  static std::pair<bool, Node> take(Node& object, std::string_view key) {
    const auto at = std::ranges::find(object.members, key, &Node::Member::key);
    if (at == object.members.end()) return {false, {}};
    Node value = std::move(at->value);
    object.members.erase(at);
    return {true, std::move(value)};
  }

  /// The file a text names; false, and a problem, if it cannot be followed.
  bool can_follow(const Node& name, const fs::path& from, fs::path& to) {
    const auto refuse = [&](std::string problem, std::string suggestion = {}) {
      problems_.push_back(sources_.problem_at(name, std::move(problem), std::move(suggestion)));
      complete_ = false;
      return false;
    };
    if (!name.is(Node::Kind::text)) {
      return refuse(fmt::format("the name of a file is expected, not {}", shown(name)));
    }
    to = from.parent_path() / fs::path(name.text);
    const fs::path path = canonical(to);
    if (std::ranges::find(chain_, path) != chain_.end()) return refuse(circle(path));
    if (chain_.size() >= longest_chain) {
      return refuse(fmt::format("more than {} files extend or include each other", longest_chain));
    }
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
      const fs::path folder = from.parent_path();
      return refuse(fmt::format("there is no file {} (looked in {})", shown(name),
                                folder.empty() ? "." : folder.string()),
                    nearest_file(to));
    }
    return true;
  }

  std::string circle(const fs::path& path) const {
    std::string files;
    for (const fs::path& file : chain_) files += file.filename().string() + " -> ";
    return "files that extend or include each other in a circle (" + files +
           path.filename().string() + ")";
  }

  void include_parts(Node& scenario, const fs::path& file) {
    const auto [has_parts, parts] = take(scenario, "include");
    if (!has_parts) return;
    if (!parts.is(Node::Kind::array)) {
      problems_.push_back(sources_.problem_at(
          parts, fmt::format("a list of files is expected, not {}", shown(parts)),
          parts.is(Node::Kind::text) ? fmt::format("write [{}]", shown(parts)) : ""));
      complete_ = false;
      return;
    }
    if (parts.items.size() > most_parts) {
      problems_.push_back(
          sources_.problem_at(parts, fmt::format("{} files are too many", parts.items.size()),
                              fmt::format("at most {}", most_parts)));
      complete_ = false;
      return;
    }
    for (const Node& name : parts.items) {
      fs::path part_file;
      if (!can_follow(name, file, part_file)) continue;
      if (!parts_.insert(canonical(part_file)).second) {
        problems_.push_back(
            sources_.problem_at(name, fmt::format("{} is included already", shown(name))));
        continue;
      }
      chain_.push_back(canonical(part_file));
      Node part = read_object(part_file);
      if (part.is(Node::Kind::object)) {
        refuse_to_extend(part);
        include_parts(part, part_file);
        include_into(scenario, part, scenario_shape(), sources_, problems_);
      }
      chain_.pop_back();
    }
  }

  /// A part that extended a file would pull the whole scenario over it.
  void refuse_to_extend(Node& part) {
    const auto [extends, name] = take(part, "extends");
    if (!extends) return;
    problems_.push_back(sources_.problem_at(name,
                                            "a part that is included cannot extend another file",
                                            "let the scenario itself extend it"));
    complete_ = false;
  }

  Node on_its_base(Node scenario, const fs::path& file) {
    const auto [extends, name] = take(scenario, "extends");
    Node base;
    base.kind = Node::Kind::object;
    if (fs::path base_file; extends && can_follow(name, file, base_file)) {
      Node found = whole(base_file);
      if (found.is(Node::Kind::object)) base = std::move(found);
      if (scenario.find("name") == nullptr) {
        problems_.push_back(sources_.problem_at(
            scenario,
            "this scenario has no name of its own (its results would go where those of "
            "the scenario it extends go)",
            "add \"name\""));
      }
    }
    // Without a base the file is laid over nothing, so that both are treated alike.
    std::vector<Diagnostic> unfounded;  // what seems to be missing may stand in an unread file
    merge_into(base, scenario, scenario_shape(), sources_, complete_ ? problems_ : unfounded);
    return base;
  }

  Sources& sources_;
  std::vector<Diagnostic>& problems_;
  std::vector<fs::path> chain_;
  std::set<fs::path> parts_;  // of the file that is being read
  bool complete_ = true;
};

}  // namespace

Assembled assemble(const fs::path& file, Sources& sources, std::vector<Diagnostic>& problems) {
  Assembler assembler(sources, problems);
  Assembled assembled;
  assembled.root = assembler.whole(file);
  assembled.complete = assembler.complete();
  std::erase_if(assembled.root.members, [](const Node::Member& m) { return m.key == "$schema"; });
  return assembled;
}

}  // namespace doorstroom::scenario
