# cmake -DNPM=<npm> -DFROM=<folder> -DINTO=<folder> -DHINT=<text> -P FetchPackages.cmake
#
# The npm packages of FROM/package-lock.json in INTO/node_modules, and the file INTO/fetched. Nothing
# is written to FROM, and no script of a package runs. npm is heard only when it fails.
file(MAKE_DIRECTORY ${INTO})
file(COPY ${FROM}/package.json ${FROM}/package-lock.json DESTINATION ${INTO})
execute_process(
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline --no-progress
    --no-update-notifier --loglevel=error --fetch-retries=2 --fetch-retry-maxtimeout=20000
  WORKING_DIRECTORY ${INTO}
  RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT result EQUAL 0)
  message("${said}")
  message(FATAL_ERROR "npm could not fetch the packages named in ${FROM}/package-lock.json (above "
    "is what it says). Is its registry within reach? If it is not, ${HINT}.")
endif()
file(TOUCH ${INTO}/fetched)
