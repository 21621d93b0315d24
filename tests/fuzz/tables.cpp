// A table of a scenario in a CSV file of its own.
#include "doorstroom/diagnostics.hpp"
#include "doorstroom/load.hpp"

#include "fuzz/target.hpp"

namespace doorstroom::fuzz {

namespace {

void read(std::string_view text) {
  static const std::filesystem::path scenario = put("with_table.json", R"({
  "extends": "small.json", "name": "with_table",
  "stock": [ { "id": "first", "people": 500, "profile": { "margins": [ { "file": "table.csv" },
    { "columns": ["age", "share"], "rows": [["18-25 years", 0.5], ["25-65 years", 0.5]] } ] } } ]
})");
  (void)small_scenario();
  put("table.csv", text);
  try {
    (void)load_scenario(scenario);
  } catch (const ScenarioError& error) {
    for (const Diagnostic& problem : error.diagnostics()) (void)to_text(problem);
  }
}

}  // namespace

}  // namespace doorstroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  doorstroom::fuzz::read(doorstroom::fuzz::text_of(data, size));
  return 0;
}
