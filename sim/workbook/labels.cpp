#include "workbook/labels.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "workbook/finished_result.hpp"

namespace doorstroom {

namespace {

/// Which kinds of ids stand in a column, the likeliest first.
struct ColumnKinds {
  std::string_view column;
  std::vector<const char*> kinds;
};

const std::vector<ColumnKinds>& column_kinds() {
  static const std::vector<ColumnKinds> kinds{
      {"measure", {"measures", "phases"}},
      {"subject", {"measures", "phases", "resources", "statuses", "attributes"}},
      {"resource", {"resources"}},
      {"held_by", {"resources"}},
      {"from", {"statuses", "measures"}},
      {"to", {"statuses", "measures"}},
      {"state", {"statuses", "measures"}},
      {"attribute", {"attributes"}},
  };
  return kinds;
}

/// Folders of a path that say nothing that the label below them does not say.
bool is_folder(std::string_view part) {
  constexpr std::array<std::string_view, 8> folders{"measures", "resources", "arrivals",
                                                    "stock",    "screening", "labour_market",
                                                    "exits",    "phases"};
  return std::ranges::find(folders, part) != folders.end();
}

}  // namespace

bool Labels::has_labels(std::string_view column) {
  return std::ranges::find(column_kinds(), column, &ColumnKinds::column) != column_kinds().end();
}

std::string Labels::in(const char* kind, const std::string& id) const {
  const auto labels = names_.find(kind);
  if (labels == names_.end() || !labels->is_object()) return {};
  const auto label = labels->find(id);
  return label == labels->end() ? std::string() : FinishedResult::in_language(*label, language_);
}

std::string Labels::of(std::string_view column, const std::string& value) const {
  constexpr std::string_view still_in = "in_measure:";
  const auto kinds = std::ranges::find(column_kinds(), column, &ColumnKinds::column);
  if (kinds == column_kinds().end()) return {};
  const bool is_in = value.starts_with(still_in);
  const std::string id = is_in ? value.substr(still_in.size()) : value;
  for (const char* kind : kinds->kinds) {
    const std::string label = in(kind, id);
    if (label.empty() || label == id) continue;
    return is_in ? "… " + label : label;
  }
  return {};
}

std::string Labels::of_path(const std::string& path) const {
  std::string text;
  std::size_t end = 0;
  while (end < path.size()) {
    const std::size_t begin = end + 1;
    end = std::min(path.find('/', begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    std::string label = in("paths", path.substr(0, end));
    if (label.empty() && is_folder(part)) continue;
    if (label.empty()) label = part;
    text += (text.empty() ? "" : ", ") + label;
  }
  return text;
}

std::string Labels::kind_of_resource(const std::string& id) const {
  const auto resources = names_.find("resources");
  if (resources == names_.end() || !resources->is_object()) return {};
  const auto resource = resources->find(id);
  return resource == resources->end() ? std::string() : resource->value("kind", std::string());
}

}  // namespace doorstroom
