# Writes HEADER with the commit of the checkout SOURCE, if it says something else.
#
# A "+" behind the commit means that what the program is made of has changed since; scenarios,
# tests and guides don't count. Without GIT or outside a checkout the commit is "unknown".
cmake_minimum_required(VERSION 3.25)

set(commit unknown)
if(GIT)
  # The first line, empty, says that SOURCE is the top of the checkout.
  execute_process(COMMAND ${GIT} rev-parse --show-prefix --short=10 HEAD
    WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE head ERROR_QUIET)
  if(head MATCHES "^\n([0-9a-f]+)\n$")
    set(commit ${CMAKE_MATCH_1})
    execute_process(COMMAND ${GIT} --no-optional-locks status --porcelain --
      sim include CMakeLists.txt CMakePresets.json
      WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE changes ERROR_QUIET)
    if(changes)
      string(APPEND commit +)
    endif()
  endif()
endif()
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#define DOORSTROOM_COMMIT \"@commit@\"\n" @ONLY)
