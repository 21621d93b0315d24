# Finds libmd (SHA-256), which Debian and Ubuntu ship as libmd-dev. Target: Digest::Digest.
find_path(DIGEST_INCLUDE_DIR sha2.h)
find_library(DIGEST_LIBRARY md)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Digest REQUIRED_VARS DIGEST_LIBRARY DIGEST_INCLUDE_DIR)
if(Digest_FOUND AND NOT TARGET Digest::Digest)
  add_library(Digest::Digest UNKNOWN IMPORTED)
  set_target_properties(Digest::Digest PROPERTIES
    IMPORTED_LOCATION ${DIGEST_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${DIGEST_INCLUDE_DIR})
endif()
mark_as_advanced(DIGEST_INCLUDE_DIR DIGEST_LIBRARY)
