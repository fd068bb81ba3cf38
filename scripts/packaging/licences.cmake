# Copies the copyright file of the Debian package behind each library in FOLDER into LICENCES; ARCHITECTURE is the name of
# its folder on this system, as x86_64-linux-gnu.
file(MAKE_DIRECTORY ${LICENCES})
file(GLOB libraries RELATIVE ${FOLDER} ${FOLDER}/*)
foreach(library ${libraries})
  execute_process(COMMAND dpkg-query -S "*lib/${ARCHITECTURE}/${library}" OUTPUT_VARIABLE owners RESULT_VARIABLE unknown ERROR_QUIET)
  string(REGEX MATCH "^[^:,\n]+" package "${owners}")
  set(copyright /usr/share/doc/${package}/copyright)
  if(unknown OR NOT EXISTS ${copyright})
    message(FATAL_ERROR "No licence was found for ${library}: it cannot be handed on.")
  endif()
  file(COPY_FILE ${copyright} ${LICENCES}/${package})
endforeach()
