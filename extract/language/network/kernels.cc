// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/kernels.h"

#include <new>

#include "extract/language/network/kernels_isa.h"

namespace entente {

std::string_view to_string(Isa isa) {
  switch (isa) {
    case Isa::sse2: return "sse2";
    case Isa::avx2: return "avx2";
    case Isa::avx512: return "avx512";
  }
  return "";
}

#if defined(__x86_64__)

bool supported(Isa isa) {
  switch (isa) {
    case Isa::sse2: return true;
    case Isa::avx2: return __builtin_cpu_supports("avx2");
    case Isa::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vnni");
  }
  return false;
}

const Kernels& kernels_for(Isa isa) {
  switch (isa) {
    case Isa::avx512: return network_avx512::kernels();
    case Isa::avx2: return network_avx2::kernels();
    case Isa::sse2: break;
  }
  return network_sse2::kernels();
}

#else  // other machines run the portable loops that carry the name of the plainest set

bool supported(Isa isa) { return isa == Isa::sse2; }
const Kernels& kernels_for(Isa) { return network_sse2::kernels(); }

#endif

Isa best_isa() { return supported(Isa::avx512) ? Isa::avx512 : supported(Isa::avx2) ? Isa::avx2 : Isa::sse2; }

std::byte* AlignedBytes::need(std::size_t size) {
  if (size > size_) {
    const std::size_t grown = size + size / 4;
    data_.reset(static_cast<std::byte*>(::operator new(grown, std::align_val_t{64})));
    size_ = grown;
  }
  return data_.get();
}

void AlignedBytes::Free::operator()(std::byte* p) const { ::operator delete(p, std::align_val_t{64}); }

}  // namespace entente
