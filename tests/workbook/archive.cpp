#include "workbook/archive.hpp"

#include <stdexcept>

#include <minizip/zip.h>

namespace doorstroom::tests {

void write_archive(const std::filesystem::path& file,
                   const std::map<std::string, std::string>& parts) {
  const zipFile archive = zipOpen64(file.c_str(), APPEND_STATUS_CREATE);
  if (archive == nullptr) throw std::runtime_error("no archive for a test");
  for (const auto& [name, content] : parts) {
    const zip_fileinfo info{};
    zipOpenNewFileInZip64(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                          Z_DEFAULT_COMPRESSION, 0);
    zipWriteInFileInZip(archive, content.data(), static_cast<unsigned>(content.size()));
    zipCloseFileInZip(archive);
  }
  zipClose(archive, nullptr);
}

std::map<std::string, std::string> workbook_with(const std::string& rows,
                                                 const std::string& sheet) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  return {
      {"_rels/.rels",
       head + "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/officeDocument\" "
              "Target=\"/xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", head +
                              "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"" +
                              sheet + "\" sheetId=\"1\" r:id=\"rId7\"/></x:sheets></x:workbook>"},
      {"xl/_rels/workbook.xml.rels",
       head + "<Relationships>"
              "<Relationship Id=\"rId7\" Type=\"http://x/worksheet\" Target=\"worksheets/a.xml\"/>"
              "<Relationship Id=\"rId8\" Type=\"http://x/sharedStrings\" Target=\"strings.xml\"/>"
              "<Relationship Id=\"rId9\" Type=\"http://x/styles\" Target=\"styles.xml\"/>"
              "</Relationships>"},
      {"xl/strings.xml", head +
                             "<sst><si><t>path</t></si><si><t xml:space=\"preserve\">value</t></si>"
                             "<si><r><t>/resources/</t></r><r><t>places/level</t></r>"
                             "<rPh sb=\"0\" eb=\"1\"><t>not this</t></rPh></si></sst>"},
      {"xl/styles.xml",
       head + "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/>"
              "<numFmt numFmtId=\"171\" formatCode=\"0.0&quot; days&quot;\"/></numFmts>"
              "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
              "<xf numFmtId=\"171\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"},
      {"xl/worksheets/a.xml",
       head + "<x:worksheet xmlns:x=\"m\"><x:sheetData>" + rows + "</x:sheetData></x:worksheet>"},
  };
}

}  // namespace doorstroom::tests
