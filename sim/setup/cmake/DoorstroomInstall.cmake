# cmake --install: the program, the scenarios with their schema, the guides, and the library with
# its headers for find_package(doorstroom), target doorstroom::doorstroom.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS doorstroom_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/doorstroom OPTIONAL)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES output/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME data-dictionary.md
  OPTIONAL)

# --- the library: the objects of all folders of sim/ but the program's own, in one archive --------

get_property(folders GLOBAL PROPERTY DOORSTROOM_FOLDERS)
# Spreadsheets are for readers of files; a program that links the library needs no such library.
list(REMOVE_ITEM folders doorstroom_workbook doorstroom_app)
add_library(doorstroom STATIC)
add_library(doorstroom::doorstroom ALIAS doorstroom)
foreach(folder IN LISTS folders)
  target_sources(doorstroom PRIVATE $<TARGET_OBJECTS:${folder}>)
endforeach()
set_target_properties(doorstroom PROPERTIES LINKER_LANGUAGE CXX)
target_compile_features(doorstroom INTERFACE cxx_std_20)
target_include_directories(doorstroom INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
# What the archive leaves to be linked; libraries that are only headers are compiled in.
# DoorstroomConfig.cmake.in finds the same ones.
target_link_libraries(doorstroom PRIVATE fmt::fmt Digest::Digest OpenMP::OpenMP_CXX)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/doorstroom)
install(DIRECTORY include/doorstroom DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS doorstroom EXPORT doorstroom ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT doorstroom NAMESPACE doorstroom:: FILE doorstroomTargets.cmake
  DESTINATION ${package_dir})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/DoorstroomConfig.cmake.in
  ${PROJECT_BINARY_DIR}/doorstroomConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/doorstroomConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/doorstroomConfig.cmake
  ${PROJECT_BINARY_DIR}/doorstroomConfigVersion.cmake ${CMAKE_CURRENT_LIST_DIR}/FindDigest.cmake
  DESTINATION ${package_dir})
