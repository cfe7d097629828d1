# Installs the programs, the libraries with their headers, the data, a CMake package and pkg-config files.
include(CMakePackageConfigHelpers)

install(TARGETS entente RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS entente_layout RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/entente)
install(TARGETS entente_graph entente_extract entente_export EXPORT entente-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente)
install(EXPORT entente-targets NAMESPACE entente:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)

install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/entente
  FILES_MATCHING PATTERN "gazetteer_*.tsv" EXCLUDE PATTERN "*.tsv" PATTERN "*.model" PATTERN "*.json" PATTERN "*.txt" PATTERN "*.md" PATTERN "LICENSE*")
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(cmake/entente-config.cmake.in ${PROJECT_BINARY_DIR}/entente-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente PATH_VARS CMAKE_INSTALL_DATADIR CMAKE_INSTALL_LIBEXECDIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake ${PROJECT_BINARY_DIR}/entente-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)

# Relative, so that the package may be moved.
file(RELATIVE_PATH ENTENTE_PREFIX_FROM_PC ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(cmake/entente.pc.in ${PROJECT_BINARY_DIR}/entente.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/entente.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
