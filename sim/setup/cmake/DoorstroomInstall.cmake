# cmake --install: the program, the scenarios with their schema, the guides.
include(GNUInstallDirs)
install(TARGETS doorstroom_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/doorstroom)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
