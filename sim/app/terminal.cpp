#include "app/terminal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/files.hpp"

namespace doorstroom {

bool is_terminal(std::FILE* stream) {
  return ::isatty(::fileno(stream)) == 1;
}

void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest number that is free: this one, as those before it are taken.
    ::open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);
  }
}

void print(std::FILE* stream, std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  if (!written || std::fflush(stream) != 0) {
    throw FileError(fmt::format("cannot write the output ({})", std::strerror(errno)));
  }
}

namespace {

bool wants_colour() {
  const char* refused = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  const bool is_refused = refused != nullptr && *refused != '\0';
  const bool is_dumb = kind == nullptr || std::string_view(kind) == "dumb";
  return is_terminal(stdout) && !is_refused && !is_dumb;
}

}  // namespace

std::string in_colour(std::string_view text) {
  constexpr std::string_view bold = "\033[1m";
  constexpr std::string_view heading = "\033[36m";
  constexpr std::string_view warning = "\033[33m";
  constexpr std::string_view plain = "\033[0m";
  std::string coloured;
  bool is_title = true;
  bool begins = false;  // does a table or a paragraph begin here?
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const bool is_warning = line.starts_with("  ! ");
    const std::string_view look = is_title                           ? bold
                                  : is_warning                       ? warning
                                  : begins && line.starts_with("  ") ? heading
                                                                     : std::string_view();
    if (!look.empty() && !line.empty()) {
      coloured.append(look).append(line).append(plain);
    } else {
      coloured += line;
    }
    if (end == std::string_view::npos) break;
    coloured += '\n';
    begins = line.empty();
    is_title = false;
    text.remove_prefix(end + 1);
  }
  return coloured;
}

void print_summary(std::string_view text) {
  print(stdout, wants_colour() ? in_colour(text) : std::string(text));
}

namespace {

int terminal_width() {
  winsize size{};
  constexpr int usual = 80;
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
  return size.ws_col;
}

}  // namespace

ProgressBar::ProgressBar(Style style, Language language) : style_(style), language_(language) {}

ProgressBar::~ProgressBar() {
  if (on_screen_) std::fputs("\r\033[K", stderr);
}

std::string ProgressBar::remaining(double share, double seconds) const {
  if (share <= 0) return {};
  const auto left = static_cast<long>(seconds * (1 - share) / share + 0.5);
  const std::string time =
      left < 60 ? fmt::format("{} s", left) : fmt::format("{} min {:02} s", left / 60, left % 60);
  return language_ == Language::nl ? "nog " + time : time + " left";
}

void ProgressBar::show(const Progress& progress) {
  if (style_ == Style::none || progress.days_total == 0) return;
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock) return;
  const auto now = Clock::now();
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double share =
      static_cast<double>(progress.days_done) / static_cast<double>(progress.days_total);
  if (style_ == Style::lines) return line(share, seconds);
  constexpr auto pause = std::chrono::milliseconds(100);
  constexpr auto not_worth_it = std::chrono::milliseconds(300);
  if (now - drawn_ < pause || now - start_ < not_worth_it) return;
  drawn_ = now;
  draw(share, seconds);
}

void ProgressBar::line(double share, double seconds) {
  const int tenths = static_cast<int>(share * 10);
  if (tenths <= tenths_) return;
  tenths_ = tenths;
  constexpr double not_worth_it = 2;
  if (seconds < not_worth_it) return;
  std::fputs(fmt::format("{} %, {}\n", tenths * 10, remaining(share, seconds)).c_str(), stderr);
}

void ProgressBar::draw(double share, double seconds) {
  const std::string text = fmt::format(" {:3.0f} %  {}", share * 100, remaining(share, seconds));
  const int width = std::clamp(terminal_width() - static_cast<int>(text.size()) - 4, 5, 50);
  const int full = static_cast<int>(share * width);
  std::string bar;
  for (int i = 0; i < width; ++i) bar += i < full ? "█" : "░";
  std::fputs(("\r" + bar + text + "\033[K").c_str(), stderr);
  std::fflush(stderr);
  on_screen_ = true;
}

}  // namespace doorstroom
