# The target coverage_report: which lines and branches the tests that were run have reached.
find_program(GCOVR gcovr)
if(NOT GCOVR)
  message(STATUS "No gcovr: no target coverage_report")
  return()
endif()
set(report ${PROJECT_BINARY_DIR}/coverage)
add_custom_target(coverage_report
  COMMAND ${CMAKE_COMMAND} -E make_directory ${report}
  COMMAND ${GCOVR} --root ${PROJECT_SOURCE_DIR} --filter ${PROJECT_SOURCE_DIR}/sim/
    --filter ${PROJECT_SOURCE_DIR}/include/ --exclude-throw-branches
    --html-details ${report}/index.html --print-summary ${PROJECT_BINARY_DIR}
  COMMENT "Writing ${report}/index.html"
  VERBATIM)
