// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "export/diagram/plan.h"

namespace entente {

// How a printed diagram looks, in Graphviz's words. Internal to export/diagram/.

std::string_view kind_name(ActorKind kind);  // "Country"

std::string_view line_colour(Quad quad);
std::string_view text_colour(Quad quad);  // darker: at least 4.5:1 on white
std::string_view quad_name(Quad quad);    // "Cooperation in deeds"

// planned: dashes; possible and denied: dots.
const char* dash_of(Status status);

// ties: open; cooperation: full; conflict: with a notch; denied: a bar.
const char* arrow_of(const DiagramWord& word);

// Fonts with the same widths, one of which is everywhere; text_width() knows them.
inline constexpr const char* kPrintFont = "Liberation Sans,Arial,Helvetica,sans-serif";

using Look = std::pair<const char*, const char*>;
inline constexpr Look kGraphLook[] = {
    {"fontname", kPrintFont},
    {"bgcolor", "white"},
    {"pad", "0.3"},
    {"nodesep", "0.3"},
    {"ranksep", "0.55"},
    {"overlap", "prism"},
    {"splines", "true"},
    {"outputorder", "edgesfirst"},
    {"charset", "UTF-8"},
    {"rankdir", "TB"},
    {"newrank", "false"},
    {"sep", "+12"},
    {"esep", "+6"},
    {"K", "1.3"},
    {"start", "7"},
    {"mclimit", "2"},
    {"label", ""},
    {"forcelabels", "true"},
    {"model", "subset"},
};
inline constexpr Look kNodeLook[] = {
    {"fontname", kPrintFont}, {"fontsize", "12"}, {"fontcolor", "#14181d"},
    {"margin", "0.13,0.07"},  {"height", "0.42"}, {"label", "\\N"},
};
inline constexpr Look kLineLook[] = {
    {"fontname", kPrintFont}, {"fontsize", "10"}, {"arrowsize", "0.75"}, {"label", ""}, {"len", "1.9"}};
inline constexpr Look kGroupLook[] = {
    {"style", "filled,rounded"}, {"fillcolor", "#f3f5f8"}, {"color", "#ccd3db"},
    {"penwidth", "1"},           {"margin", "12"},         {"label", ""},
    {"labeljust", "l"},          {"fontcolor", "#566170"}, {"fontsize", "11"},
};

}  // namespace entente
