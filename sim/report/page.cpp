#include "report/page.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace doorstroom {

/// Made from sim/report/page/ by the build.
extern const std::string_view page_template;

namespace {

/// JSON inside a script element: no "<" may begin a tag there.
std::string without_markup(std::string_view json) {
  std::string text;
  text.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      text += "\\u003c";
    else
      text += c;
  }
  return text;
}

std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else if (c == '>')
      html += "&gt;";
    else if (c == '"')
      html += "&quot;";
    else
      html += c;
  }
  return html;
}

}  // namespace

std::string page_with(std::string_view data, const std::string& title) {
  const std::pair<std::string_view, std::string> marks[] = {{"{{title}}", escaped(title)},
                                                            {"{{data}}", without_markup(data)}};
  std::string page;
  std::string_view rest = page_template;
  // In one pass, so that a title that reads like a mark stays what it is.
  for (std::size_t at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
    page += rest.substr(0, at);
    rest.remove_prefix(at);
    const auto mark =
        std::ranges::find_if(marks, [&](const auto& one) { return rest.starts_with(one.first); });
    const bool known = mark != std::end(marks);
    page += known ? mark->second : std::string("{{");
    rest.remove_prefix(known ? mark->first.size() : 2);
  }
  page += rest;
  return page;
}

}  // namespace doorstroom
