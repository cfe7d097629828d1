// SPDX-License-Identifier: Apache-2.0
// Writes the nasty graph of the tests in every format into a folder: what tests/consumers/run.sh hands to
// other people's tools. Usage: entente_consumer_files FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>

#include "export/writer.h"
#include "tests/export/nasty_graph.h"

namespace entente {
namespace {

bool is_picture(const Format& format) {
  return format.name == "svg" || format.name == "png" || format.name == "pdf" || format.name == "html";
}

void write_file(const Format& format, const std::filesystem::path& file, const KnowledgeGraph& graph,
                const WriteOptions& options) {
  std::ofstream out(file, std::ios::binary);
  format.write(graph, out, options);
}

void write_folder(const Format& format, const std::filesystem::path& folder, const KnowledgeGraph& graph,
                  const WriteOptions& options) {
  std::filesystem::create_directories(folder);
  format.write_folder(graph, folder, options);
}

void write_all(const std::filesystem::path& folder) {
  const KnowledgeGraph graph = nasty_graph();
  WriteOptions options;
  options.title = nasty_names()[0];
  std::filesystem::create_directories(folder);
  for (const Format& format : formats()) {
    if (is_picture(format)) continue;
    const std::filesystem::path path = folder / format.name;
    if (format.write_folder != nullptr)
      write_folder(format, path, graph, options);
    else
      write_file(format, path, graph, options);
  }
  options.gexf12 = true;
  write_file(*find_format("gexf"), folder / "gexf12", graph, options);
  options.spreadsheet = true;
  write_folder(*find_format("csv"), folder / "spreadsheet", graph, options);
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: entente_consumer_files FOLDER\n";
    return 2;
  }
  entente::write_all(argv[1]);
  return 0;
}
