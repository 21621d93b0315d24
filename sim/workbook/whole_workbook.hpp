// Is a workbook that another library has written all there?
#pragma once

#include <filesystem>
#include <string_view>

namespace doorstroom {

/// Are all tags of an XML text closed, in order, up to its end? Takes texts of programs: no
/// comments, no CDATA, no > in attributes.
bool closes_all_tags(std::string_view xml);

/// The library puts every sheet together in files of its own and does not see all that goes wrong
/// with them: on a full disk it can leave a workbook that opens, with rows missing. Throws
/// FileError if a part of the archive is cut off or has a hole.
void check_whole_workbook(const std::filesystem::path& file);

}  // namespace doorstroom
