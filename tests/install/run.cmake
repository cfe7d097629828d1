# Installs the build tree into a folder, builds the consumer project against it there, and runs it.
#   cmake -DBUILD=... -DSOURCE=... -DWORK=... -P run.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(text "France sent weapons to Ukraine.")
file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE}/consumer -B ${WORK}/consumer -G Ninja -DCMAKE_BUILD_TYPE=Release
  -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_CXX_FLAGS=${CXX_FLAGS} -DCMAKE_PREFIX_PATH=${WORK}/prefix)
run(${CMAKE_COMMAND} --build ${WORK}/consumer)
run(${WORK}/consumer/consumer ${text})
if(NOT output MATCHES "country:UKR")
  message(FATAL_ERROR "the consumer found no Ukraine: ${output}")
endif()

# The installed program finds the installed data by itself, from any folder.
file(WRITE ${WORK}/consumer-text.txt "${text}\n")
run(${CMAKE_COMMAND} -E env --unset=ENTENTE_DATA ${CMAKE_COMMAND} -E chdir ${WORK} ${WORK}/prefix/bin/entente build consumer-text.txt)
if(NOT output MATCHES "country:UKR")
  message(FATAL_ERROR "the installed program found no Ukraine: ${output}")
endif()

# And the installed program that lays out pictures.
run(${CMAKE_COMMAND} -E env --unset=ENTENTE_DATA --unset=ENTENTE_LAYOUT ${CMAKE_COMMAND} -E chdir ${WORK} ${WORK}/prefix/bin/entente build consumer-text.txt -f svg)
if(NOT output MATCHES "</svg>")
  message(FATAL_ERROR "the installed program drew nothing: ${output}")
endif()
file(GLOB_RECURSE layout ${WORK}/prefix/*/entente-layout)
file(RENAME "${layout}" "${layout}.away")
execute_process(COMMAND ${WORK}/consumer/consumer RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE said)
file(RENAME "${layout}.away" "${layout}")
if(result EQUAL 0 OR NOT said MATCHES "cannot run ${WORK}/prefix/")
  message(FATAL_ERROR "the consumer drew with another program than the installed one: ${said}")
endif()

# pkg-config knows it too.
find_program(PKG_CONFIG pkg-config)
file(GLOB_RECURSE pc ${WORK}/prefix/*/entente.pc)
if(PKG_CONFIG AND pc)
  get_filename_component(folder "${pc}" DIRECTORY)
  run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${folder} ${PKG_CONFIG} --static --cflags --libs entente)
  separate_arguments(flags UNIX_COMMAND "${output}")
  separate_arguments(cxx_flags UNIX_COMMAND "${CXX_FLAGS}")
  run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${folder} ${PKG_CONFIG} --variable=layout entente)
  string(STRIP "${output}" layout)
  run(${CXX} -std=c++20 ${cxx_flags} "-DDATA=\"${WORK}/prefix/share/entente\"" "-DLAYOUT=\"${layout}\"" ${SOURCE}/consumer/consumer.cc -o ${WORK}/by-pkg-config ${flags})
  run(${WORK}/by-pkg-config ${text})
endif()
