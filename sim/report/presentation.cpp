#include "report/presentation.hpp"

#include "report/page.hpp"

namespace doorstroom {

void write_presentation(const ResultDirectory& directory, const std::string& data,
                        const std::string& title) {
  directory.write("report.json", data + "\n");
  directory.write("report.html", page_with(data, title));
}

}  // namespace doorstroom
