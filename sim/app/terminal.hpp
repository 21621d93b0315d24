// The terminal: is there one, how wide is it, and the bar that says how far a run is.
#pragma once

#include <chrono>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

#include "doorstroom/run.hpp"

#include "report/language.hpp"

namespace doorstroom {

bool is_terminal(std::FILE* stream);

/// To be called before any file is opened: a standard stream that is closed would share its number
/// with the first of them, and what is meant for a reader would end up in there. From then on
/// writing to a closed standard output fails, and what goes to a closed standard error is dropped.
void occupy_closed_streams();

/// Writes to a stream; throws FileError when it is closed or full.
void print(std::FILE* stream, std::string_view text);

/// Prints what a study comes down to: its title, headings and warnings in colour on a terminal,
/// unless NO_COLOR (https://no-color.org) or TERM=dumb say otherwise.
void print_summary(std::string_view text);

/// A summary with the colours of a terminal.
std::string in_colour(std::string_view text);

/// Progress of a run on standard error: a bar with the remaining time on a terminal, plain lines
/// every tenth otherwise. May be told from any thread.
class ProgressBar final {
 public:
  enum class Style { bar, lines, none };

  ProgressBar(Style style, Language language);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  void show(const Progress& progress);

 private:
  void draw(double share, double seconds);
  void line(double share, double seconds);
  [[nodiscard]] std::string remaining(double share, double seconds) const;

  using Clock = std::chrono::steady_clock;
  Style style_;
  Language language_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_ = start_;
  int tenths_ = 0;
  bool on_screen_ = false;
  std::mutex mutex_;
};

}  // namespace doorstroom
