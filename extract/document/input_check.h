// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/document/document.h"
#include "extract/document/mapped_text.h"

namespace entente {

// Throws InputError where `bytes` are no text that a stage could read: too many, nothing but white space,
// UTF-16, a known binary format, or more control characters than a text has.
void check_is_text(const std::string& name, std::string_view bytes, std::size_t max_bytes);

bool looks_like_html(std::string_view bytes);

// "is longer than 16 MiB; split it into documents"
std::string too_long_message(std::size_t max_bytes);

// Tells in the document's notes what was repaired.
void note_repairs(const Repairs& repairs, Document& document);

}  // namespace entente
