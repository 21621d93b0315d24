# The page of the report: bundled with its charts by Node.js, or plain.
set(DOORSTROOM_PAGE_SOURCE ${PROJECT_SOURCE_DIR}/sim/report/page)

# Sets NODE and NPM; stops where they are missing or too old.
macro(doorstroom_need_node)
  find_program(NODE NAMES node nodejs)
  find_program(NPM npm)
  set(_otherwise "or configure with -DDOORSTROOM_CHARTS=OFF for a report without charts")
  if(NOT NODE OR NOT NPM)
    message(FATAL_ERROR "Node.js and npm bundle the charts of the report, and one of them is "
      "missing. Install them (Debian and Ubuntu: nodejs npm), ${_otherwise}.")
  endif()
  execute_process(COMMAND ${NODE} --version OUTPUT_VARIABLE _version
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "^v" "" _version "${_version}")
  if(_version VERSION_LESS 18)
    message(FATAL_ERROR "The charts of the report need Node.js 18 or later; ${NODE} is "
      "${_version}. Install a later one, ${_otherwise}.")
  endif()
endmacro()

# doorstroom_npm(<folder with package.json and its lock file> <folder to install into> <hint>)
#
# Sets DOORSTROOM_NPM_STAMP: the file that is there when the packages of the lock file are. The hint
# says what to do where they cannot be fetched.
function(doorstroom_npm from into hint)
  set(script ${PROJECT_SOURCE_DIR}/sim/setup/cmake/FetchPackages.cmake)
  add_custom_command(OUTPUT ${into}/fetched
    COMMAND ${CMAKE_COMMAND} -DNPM=${NPM} -DFROM=${from} -DINTO=${into} -DHINT=${hint} -P ${script}
    DEPENDS ${from}/package.json ${from}/package-lock.json ${script}
    COMMENT "Fetching the packages of ${from}" VERBATIM)
  set(DOORSTROOM_NPM_STAMP ${into}/fetched PARENT_SCOPE)
endfunction()

# The page with charts, as the file ${page}.
function(_doorstroom_bundle page)
  doorstroom_need_node()
  set(work ${PROJECT_BINARY_DIR}/page)
  doorstroom_npm(${DOORSTROOM_PAGE_SOURCE} ${work}
    "configure with -DDOORSTROOM_CHARTS=OFF for a report without charts")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${DOORSTROOM_PAGE_SOURCE}/source/*.js
    ${DOORSTROOM_PAGE_SOURCE}/style/*.css)
  add_custom_command(OUTPUT ${page}
    COMMAND ${NODE} ${DOORSTROOM_PAGE_SOURCE}/bundle.mjs ${work} ${page}
    DEPENDS ${DOORSTROOM_NPM_STAMP} ${sources} ${DOORSTROOM_PAGE_SOURCE}/bundle.mjs
      ${DOORSTROOM_PAGE_SOURCE}/template.html
    COMMENT "Bundling the page of the report" VERBATIM)
endfunction()

# doorstroom_page(<cpp>): the page of the report as a C++ file, with charts where DOORSTROOM_CHARTS
# is on.
function(doorstroom_page into)
  if(DOORSTROOM_CHARTS)
    set(page ${PROJECT_BINARY_DIR}/page/page.html)
    _doorstroom_bundle(${page})
  else()
    set(page ${DOORSTROOM_PAGE_SOURCE}/plain.html)
  endif()
  set(script ${PROJECT_SOURCE_DIR}/sim/setup/cmake/EmbedPage.cmake)
  add_custom_command(OUTPUT ${into}
    COMMAND ${CMAKE_COMMAND} -DPAGE=${page} -DINTO=${into} -P ${script}
    DEPENDS ${page} ${script}
    COMMENT "Embedding the page of the report" VERBATIM)
endfunction()
