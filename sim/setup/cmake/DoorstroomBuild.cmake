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
  -ffp-contract=off -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor
  # g++ 12 takes moved std::string and std::optional for uninitialised or overlapping memory.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
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
# One folder of sim/ is one static library. USES names the folders it may include from: what is
# not named does not link, and tests/architecture checks the includes themselves. All of them
# together are installed as one library (DoorstroomInstall.cmake).
function(doorstroom_folder folder)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")  # belongs to the program
  add_library(doorstroom_${folder} STATIC ${sources})
  target_include_directories(doorstroom_${folder} PUBLIC
    ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include)
  foreach(used IN LISTS arg_USES)
    target_link_libraries(doorstroom_${folder} PUBLIC doorstroom_${used})
  endforeach()
  target_link_libraries(doorstroom_${folder} PUBLIC doorstroom_flags ${arg_LIBRARIES})
  set_property(GLOBAL APPEND PROPERTY DOORSTROOM_FOLDERS doorstroom_${folder})
endfunction()

# The header with the commit that a program says it was built from, looked up by every build.
set(DOORSTROOM_GENERATED ${PROJECT_BINARY_DIR}/generated)
find_package(Git QUIET)
add_custom_target(doorstroom_commit
  COMMAND ${CMAKE_COMMAND} -D GIT=${GIT_EXECUTABLE} -D SOURCE=${PROJECT_SOURCE_DIR}
    -D HEADER=${DOORSTROOM_GENERATED}/base/commit.hpp
    -P ${CMAKE_CURRENT_LIST_DIR}/write_commit.cmake
  BYPRODUCTS ${DOORSTROOM_GENERATED}/base/commit.hpp
  COMMENT "Looking up the commit"
  VERBATIM)

include(DoorstroomPage)
