// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <malloc.h>

#include <fstream>
#include <string>

namespace entente {

// How much the process's memory grows at its peak, by Linux's account (0 elsewhere). In MiB.
class MemoryPeak {
 public:
  MemoryPeak() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak starts anew
    begin_ = field("VmRSS:");
  }
  double mebibytes() const { return (field("VmHWM:") - begin_) / 1024; }

  // What it has grown by now.
  double now() const { return (field("VmRSS:") - begin_) / 1024; }

 private:
  static double field(const std::string& name) {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
      double kibibytes = 0;
      if (word == name && status >> kibibytes) return kibibytes;
    }
    return 0;
  }
  double begin_ = 0;
};

}  // namespace entente
