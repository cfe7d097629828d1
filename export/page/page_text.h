// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace entente {

// The page's own files, as the build found them: page.html with @NAME@ where something goes in, style.css,
// and the scripts in the order of their names.
extern const std::string_view kPageTemplate;
extern const std::string_view kPageStyle;
extern const std::vector<std::string_view> kPageScripts;

}  // namespace entente
