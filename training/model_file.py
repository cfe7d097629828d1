# SPDX-License-Identifier: Apache-2.0
"""The model container, as extract/language/model_file.h describes it.

    python model_file.py list MODEL
    python model_file.py put MODEL NAME FILE [NAME FILE ...]     adds or replaces sections, makes MODEL if need be
    python model_file.py drop MODEL NAME [NAME ...]
"""

import os
import struct
import sys

VERSION, HEADER, NAME = 1, 64, 40
M = (1 << 64) - 1
P1, P2, P3, P4, P5 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5


def rotl(x, n):
    return ((x << n) | (x >> (64 - n))) & M


def round64(acc, lane):
    return rotl((acc + lane * P2) & M, 31) * P1 & M


def xxh64(b):
    n, at = len(b), 0
    h = P5
    if n >= 32:
        v = [(P1 + P2) & M, P2, 0, (-P1) & M]
        whole = n // 32 * 32
        for lanes in struct.iter_unpack("<4Q", memoryview(b)[:whole]):
            v = [round64(acc, lane) for acc, lane in zip(v, lanes)]
        at = whole
        h = (rotl(v[0], 1) + rotl(v[1], 7) + rotl(v[2], 12) + rotl(v[3], 18)) & M
        for lane in v:
            h = ((h ^ round64(0, lane)) * P1 + P4) & M
    h = (h + n) & M
    while at + 8 <= n:
        h = (rotl(h ^ round64(0, struct.unpack_from("<Q", b, at)[0]), 27) * P1 + P4) & M
        at += 8
    if at + 4 <= n:
        h = (rotl(h ^ (struct.unpack_from("<I", b, at)[0] * P1 & M), 23) * P2 + P3) & M
        at += 4
    while at < n:
        h = rotl(h ^ (b[at] * P5 & M), 11) * P1 & M
        at += 1
    h = (h ^ h >> 33) * P2 & M
    h = (h ^ h >> 29) * P3 & M
    return h ^ h >> 32


def aligned(n):
    return (n + 63) // 64 * 64


def write(path, sections):
    """sections: a dict of names to bytes, in order."""
    table, body = b"", b""
    at = aligned(HEADER + len(sections) * (NAME + 16))
    first = at
    for name, data in sections.items():
        encoded = name.encode()
        assert 0 < len(encoded) < NAME
        table += encoded.ljust(NAME, b"\0") + struct.pack("<QQ", at, len(data))
        body += data.ljust(aligned(len(data)), b"\0")
        at = aligned(at + len(data))
    rest = table.ljust(first - HEADER, b"\0") + body
    header = b"ENTMODEL" + struct.pack("<IIQQ", VERSION, len(sections), HEADER + len(rest), xxh64(rest))
    with open(path + ".part", "wb") as f:
        f.write(header.ljust(HEADER, b"\0") + rest)
    os.replace(path + ".part", path)


def read(path):
    with open(path, "rb") as f:
        b = f.read()
    version, count, size, check = struct.unpack_from("<IIQQ", b, 8)
    assert b[:8] == b"ENTMODEL" and version == VERSION and size == len(b) and check == xxh64(b[HEADER:]), path
    out = {}
    for i in range(count):
        at = HEADER + i * (NAME + 16)
        name = b[at : at + NAME].rstrip(b"\0").decode()
        offset, length = struct.unpack_from("<QQ", b, at + NAME)
        out[name] = b[offset : offset + length]
    return out


def main():
    verb, path, rest = sys.argv[1], sys.argv[2], sys.argv[3:]
    sections = read(path) if os.path.exists(path) else {}
    if verb == "list":
        for name, data in sections.items():
            print(f"{len(data):10d}  {name}")
        return
    if verb == "put":
        for name, file in zip(rest[::2], rest[1::2]):
            with open(file, "rb") as f:
                sections[name] = f.read()
    elif verb == "drop":
        for name in rest:
            del sections[name]
    else:
        sys.exit(__doc__)
    write(path, sections)


if __name__ == "__main__":
    main()
