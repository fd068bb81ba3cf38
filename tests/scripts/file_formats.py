"""Files that are no JSON held against the tables of their pages: CSV, HDF5, SQLite, journals, workbooks."""
from __future__ import annotations

import csv
import hashlib
import pathlib
import re
import sqlite3
import struct
import zipfile
import zlib
from xml.etree import ElementTree

MONEY = re.compile(r"-?\d+\.\d\d")
CSV_TYPES = {
    "money": MONEY,
    "integer": re.compile(r"-?\d+"),
    "number": re.compile(r"-?\d+(\.\d+)?(e-?\d+)?"),
    "month": re.compile(r"\d{4}-\d\d"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "text": re.compile(r".+", re.S),
}
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def tables(page: pathlib.Path) -> list[list[dict[str, str]]]:
    """The page's tables, each row by the table's own headings; quotation marks of code are taken off."""
    found: list[list[dict[str, str]]] = []
    headings: list[str] | None = None
    for line in page.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            headings = None
        elif headings is None:
            headings = cells
            found.append([])
        elif not set("".join(cells)) <= set("- "):
            found[-1].append(dict(zip(headings, cells, strict=True)))
    return found


def rows_with(page: pathlib.Path, heading: str) -> list[dict[str, str]]:
    return [row for table in tables(page) for row in table if heading in row]


def key_of(heading: str) -> str:
    """An output's heading carries its key in brackets; an input's is the key."""
    bracket = re.search(r"\[([^]]+)\]$", heading)
    return bracket.group(1) if bracket else heading


def check_csv(file: pathlib.Path, columns: list[dict[str, str]]) -> list[str]:
    text = file.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(line for line in text.splitlines() if not line.startswith("# ")))
    headings = [key_of(cell) for cell in rows[0]] if rows else []
    wanted = [row["column"] for row in columns]
    if "*" in wanted:
        at = wanted.index("*")
        wanted[at:at + 1] = headings[at:len(headings) - (len(wanted) - at - 1)]
        columns = columns[:at] + [columns[at]] * (len(wanted) - len(columns) + 1) + columns[at + 1:]
    if headings != wanted:
        return [f"{file.name} has the columns {headings}, its page {wanted}"]
    faults = set()
    for row in rows[1:]:
        for cell, column in zip(row, columns, strict=True):
            may_be_empty = column.get("empty when", "never") != "never"
            if cell == "" and not may_be_empty:
                faults.add(f"{file.name}: {column['column']} is empty")
            if cell and not CSV_TYPES[column["type"]].fullmatch(cell):
                faults.add(f"{file.name}: {column['column']} is no {column['type']}: {cell}")
    return sorted(faults)


def check_hdf5(file: pathlib.Path, data_sets: list[dict[str, str]]) -> list[str]:
    import h5py  # of Debian's Python

    faults = []
    with h5py.File(file) as tree:
        held = {}
        tree.visititems(lambda name, one: held.update({name: one}) if isinstance(one, h5py.Dataset) else None)
        wanted = {row["data set"]: row for row in data_sets}
        faults += [f"{file.name}: {name} is not in the page" for name in held.keys() - wanted.keys()]
        faults += [f"{file.name}: {name} is in the page and missing" for name in wanted.keys() - held.keys()
                   if "only where" not in wanted[name]["holds"]]
        for name in held.keys() & wanted.keys():
            units = held[name].attrs["units"].decode()
            if units != wanted[name]["units"]:
                faults.append(f"{file.name}: {name} is in {units}, its page says {wanted[name]['units']}")
            if not held[name].attrs["description"]:
                faults.append(f"{file.name}: {name} has no description")
            if not same_type(held[name].dtype, wanted[name]["type"]):
                faults.append(f"{file.name}: {name} is {held[name].dtype}, its page says {wanted[name]['type']}")
    return faults


def same_type(held, said: str) -> bool:
    if said.startswith("text of"):
        return held.kind == "S" and held.itemsize == int(said.split()[2])
    kinds = {"text": "S", "integer": "i", "number": "f"}
    return held.kind == kinds[said] if said in kinds else str(held) == said


