#include "app/interrupt.hpp"

#include <csignal>
#include <initializer_list>

namespace doorstroom {

namespace {

// The one mutable global of the program: a signal handler can reach nothing else.
volatile std::sig_atomic_t stop_wanted = 0;

extern "C" void note_stop(int signal) {
  if (stop_wanted != 0) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  stop_wanted = 1;
}

}  // namespace

void watch_for_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, note_stop);
  // What fails is then said and cleared away like any other error.
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
}

bool stop_is_wanted() {
  return stop_wanted != 0;
}

}  // namespace doorstroom
