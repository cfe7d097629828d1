# Puts the page's files into one source: cmake -D FOLDER=... -D OUTPUT=... -P assemble.cmake. Nothing is changed on
# the way, so what runs in the browser is what stands in the folder; each file is a string of its own.
file(GLOB scripts ${FOLDER}/script/*.js)
list(SORT scripts)

set(text "// Made from export/page by assemble.cmake.\n#include \"export/page/page_text.h\"\n\nnamespace entente {\n\n")
file(READ ${FOLDER}/page.html content)
string(APPEND text "const std::string_view kPageTemplate = R\"page(${content})page\";\n\n")
file(READ ${FOLDER}/style.css content)
string(APPEND text "const std::string_view kPageStyle = R\"page(${content})page\";\n\n")
string(APPEND text "const std::vector<std::string_view> kPageScripts = {\n")
foreach(script ${scripts})
  file(READ ${script} content)
  string(APPEND text "R\"page(${content})page\",\n")
endforeach()
string(APPEND text "};\n\n}  // namespace entente\n")
file(WRITE ${OUTPUT} "${text}")
