// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/language/network/kernels.h"

namespace entente {
namespace network_sse2 {
const Kernels& kernels();
}
namespace network_avx2 {
const Kernels& kernels();
}
namespace network_avx_vnni {
const Kernels& kernels();
}
namespace network_avx512 {
const Kernels& kernels();
}
}  // namespace entente
