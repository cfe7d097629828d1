// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <string_view>

#include "graph/error.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

constexpr char kDone = 'd', kFailed = 'f';  // the first byte that the child sends

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_, O_CLOEXEC) != 0)
      throw OutputError(std::string("cannot open a pipe: ") + std::strerror(errno));
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  void close_end(int which) {
    if (ends_[which] >= 0) ::close(ends_[which]);
    ends_[which] = -1;
  }

 private:
  int ends_[2] = {-1, -1};
};

bool send(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::write(to, bytes.data(), bytes.size());
    if (sent < 0 && errno != EINTR) return false;
    if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

[[noreturn]] void be_child(const std::function<std::string()>& work, int to) {
  ::signal(SIGPIPE, SIG_DFL);  // a parent that is gone ends the work
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3; ++stream) ::dup2(nowhere, stream);
  try {
    const std::string result = work();
    send(to, std::string_view(&kDone, 1)) && send(to, result);
  } catch (const std::exception& error) {
    send(to, std::string_view(&kFailed, 1)) && send(to, error.what());
  }
  ::_exit(0);  // no destructors, no flushing: the parent has them all too
}

// What comes until the child closes its end; false when time is up.
bool receive(int from, Clock::time_point deadline, std::string& bytes) {
  char piece[1 << 16];
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd wait{from, POLLIN, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(std::min<long long>(left, 1000)));
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    const ssize_t got = ::read(from, piece, sizeof piece);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return true;
    bytes.append(piece, static_cast<std::size_t>(got));
  }
}

void reap(pid_t child) {
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

std::string run_in_child(const std::function<std::string()>& work, std::chrono::seconds limit,
                         const std::string& what) {
  Pipe pipe;
  const pid_t child = ::fork();
  if (child < 0) throw OutputError(what + ": cannot start a process: " + std::strerror(errno));
  if (child == 0) {
    pipe.close_end(0);
    be_child(work, pipe.write_end());
  }
  pipe.close_end(1);
  std::string bytes;
  bool in_time = false;
  try {
    in_time = receive(pipe.read_end(), Clock::now() + limit, bytes);
  } catch (...) {
    ::kill(child, SIGKILL);
    reap(child);
    throw;
  }
  if (!in_time) ::kill(child, SIGKILL);
  reap(child);
  if (!in_time)
    throw OutputError(what + " took longer than " + std::to_string(limit.count()) +
                      (limit.count() == 1 ? " second" : " seconds") + " and was stopped");
  if (bytes.empty()) throw OutputError(what + " broke off");
  if (bytes.front() != kDone) throw OutputError(what + ": " + bytes.substr(1));
  return bytes.substr(1);
}

}  // namespace entente
