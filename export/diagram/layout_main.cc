// SPDX-License-Identifier: Apache-2.0
// entente-layout: a job of export/diagram/job.h on standard input, the picture on standard output; what is
// wrong goes to standard error, with status 1. Not for people: write_diagram() runs it.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>

#include "export/diagram/draw.h"
#include "export/diagram/job.h"
#include "graph/error.h"

namespace entente {
namespace {

std::string read_input() {
  std::string bytes;
  char piece[1 << 16];
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, piece, sizeof piece);
    if (got == 0) return bytes;
    if (got > 0) bytes.append(piece, static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR)
      throw OutputError(std::string("cannot read the plan: ") + std::strerror(errno));
  }
}

void write_output(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(to, bytes.data(), bytes.size());
    if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    if (sent < 0 && errno != EINTR)
      throw OutputError(std::string("cannot write the picture: ") + std::strerror(errno));
  }
}

// Whatever a plugin prints is to stay out of the picture.
int keep_output() {
  const int output = ::dup(STDOUT_FILENO);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  return output;
}

int run() {
  try {
    const int output = keep_output();
    const LayoutJob job = read_layout_job(read_input());
    ::alarm(static_cast<unsigned>(job.seconds + 1));  // should nobody be left to stop it
    write_output(output, draw(job));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}

}  // namespace
}  // namespace entente

int main() {
  const int status = entente::run();
  std::fflush(nullptr);
  ::_exit(status);  // no destructors: Graphviz's plugins leave much behind, and some fail when they leave
}
