// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "graph/boost_view.h"
#include "graph/gathered.h"
#include "graph/knowledge_graph.h"
#include "graph/packed_fragment.h"

namespace entente {

// A value that is made when first asked for, by whichever thread asks.
template <typename T>
class Lazy {
 public:
  ~Lazy() { reset(); }

  template <typename Make>
  const T& get(Make make) const {
    if (const T* value = value_.load(std::memory_order_acquire)) return *value;
    const std::scoped_lock lock(mutex_);
    if (value_.load(std::memory_order_relaxed) == nullptr) {
      value_.store(std::make_unique<const T>(make()).release(), std::memory_order_release);
    }
    return *value_.load(std::memory_order_relaxed);
  }

  void reset() { delete value_.exchange(nullptr); }

 private:
  mutable std::mutex mutex_;
  mutable std::atomic<const T*> value_ = nullptr;  // owned
};

// Fragments never change once packed, so graphs share them: a copy, a merge or a filter by document costs a
// pointer.
using FragmentMap = std::map<std::string, std::shared_ptr<const PackedFragment>, std::less<>>;

struct KnowledgeGraph::Impl {
  FragmentMap fragments;

  const Gathered& gathered() const;
  const BoostGraph& topology() const;
  void changed();

 private:
  Lazy<Gathered> gathered_;
  Lazy<BoostGraph> topology_;
};

}  // namespace entente
