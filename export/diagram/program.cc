// SPDX-License-Identifier: Apache-2.0
#include "export/diagram/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

#include "graph/error.h"

extern char** environ;

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostSaid = 4'000;  // bytes of standard error that a message repeats

[[noreturn]] void fail(const std::string& what, const std::string& how, int code) {
  throw OutputError(what + ": " + how + ": " + std::strerror(code));
}

class Descriptor {
 public:
  Descriptor() = default;
  // Out of the way of the standard streams, which may be closed here and are set in the child one by one.
  explicit Descriptor(int fd) : fd_(fd) {
    if (fd < 0 || fd > STDERR_FILENO) return;
    fd_ = ::fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::close(fd);
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }
  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_ = -1;
};

struct Channel {
  Descriptor ours, theirs;
};

// A socket: writing to a program that is gone must not raise SIGPIPE in a process that is not ours to change.
Channel open_channel(const std::string& what) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    fail(what, "cannot open a socket", errno);
  Channel channel{Descriptor(ends[0]), Descriptor(ends[1])};
  if (!channel.ours.is_open() || !channel.theirs.is_open()) fail(what, "cannot open a socket", EMFILE);
  return channel;
}

class Attributes {
 public:
  Attributes() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
    sigset_t none, plain;
    ::sigemptyset(&none);
    ::sigemptyset(&plain);
    ::sigaddset(&plain, SIGPIPE);
    ::sigaddset(&plain, SIGALRM);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &plain);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  void connect(const Descriptor& fd, int stream) {
    ::posix_spawn_file_actions_adddup2(&actions_, fd.get(), stream);
  }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

// A program under way: input is sent and output taken as either is ready, so that neither side waits for the
// other for ever. Killed and reaped with the object.
class Child {
 public:
  Child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
        std::string_view input, std::string what)
      : what_(std::move(what)), input_(input) {
    Channel in = open_channel(what_), out = open_channel(what_), err = open_channel(what_);
    Attributes attributes;
    attributes.connect(in.theirs, STDIN_FILENO);
    attributes.connect(out.theirs, STDOUT_FILENO);
    attributes.connect(err.theirs, STDERR_FILENO);
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    const int code = ::posix_spawn(&id_, program.c_str(), attributes.actions(), attributes.attributes(),
                                   words.data(), environ);
    if (code != 0) fail(what_, "cannot run " + program.string(), code);
    running_ = true;
    in_ = std::move(in.ours);
    out_ = std::move(out.ours);
    err_ = std::move(err.ours);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (!running_) return;
    ::kill(id_, SIGKILL);
    reap();
  }

  // False when time is up.
  bool talk(Clock::time_point deadline) {
    if (input_.empty()) in_.close();
    while (out_.is_open() || err_.is_open()) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
      if (left <= 0) return false;
      pollfd waits[] = {{in_.get(), POLLOUT, 0}, {out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}};
      const int ready = ::poll(waits, 3, static_cast<int>(std::min<long long>(left, 1000)));
      if (ready < 0 && errno != EINTR) fail(what_, "cannot wait for it", errno);
      if (ready <= 0) continue;
      if (waits[0].revents != 0) send();
      if (waits[1].revents != 0) receive(out_, output_);
      if (waits[2].revents != 0) receive(err_, said_);
    }
    return true;
  }

  // The status as of waitpid; none where this process has it that nobody waits for its children.
  std::optional<int> reap() {
    running_ = false;
    int status = 0;
    for (;;) {
      if (::waitpid(id_, &status, 0) == id_) return status;
      if (errno != EINTR) return std::nullopt;
    }
  }

  std::string& output() { return output_; }

  std::string said() const {
    std::string_view said = said_;
    const auto end = said.find_last_not_of(" \n");
    said = said.substr(0, end == said.npos ? 0 : end + 1);
    return std::string(said.substr(said.size() - std::min(said.size(), kMostSaid)));
  }

 private:
  void send() {
    const ssize_t sent = ::send(in_.get(), input_.data(), input_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (sent < 0) return in_.close();  // it reads no more; its status will say why
    input_.remove_prefix(static_cast<std::size_t>(sent));
    if (input_.empty()) in_.close();
  }

  static void receive(Descriptor& from, std::string& bytes) {
    char piece[1 << 16];
    const ssize_t got = ::read(from.get(), piece, sizeof piece);
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) return from.close();
    bytes.append(piece, static_cast<std::size_t>(got));
  }

  std::string what_;
  std::string_view input_;  // what is still to be sent
  std::string output_, said_;
  Descriptor in_, out_, err_;
  pid_t id_ = -1;
  bool running_ = false;
};

std::string in_words(std::chrono::milliseconds limit) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit);
  if (seconds != limit) return std::to_string(limit.count()) + " milliseconds";
  return std::to_string(seconds.count()) + (seconds.count() == 1 ? " second" : " seconds");
}

}  // namespace

std::string run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                        std::string_view input, std::chrono::milliseconds limit, const std::string& what) {
  Child child(program, arguments, input, what);
  if (!child.talk(Clock::now() + limit))
    throw OutputError(what + " took longer than " + in_words(limit) + " and was stopped");
  const std::optional<int> status = child.reap();
  const std::string said = child.said();
  if (status ? *status == 0 : said.empty()) return std::move(child.output());
  if (!said.empty()) throw OutputError(what + ": " + said);
  if (status && WIFSIGNALED(*status))
    throw OutputError(what + " broke off: " + ::strsignal(WTERMSIG(*status)));
  throw OutputError(what + " broke off");
}

}  // namespace entente
