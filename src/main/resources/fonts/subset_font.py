#!/usr/bin/env python3
"""Makes the subset of Noto Serif SC that travels in the jar.

Usage: subset_font.py NotoSerifSC_400Regular.ttf OUTPUT.ttf; then gzip -9n OUTPUT.ttf

Keeps GB 2312 (its 6,763 characters and symbols), ASCII, Latin-1, and the punctuation that official documents need, such
as 〔〕〇. Layout features, hinting and glyph names are dropped. Needs fontTools (Debian: fonttools). The full font is
in the npm package @expo-google-fonts/noto-serif-sc, folder 400Regular, under the SIL Open Font License 1.1.
"""
import subprocess
import sys


def gb2312():
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def main(source, target):
    wanted = set(gb2312()) | {chr(c) for c in range(0x20, 0x7F)} | {chr(c) for c in range(0xA0, 0x100)}
    wanted |= set("〇〔〕﹝﹞「」『』—–―…‘’“”′″※★☆●○■□▲△→←↑↓√×÷±℃№㎡％￥￡")
    subprocess.run(
        ["pyftsubset", source, "--output-file=" + target, "--unicodes=" + ",".join(f"{ord(c):X}" for c in sorted(wanted)),
         "--layout-features=", "--no-hinting", "--notdef-outline", "--name-IDs=0,1,2,3,4,5,6,13,14", "--drop-tables+=GSUB,GPOS,BASE,GDEF,STAT,vhea,vmtx,VORG"],
        check=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
