// Sheets that somebody has filled in, as spreadsheet programs save them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace doorstroom {

/// A cell that something stands in.
struct Cell {
  enum class Kind : std::uint8_t { text, number, date, formula, truth, fault };

  Kind kind = Kind::text;
  /// Texts; numbers as the file has them; formulas and faults (#N/A) as they are shown.
  std::string text;
  double number = 0;  // of numbers and dates
};

/// A sheet: rows and columns from 0, empty cells left out.
struct ReadSheet {
  std::string name;
  std::map<std::uint32_t, std::map<std::uint32_t, Cell>> rows;
};

/// The file is no workbook that can be read; the message says why and what to do.
class SheetError final : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The sheets of an .xlsx file. Throws SheetError, FileError.
std::vector<ReadSheet> read_workbook(const std::filesystem::path& file);

/// A CSV file (UTF-8; separated by commas, semicolons or tabs) as a sheet of texts. Throws
/// SheetError, FileError.
ReadSheet read_csv_sheet(const std::filesystem::path& file);

/// The bytes of such a file. Throws SheetError where it is too large or no file at all, FileError.
std::string read_sheet_file(const std::filesystem::path& file);

/// Larger files are not read: no list of numbers for people is.
inline constexpr std::uintmax_t largest_sheet_file = std::uintmax_t{64} << 20U;

/// "C17".
std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace doorstroom
