# entente_fuzz(NAME SOURCES a_fuzz.cc LIBS ...): a fuzz target. With ENTENTE_LIBFUZZER (Clang) it is a libFuzzer program;
# else the driver beside this file mutates the seeds for ENTENTE_FUZZ_SECONDS, the same inputs at every run.
option(ENTENTE_LIBFUZZER "Build the fuzz targets for libFuzzer" OFF)
set(ENTENTE_FUZZ_SECONDS 60 CACHE STRING "Seconds that each fuzz target runs among the tests")

function(entente_fuzz name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS})
  target_compile_definitions(${name} PRIVATE ENTENTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(ENTENTE_LIBFUZZER)
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    add_test(NAME ${name} COMMAND ${name} -max_total_time=${ENTENTE_FUZZ_SECONDS})
  else()
    target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/driver.cc)
    add_test(NAME ${name} COMMAND ${name} ${ENTENTE_FUZZ_SECONDS})
  endif()
  set_tests_properties(${name} PROPERTIES LABELS fuzz TIMEOUT 300)
endfunction()

entente_fuzz(fuzz_segmenter SOURCES ${PROJECT_SOURCE_DIR}/tests/fuzz/segmenter_fuzz.cc
  LIBS entente_language entente_document entente_graph utf8proc)
entente_fuzz(fuzz_model SOURCES ${PROJECT_SOURCE_DIR}/tests/fuzz/model_fuzz.cc
  LIBS entente_language entente_document entente_graph utf8proc)
entente_fuzz(fuzz_conllu SOURCES ${PROJECT_SOURCE_DIR}/tests/fuzz/conllu_fuzz.cc
  LIBS entente_language entente_document entente_graph utf8proc)
entente_fuzz(fuzz_reader SOURCES ${PROJECT_SOURCE_DIR}/tests/fuzz/reader_fuzz.cc
  LIBS entente_document entente_graph)
