// Ctrl-C and other polite requests to stop.
#pragma once

namespace doorstroom {

/// From now on SIGINT, SIGTERM and SIGHUP only note that a stop is wanted; a second one ends the
/// program at once. SIGPIPE and SIGXFSZ are ignored: writing to a closed pipe, or more to a file
/// than is allowed, is an error like any other.
void watch_for_interrupts();

/// Has a stop been asked for?
bool stop_is_wanted();

}  // namespace doorstroom
