#include "study/cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/contracts.hpp"
#include "base/files.hpp"

namespace doorstroom {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".cells";

/// What a file of cells begins with; the figures follow, and then the digest of all that.
struct Header {
  std::array<char, 8> magic = {'D', 'S', 'C', 'E', 'L', 'L', 'S', '2'};
  std::uint64_t replication = 0;
  std::uint64_t figures = 0;
  std::int64_t audit_checks = 0;
  std::uint64_t events = 0;
  std::uint64_t dues = 0;
  std::uint64_t agenda_entries = 0;
  std::uint64_t most_people = 0;
  std::uint64_t bytes_per_person = 0;
};

constexpr std::size_t digest_size = 64;

std::string text_of(std::uint32_t replication, const ReplicationCells& cells) {
  Header header;
  header.replication = replication;
  header.figures = cells.figures.size();
  header.audit_checks = cells.audit_checks;
  header.events = cells.effort.events;
  header.dues = cells.effort.dues;
  header.agenda_entries = cells.effort.agenda_entries;
  header.most_people = cells.effort.most_people;
  header.bytes_per_person = cells.effort.bytes_per_person;
  std::string text(sizeof header + cells.figures.size() * sizeof(double), '\0');
  std::memcpy(text.data(), &header, sizeof header);
  if (!cells.figures.empty()) {
    std::memcpy(text.data() + sizeof header, cells.figures.data(),
                cells.figures.size() * sizeof(double));
  }
  return text + sha256(text);
}

/// Is it the whole file of that replication, with so many figures?
bool is_whole(std::string_view text, std::uint32_t replication, std::size_t figures) {
  if (text.size() != sizeof(Header) + figures * sizeof(double) + digest_size) return false;
  Header header;
  std::memcpy(&header, text.data(), sizeof header);
  const std::string_view content = text.substr(0, text.size() - digest_size);
  return header.magic == Header().magic && header.replication == replication &&
         header.figures == figures && sha256(content) == text.substr(content.size());
}

ReplicationCells cells_of(const std::string& text) {
  Header header;
  std::memcpy(&header, text.data(), sizeof header);
  ReplicationCells cells;
  cells.figures.resize(header.figures);
  if (header.figures > 0) {
    std::memcpy(cells.figures.data(), text.data() + sizeof header, header.figures * sizeof(double));
  }
  cells.audit_checks = header.audit_checks;
  cells.effort = {header.events, header.dues, header.agenda_entries, header.most_people,
                  header.bytes_per_person};
  return cells;
}

std::string name_of(std::uint32_t replication) {
  return fmt::format("{:06}{}", replication, ending);
}

/// The replication whose file has that name; none where no replication's file has it.
std::optional<std::uint32_t> replication_of(const std::string& name) {
  std::uint32_t replication = 0;
  std::from_chars(name.data(), name.data() + name.size(), replication);
  if (name_of(replication) != name) return std::nullopt;
  return replication;
}

[[noreturn]] void fail(const char* what, const fs::path& path, const std::string& cause) {
  throw FileError(fmt::format("cannot {} {} ({})", what, path.string(), cause));
}

}  // namespace

Cells::Cells(std::size_t figures, fs::path directory)
    : figures_(figures), directory_(std::move(directory)) {
  std::error_code error;
  fs::create_directories(directory_, error);
  if (error) fail("make", directory_, error.message());
  for (fs::directory_iterator entry(directory_, error), end; !error && entry != end;
       entry.increment(error)) {
    const auto replication = replication_of(entry->path().filename().string());
    std::error_code ignored;
    if (!replication || !fs::is_regular_file(entry->symlink_status(ignored))) continue;
    if (is_whole(read_file(entry->path()), *replication, figures_)) on_disk_.insert(*replication);
  }
  if (error) fail("read", directory_, error.message());
}

fs::path Cells::file_of(std::uint32_t replication) const {
  return directory_ / name_of(replication);
}

bool Cells::has(std::uint32_t replication) const {
  const std::scoped_lock lock(mutex_);
  return directory_.empty() ? in_memory_.contains(replication) : on_disk_.contains(replication);
}

std::size_t Cells::size() const {
  const std::scoped_lock lock(mutex_);
  return directory_.empty() ? in_memory_.size() : on_disk_.size();
}

void Cells::put(std::uint32_t replication, ReplicationCells cells) {
  EXPECTS(cells.figures.size() == figures_);
  if (!directory_.empty()) {
    const fs::path file = file_of(replication);
    fs::path unfinished = file;
    unfinished += ".part";
    // Not at once: one that a power cut spoils is not whole, and is simulated again.
    write_file(unfinished, text_of(replication, cells), Durable::in_time);
    std::error_code error;
    fs::rename(unfinished, file, error);
    if (error) fail("make", file, error.message());
  }
  const std::scoped_lock lock(mutex_);
  if (directory_.empty()) {
    in_memory_[replication] = std::move(cells);
  } else {
    on_disk_.insert(replication);
  }
}

ReplicationCells Cells::of(std::uint32_t replication) const {
  if (directory_.empty()) {
    const std::scoped_lock lock(mutex_);
    return in_memory_.at(replication);
  }
  const fs::path file = file_of(replication);
  const std::string text = read_file(file);
  if (!is_whole(text, replication, figures_)) fail("read", file, "it was damaged");
  return cells_of(text);
}

/// Figures first ... first + count - 1 of a replication.
FigureValues Cells::part_of(std::uint32_t replication, std::size_t first, std::size_t count) const {
  if (directory_.empty()) {
    const std::scoped_lock lock(mutex_);
    const auto from =
        in_memory_.at(replication).figures.begin() + static_cast<std::ptrdiff_t>(first);
    return {from, from + static_cast<std::ptrdiff_t>(count)};
  }
  FigureValues values(count);
  std::ifstream file(file_of(replication), std::ios::binary);
  file.seekg(static_cast<std::streamoff>(sizeof(Header) + first * sizeof(double)));
  file.read(reinterpret_cast<char*>(values.data()),
            static_cast<std::streamsize>(count * sizeof(double)));
  if (!file) fail("read", file_of(replication), "it was damaged");
  return values;
}

void Cells::for_each_figure(
    std::uint32_t count,
    const std::function<void(std::size_t, std::span<const double>)>& visit) const {
  constexpr std::size_t most_at_once = std::size_t{1} << 22U;  // 32 MB
  const std::size_t block = std::max<std::size_t>(1, most_at_once / std::max(count, 1U));
  std::vector<FigureValues> parts(count);
  std::vector<double> values(count);
  for (std::size_t first = 0; first < figures_; first += block) {
    const std::size_t size = std::min(block, figures_ - first);
    for (std::uint32_t r = 0; r < count; ++r) parts[r] = part_of(r, first, size);
    for (std::size_t i = 0; i < size; ++i) {
      for (std::uint32_t r = 0; r < count; ++r) values[r] = parts[r][i];
      visit(first + i, values);
    }
  }
}

}  // namespace doorstroom
