// What the fuzz targets share. Each reads bytes as what a user might have written: bad ones are
// refused with the errors that the reader promises. Everything else that comes out, a crash, a
// broken contract, another exception, more than a few seconds or gigabytes, is a finding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "support/directory.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace doorstroom::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// The directory of this process in which a target puts its files.
inline const TemporaryDirectory& workplace() {
  static const TemporaryDirectory directory;
  return directory;
}

/// Writes a file there, in the place of one that is there already.
inline std::filesystem::path put(const std::string& name, std::string_view content) {
  return workplace().write(name, std::string(content));
}

/// A small scenario with one of everything that targets, edits and parameters can name.
inline const std::filesystem::path& small_scenario() {
  static const std::filesystem::path file = put("small.json", R"({
  "name": "small",
  "horizon": { "start": "2025-01-01", "end": "2027-01-01" },
  "attributes": [ { "id": "region", "values": ["north", "south"] } ],
  "arrivals": [
    { "id": "jobseekers", "per_year": { "2025": 400, "growth": "2 % a year" },
      "people": { "attributes": { "region": { "north": 0.4, "south": 0.6 } } },
      "refer_to": "training" }
  ],
  "resources": [
    { "id": "places", "kind": "places", "level": { "value": 60, "status": "assumption",
                                                   "range": [40, 80], "note": "a guess" } },
    { "id": "contingent", "kind": "contingent", "per_year": { "2025": 200, "2026": 220 } },
    { "id": "money", "kind": "budget", "per_year": 500000 }
  ],
  "measures": [
    { "id": "training", "needs": [ { "resource": "places" }, { "resource": "contingent" } ],
      "waiting_list": { "leave_after": { "exponential": { "mean": "12 months" } } },
      "phases": [
        { "id": "course", "duration": { "gamma": { "mean": "3 months", "sd": "1 month" } } },
        { "id": "internship", "duration": "2 months" } ],
      "afterwards": [ { "to": "job_nec", "p": 0.4 }, { "to": "unemployed", "p": "rest" } ] }
  ]
})");
  return file;
}

}  // namespace doorstroom::fuzz