def check_sqlite(file: pathlib.Path, columns: list[dict[str, str]]) -> list[str]:
    with sqlite3.connect(file) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        held = {(table, name, kind, "no" if not_null else "yes") for table in names
                for _, name, kind, not_null, _, _ in base.execute(f"PRAGMA table_info({table})")}
    wanted = {(row["table"], row["column"], row["type"], row["null"]) for row in columns}
    return [f"{file.name}: {one} stands on one side alone" for one in sorted(held ^ wanted)]


def check_journal(file: pathlib.Path, opening: str) -> list[str]:
    """Walks through the records as the page describes them."""
    data = file.read_bytes()
    if not data.startswith(opening.encode() + b"\n") or b"\n\n" not in data:
        return [f"{file.name} does not begin as its page says"]
    end = data.index(b"\n\n") + 2
    at, records = end + 9, 0
    if data[end:at] != b"%08x\n" % zlib.crc32(data[:end]):
        return [f"{file.name}: the sum of its head is not as the page says"]
    seed = zlib.crc32(data[:at])
    while at < len(data):
        if at + 32 > len(data):
            return [f"{file.name}: a record is cut off at {at}"]
        count, check_sum = struct.unpack_from("<16xQI", data, at)
        numbers = data[at + 32:at + 32 + 8 * count]
        if len(numbers) < 8 * count or zlib.crc32(data[at:at + 24] + bytes(8) + numbers, seed) != check_sum:
            return [f"{file.name}: the record at {at} is not as the page says"]
        at, records = at + 32 + 8 * count, records + 1
    return [] if records else [f"{file.name} holds no record"]


def check_part(file: pathlib.Path, opening: str) -> list[str]:
    """Walks through the records as the page describes them."""
    data = file.read_bytes()
    if not data.startswith(opening.encode() + b"\n"):
        return [f"{file.name} does not begin as its page says"]
    number, parts = struct.unpack_from("<QQ", data, 16)
    at = 32
    for _ in ("command", "identity"):
        at += 8 + struct.unpack_from("<Q", data, at)[0]
    records = 0
    while (record := struct.unpack_from("<QQQ", data, at))[0] != 2**64 - 1:
        if record[0] not in (1, 2, 3, 4) and record[0] < 2**32:
            return [f"{file.name}: kind {record[0]} is not on its page"]
        at, records = at + 24 + 8 * record[2], records + 1
    faults = [] if number < parts and record[1:] == (records, 0) else [f"{file.name} is not the part that it says"]
    at += 24
    if data[at:] != hashlib.sha256(data[:at]).hexdigest().encode() + b"\n":
        faults.append(f"{file.name}: its digest is not as the page says")
    return faults if records else [f"{file.name} holds no record"]


def check_workbook(file: pathlib.Path, columns: list[dict[str, str]]) -> list[str]:
    with zipfile.ZipFile(file) as parts:
        strings = ["".join(text.text or "" for text in item.iter(SHEET + "t"))
                   for item in ElementTree.fromstring(parts.read("xl/sharedStrings.xml")).iter(SHEET + "si")]
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    first = next(sheet.iter(SHEET + "row"))
    headings = [strings[int(cell.find(SHEET + "v").text)] for cell in first]
    wanted = [row["column"] for row in columns]
    return [] if headings == wanted else [f"{file.name} has the columns {headings}, its page {wanted}"]


def check_file(page: pathlib.Path, file: pathlib.Path) -> list[str]:
    columns = rows_with(page, "column")
    if file.suffix == ".h5":
        return check_hdf5(file, rows_with(page, "data set"))
    if file.suffix == ".db":
        return check_sqlite(file, columns)
    if file.suffix == ".xlsx":
        return check_workbook(file, columns)
    if file.suffix == ".journal":
        return check_journal(file, re.search(r"`(disburse-journal \d+)`", page.read_text(encoding="utf-8")).group(1))
    if file.suffix == ".part":
        return check_part(file, re.search(r"`(disburse-part \d+)`", page.read_text(encoding="utf-8")).group(1))
    for heading in ("file", "command"):
        if columns and heading in columns[0]:
            columns = [row for row in columns if row[heading] == file.name]
    return check_csv(file, columns) if columns else [f"{file.name} is not in {page.name}"]


def missing_files(page: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    """Files that the page describes and that no command has made."""
    said = {row["file"] for row in rows_with(page, "file")} | {row["command"] for row in rows_with(page, "command")}
    return [f"{page.name}: no command makes {name}" for name in sorted(said - {file.name for file in files})]
