// The reference page for those who write scenarios, made from the descriptions of the keys.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace doorstroom::scenario {

/// A heading of the page with what stands under it.
struct ReferenceSection {
  int level = 2;  // 2 for a chapter
  std::string_view title;
  /// Described type whose members are listed at the end; empty for none.
  std::string_view type;
  /// Markdown. A block ```json at=POINTER holds a value that may stand there in the scenario of the
  /// page's first example; a block ```json file=NAME a file. {statuses}, {stocks}, ... stand for
  /// generated lists.
  std::string_view text;
};

/// In the order of the page.
std::span<const ReferenceSection> reference_sections();

/// The whole page in Markdown, as committed in docs/reference/scenario.md.
std::string reference_page();

}  // namespace doorstroom::scenario
