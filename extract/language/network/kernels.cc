// SPDX-License-Identifier: Apache-2.0
#include "extract/language/network/kernels.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

#include <new>

#include "extract/language/network/kernels_isa.h"

namespace entente {

std::string_view to_string(Isa isa) {
  switch (isa) {
    case Isa::sse2:
      return "sse2";
    case Isa::avx2:
      return "avx2";
    case Isa::avx_vnni:
      return "avx-vnni";
    case Isa::avx512:
      return "avx512";
  }
  return "";
}

#if defined(__x86_64__)

namespace {

// __builtin_cpu_supports of GCC 12 does not know it on every CPU: leaf 7, subleaf 1.
bool has_avx_vnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a >> 4 & 1) != 0;
}

}  // namespace

bool supported(Isa isa) {
  switch (isa) {
    case Isa::sse2:
      return true;
    case Isa::avx2:
      return __builtin_cpu_supports("avx2");
    case Isa::avx_vnni:
      return __builtin_cpu_supports("avx2") && has_avx_vnni();
    case Isa::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vnni");
  }
  return false;
}

const Kernels& kernels_for(Isa isa) {
  switch (isa) {
    case Isa::avx512:
      return network_avx512::kernels();
    case Isa::avx_vnni:
      return network_avx_vnni::kernels();
    case Isa::avx2:
      return network_avx2::kernels();
    case Isa::sse2:
      break;
  }
  return network_sse2::kernels();
}

#else  // other machines run the portable loops that carry the name of the plainest set

bool supported(Isa isa) {
  return isa == Isa::sse2;
}
const Kernels& kernels_for(Isa) {
  return network_sse2::kernels();
}

#endif

Isa best_isa() {
  for (const Isa isa : {Isa::avx512, Isa::avx_vnni, Isa::avx2})
    if (supported(isa)) return isa;
  return Isa::sse2;
}

std::byte* AlignedBytes::need(std::size_t size) {
  if (size > size_) {
    const std::size_t grown = size + size / 4;
    data_.reset(static_cast<std::byte*>(::operator new (grown, std::align_val_t{64})));
    size_ = grown;
  }
  return data_.get();
}

void AlignedBytes::Free::operator()(std::byte* p) const {
  ::operator delete (p, std::align_val_t{64});
}

}  // namespace entente
