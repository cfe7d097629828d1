# SPDX-License-Identifier: Apache-2.0
"""What the network sees of a word: the twin of extract/language/network/word_features.cc.

Both must give the same numbers for the same bytes; tests/data/network_features.tsv holds them to it.
"""

MASK = (1 << 64) - 1

# name, rows, width. Row counts of hashed tables are powers of two; the vocabulary's is known after counting.
TABLES = [
    ("word", 0, 160),
    ("prefix1", 256, 16),
    ("prefix2", 2048, 24),
    ("prefix3", 8192, 32),
    ("prefix4", 8192, 32),
    ("suffix1", 256, 16),
    ("suffix2", 2048, 32),
    ("suffix3", 8192, 48),
    ("suffix4", 16384, 48),
    ("shape", 1024, 40),
]
INPUT_WIDTH = sum(width for _, _, width in TABLES)
LEXICON_WIDTH = 16  # a row for each set of word lists that a word may stand in


def fold(c: int) -> int:
    """Lower case of one code point, for Latin, Greek and Cyrillic; others stay."""
    if c < 0x80:
        return c + 32 if 0x41 <= c <= 0x5A else c
    if c < 0x100:
        return c + 32 if 0xC0 <= c <= 0xDE and c != 0xD7 else c
    if c < 0x180:
        if c == 0x130:
            return 0x69
        if c == 0x178:
            return 0xFF
        if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
            return c + 1 if c & 1 else c
        if c in (0x131, 0x138, 0x149, 0x17F):
            return c
        return c if c & 1 else c + 1
    if 0x391 <= c <= 0x3A9 and c != 0x3A2:
        return c + 32
    if 0x400 <= c <= 0x40F:
        return c + 80
    if 0x410 <= c <= 0x42F:
        return c + 32
    return c


def is_lower(c: int) -> bool:
    if c < 0x80:
        return 0x61 <= c <= 0x7A
    return (0xDF <= c <= 0xFF and c != 0xF7) or 0x100 <= c < 0x180 or 0x3B1 <= c <= 0x3C9 or 0x430 <= c <= 0x45F


def plain(c: int) -> int:
    """One spelling for the many quotes, dashes and digits."""
    if 0x30 <= c <= 0x39:
        return 0x30
    if c in (0x2018, 0x2019, 0x2BC, 0x201B, 0x60, 0xB4):
        return 0x27
    if c in (0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB):
        return 0x22
    if 0x2010 <= c <= 0x2015 or c == 0x2212:
        return 0x2D
    if c == 0xA0:
        return 0x20
    return fold(c)


def encode(points) -> bytes:
    return "".join(map(chr, points)).encode("utf-8", "surrogatepass")


def hash64(table: int, data: bytes) -> int:
    """FNV-1a over the table's number and the bytes, then one stir."""
    h = 0xCBF29CE484222325
    h = ((h ^ table) * 0x100000001B3) & MASK
    for b in data:
        h = ((h ^ b) * 0x100000001B3) & MASK
    h ^= h >> 32
    h = (h * 0x9E3779B97F4A7C15) & MASK
    return h ^ (h >> 29)


def shape(points) -> bytes:
    """Xx-style outline: runs cut at three, twelve signs at most."""
    out = bytearray()
    run = 0
    for c in points:
        if 0x30 <= c <= 0x39:
            s = 0x64  # d
        elif fold(c) != c:
            s = 0x58  # X
        elif is_lower(c):
            s = 0x78  # x
        else:
            p = plain(c)
            s = p if p < 0x80 else 0x6F  # o
        if out and out[-1] == s:
            run += 1
            if run > 3:
                continue
        else:
            run = 1
        if len(out) == 12:
            break
        out.append(s)
    return bytes(out)


def word_hash(form: str) -> int:
    return hash64(0, encode([plain(ord(ch)) for ch in form]))


def features(form: str) -> list:
    """The word's 64-bit hash, then one row for each hashed table."""
    points = [ord(ch) for ch in form]
    norm = [plain(c) for c in points]
    row = [hash64(0, encode(norm))]
    for n in range(1, 5):
        row.append(hash64(n, encode(norm[:n])) % TABLES[n][1])
    for n in range(1, 5):
        row.append(hash64(4 + n, encode(norm[-n:])) % TABLES[4 + n][1])
    row.append(hash64(9, shape(points)) % TABLES[9][1])
    return row
