# How every target of the project is compiled.
#
# The floating-point flags are part of the result, not of the speed: contraction
# into fused multiply-adds would make figures differ between processors.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(doorstroom_flags INTERFACE)
target_compile_options(doorstroom_flags INTERFACE
  -ffp-contract=off $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor)
if(DOORSTROOM_WERROR)
  target_compile_options(doorstroom_flags INTERFACE -Werror)
endif()
if(DOORSTROOM_CONTRACTS)
  target_compile_definitions(doorstroom_flags INTERFACE DOORSTROOM_CONTRACTS=1)
endif()
if(DOORSTROOM_SANITIZE)
  target_compile_options(doorstroom_flags INTERFACE
    -fsanitize=${DOORSTROOM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(doorstroom_flags INTERFACE -fsanitize=${DOORSTROOM_SANITIZE})
endif()
if(DOORSTROOM_COVERAGE)
  target_compile_options(doorstroom_flags INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(doorstroom_flags INTERFACE --coverage)
endif()

# doorstroom_folder(<folder> [USES <folder>...] [LIBRARIES <target>...])
#
# One folder of sim/ is one object library. USES names the folders it may include from: what is
# not named does not link, and tests/architecture checks the includes themselves.
function(doorstroom_folder folder)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  add_library(doorstroom_${folder} STATIC ${sources})
  target_include_directories(doorstroom_${folder} PUBLIC
    ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/include)
  foreach(used IN LISTS arg_USES)
    target_link_libraries(doorstroom_${folder} PUBLIC doorstroom_${used})
  endforeach()
  target_link_libraries(doorstroom_${folder} PUBLIC doorstroom_flags ${arg_LIBRARIES})
endfunction()

# The commit that a program says it was built from.
set(DOORSTROOM_COMMIT unknown)
find_package(Git QUIET)
if(GIT_FOUND)
  execute_process(COMMAND ${GIT_EXECUTABLE} describe --always --dirty=+ --exclude=*
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE described
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE git_failed)
  if(NOT git_failed)
    set(DOORSTROOM_COMMIT ${described})
  endif()
endif()
