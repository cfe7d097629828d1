// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

// Runs `work` on items of a stream on several threads and hands the results on in the stream's order, so that
// the number of threads never shows. At most four items a thread are under way, so memory stays bounded.
//
//   source()      the next item or an empty optional, called by this thread
//   make_work()   called by each thread once; what it returns turns an item into a result
//   sink(result)  called by this thread, in order
//
// What any of them throws ends the run and is thrown on.
template <typename Source, typename MakeWork, typename Sink>
class InOrder {
  using Item = typename std::invoke_result_t<Source>::value_type;
  using Work = std::invoke_result_t<MakeWork>;
  using Result = std::invoke_result_t<Work, Item>;

 public:
  InOrder(unsigned threads, Source source, MakeWork make_work, Sink sink)
      : window_(std::size_t{4} * threads),
        source_(std::move(source)),
        make_work_(std::move(make_work)),
        sink_(std::move(sink)) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run_worker(); });
  }

  ~InOrder() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      waiting_.clear();
    }
    work_there_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  void run() {
    for (bool more = true;;) {
      while (more && slots_.size() < window_) more = add_slot();
      if (slots_.empty()) return;
      const std::unique_ptr<Slot> first = take_first();
      if (first->error) std::rethrow_exception(first->error);
      sink_(std::move(*first->result));
    }
  }

 private:
  struct Slot {
    std::optional<Item> item;
    std::optional<Result> result;
    std::exception_ptr error;
    bool done = false;
  };

  bool add_slot() {
    std::optional<Item> item = source_();
    if (!item) return false;
    slots_.push_back(std::make_unique<Slot>());
    slots_.back()->item = std::move(item);
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(slots_.back().get());
    }
    work_there_.notify_one();
    return true;
  }

  std::unique_ptr<Slot> take_first() {
    std::unique_lock lock(mutex_);
    result_there_.wait(lock, [&] { return slots_.front()->done; });
    std::unique_ptr<Slot> first = std::move(slots_.front());
    slots_.pop_front();
    return first;
  }

  Slot* next_waiting() {
    std::unique_lock lock(mutex_);
    work_there_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return nullptr;
    Slot* slot = waiting_.front();
    waiting_.pop_front();
    return slot;
  }

  void run_worker() {
    Work work = make_work_();
    while (Slot* slot = next_waiting()) {
      try {
        slot->result.emplace(work(std::move(*slot->item)));
      } catch (...) {
        slot->error = std::current_exception();
      }
      {
        const std::lock_guard lock(mutex_);
        slot->done = true;
      }
      result_there_.notify_one();
    }
  }

  std::size_t window_;
  Source source_;
  MakeWork make_work_;
  Sink sink_;
  std::deque<std::unique_ptr<Slot>> slots_;  // only this thread's; what they hold is guarded by mutex_
  std::deque<Slot*> waiting_;
  bool ended_ = false;
  std::mutex mutex_;
  std::condition_variable work_there_;
  std::condition_variable result_there_;
  std::vector<std::thread> threads_;
};

}  // namespace entente
