# How tests are made. They mirror sim/: tests/<folder>/<concept>_test.cpp, one program per folder,
# which keeps the build short; ctest still runs every test by its own name. Tests that take more
# than a few seconds live in <concept>_slow_test.cpp: they carry the label slow, and only
# `tests/run --all` runs them.
find_package(GTest REQUIRED)
include(GoogleTest)

# doorstroom_tests(<folder> [USES <folder>...] [LIBRARIES <target>...])
#
# All of tests/<folder>/*.cpp; USES names the folders of sim/ that are tested.
function(doorstroom_tests folder)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES" ${ARGN})
  list(TRANSFORM arg_USES PREPEND doorstroom_)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  set(slow_sources ${sources})
  list(FILTER slow_sources INCLUDE REGEX "_slow_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_slow_test\\.cpp$")
  if(sources)
    _doorstroom_test_program(test_${folder} ${folder} "" "${sources}")
  endif()
  if(slow_sources)
    # Helpers that the folder's tests share are part of both programs.
    set(helpers ${sources})
    list(FILTER helpers EXCLUDE REGEX "_test\\.cpp$")
    _doorstroom_test_program(test_${folder}_slow ${folder} slow "${helpers};${slow_sources}")
  endif()
endfunction()

function(_doorstroom_test_program target folder label sources)
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE
    doorstroom_flags ${arg_USES} GTest::gmock_main ${arg_LIBRARIES})
  gtest_discover_tests(${target} TEST_PREFIX "${folder}/" DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS "${label}")
endfunction()

# doorstroom_script_tests(<folder>/<script> [LABEL slow] [ENVIRONMENT <name=value>...])
#
# Every function test_<name> of a shell script that is called with the name of one of them. One that
# cannot be run on a machine says why and ends with 77.
function(doorstroom_script_tests script)
  cmake_parse_arguments(arg "" "LABEL" "ENVIRONMENT" ${ARGN})
  set(path ${CMAKE_CURRENT_SOURCE_DIR}/${script})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  get_filename_component(folder ${script} DIRECTORY)
  file(STRINGS ${path} names REGEX "^test_[a-z0-9_]+\\(\\)")
  foreach(line IN LISTS names)
    string(REGEX MATCH "^test_[a-z0-9_]+" name ${line})
    add_test(NAME ${folder}/${name} COMMAND sh ${path} ${name})
    set_tests_properties(${folder}/${name} PROPERTIES
      LABELS "${arg_LABEL}" ENVIRONMENT "${arg_ENVIRONMENT}" SKIP_RETURN_CODE 77)
  endforeach()
endfunction()

# doorstroom_bench(<folder> [USES <folder>...])
#
# tests/bench/<folder>_bench.cpp as the program bench_<folder>: built with the tests, run by hand.
function(doorstroom_bench folder)
  cmake_parse_arguments(arg "" "" "USES" ${ARGN})
  find_package(benchmark REQUIRED)
  list(TRANSFORM arg_USES PREPEND doorstroom_)
  add_executable(bench_${folder} bench/${folder}_bench.cpp)
  target_link_libraries(bench_${folder} PRIVATE ${arg_USES} benchmark::benchmark)
endfunction()
