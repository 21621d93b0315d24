#include "report/page.hpp"

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
  std::string page(page_template);
  const auto put = [&](std::string_view mark, const std::string& text) {
    const std::size_t at = page.find(mark);
    if (at != std::string::npos) page.replace(at, mark.size(), text);
  };
  put("{{title}}", escaped(title));
  put("{{data}}", without_markup(data));
  return page;
}

}  // namespace doorstroom
