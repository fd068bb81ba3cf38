# What `cmake --install` lays down and what CPack packs: a prefix that may stand anywhere.
#
#   bin/disburse                 the program; it finds share/disburse beside its own folder
#   share/disburse/              law, scenarios, budgets, forms, the report's page, the workbench's page
#   share/man, share/bash-completion, share/zsh, share/fish
#   share/doc/disburse/          licence, changelog, manual
#   lib/disburse/                shared libraries and share/doc/disburse/licences: in the .tar.gz alone
#
# Component `program` is all but the last line; the .deb names its libraries as dependencies instead.
include(GNUInstallDirs)

# A program in a build folder finds the data of the source tree by this link.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share)
file(CREATE_LINK ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/share/disburse SYMBOLIC)

# DT_RPATH, not DT_RUNPATH: it also holds for what the bundled libraries need themselves.
set_target_properties(disburse PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/disburse")
target_link_options(disburse PRIVATE -Wl,--disable-new-dtags)

if(NOT CMAKE_CROSSCOMPILING)
  set(dependencies RUNTIME_DEPENDENCY_SET disburse_libraries)
endif()
install(TARGETS disburse ${dependencies} DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)

# ---- data -------------------------------------------------------------------------------------------
set(data ${CMAKE_INSTALL_DATADIR}/disburse)
foreach(folder models scenarios)
  install(DIRECTORY ${folder} DESTINATION ${data} COMPONENT program
    FILES_MATCHING PATTERN "*.toml" PATTERN "*.csv" PATTERN "*.json")
endforeach()
install(DIRECTORY outputs/forms DESTINATION ${data}/outputs COMPONENT program FILES_MATCHING PATTERN "*.toml")
install(FILES disburse.toml DESTINATION ${data} COMPONENT program)
install(FILES outputs/report/page.css DESTINATION ${data}/outputs/report COMPONENT program)
# The charts' script is made by scripts/report-bundle; without it every command works but --report.
install(FILES outputs/report/dist/charts.js DESTINATION ${data}/outputs/report/dist COMPONENT program OPTIONAL)

# The page of `disburse serve` is made by scripts/workbench; without it the interface alone answers.
install(DIRECTORY outputs/workbench/dist DESTINATION ${data}/outputs/workbench COMPONENT program OPTIONAL)

# ---- what the command line says of itself -----------------------------------------------------------
set(described ${CMAKE_BINARY_DIR}/described)
file(MAKE_DIRECTORY ${described})
set(descriptions)
foreach(kind bash zsh fish man)
  add_custom_command(OUTPUT ${described}/disburse.${kind}
    COMMAND disburse describe ${kind} > ${described}/disburse.${kind} DEPENDS disburse VERBATIM)
  list(APPEND descriptions ${described}/disburse.${kind})
endforeach()
add_custom_target(disburse_descriptions ALL DEPENDS ${descriptions})
install(FILES ${described}/disburse.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME disburse
  COMPONENT program)
install(FILES ${described}/disburse.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _disburse
  COMPONENT program)
install(FILES ${described}/disburse.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES ${described}/disburse.man DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 RENAME disburse.1 COMPONENT program)

# ---- pages ------------------------------------------------------------------------------------------
set(pages ${CMAKE_INSTALL_DATADIR}/doc/disburse)
install(FILES README.md README.zh-CN.md MANUAL.md MANUAL.zh-CN.md CHANGELOG.md DESTINATION ${pages} COMPONENT program)
install(FILES LICENSE DESTINATION ${pages} RENAME copyright COMPONENT program)
install(FILES scripts/packaging/nginx.conf DESTINATION ${pages} COMPONENT program)

# ---- shared libraries beside the program ------------------------------------------------------------
# The C library and its loader stay the system's own; all else comes along, with its licence. CMake finds the libraries only
# on the system that they are for.
if(NOT CMAKE_CROSSCOMPILING)
  install(RUNTIME_DEPENDENCY_SET disburse_libraries
    PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread|resolv|util)\\.so"
    DESTINATION lib/disburse COMPONENT libraries EXCLUDE_FROM_ALL)
  install(CODE "set(folder \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
  execute_process(COMMAND ${CMAKE_COMMAND} -DFOLDER=\${folder}/lib/disburse -DLICENCES=\${folder}/${pages}/licences
    -DARCHITECTURE=${CMAKE_LIBRARY_ARCHITECTURE}
    -P ${CMAKE_SOURCE_DIR}/scripts/packaging/licences.cmake COMMAND_ERROR_IS_FATAL ANY)"
    COMPONENT libraries EXCLUDE_FROM_ALL)
endif()

# ---- packages ---------------------------------------------------------------------------------------
set(CPACK_PACKAGE_NAME disburse)
set(CPACK_PACKAGE_VENDOR disburse)
set(CPACK_PACKAGE_CONTACT "disburse maintainers <maintainers@disburse.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "projects social-insurance payments and compares them with the budget")
set(CPACK_PACKAGE_FILE_NAME "disburse-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/scripts/packaging/cpack.cmake)
set(CPACK_COMPONENTS_ALL program libraries)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
include(CPack)
