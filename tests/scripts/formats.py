"""Pages of outputs/formats as data: their tables of keys, and a document held against them.

A table's rows are `key | type | unit | when | meaning`. A key is a path: `a.b`, `a[]` for the items of a list, `a.*` for
keys that are data. Tables below a second heading are parts, which types refer to by a link.
"""
from __future__ import annotations

import datetime
import pathlib
import re
from dataclasses import dataclass, field

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])$")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$")
BASES = {"text", "integer", "number", "boolean", "month", "day", "object", "list of text", "any"}


class PageFault(Exception):
    """A page that cannot be read."""


@dataclass
class Node:
    """What stands at a path: `kinds` are allowed, `fields` and `item` what is below."""
    path: str
    origin: str = ""  # where the key is described: of a part, the part itself, so that one document may show it for all
    kinds: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    null: bool = False
    always: bool = True
    fields: dict[str, Node] = field(default_factory=dict)
    item: Node | None = None
    any_key: Node | None = None


@dataclass
class Page:
    file: pathlib.Path
    schema: str  # empty where the page is of another kind of file, see file_formats.py
    root: Node
    commands: list[str]
    inputs: dict[str, str]


def rows_of(lines: list[str]) -> list[list[str]]:
    rows = []
    for line in lines:
        if not line.startswith("| `"):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 5:
            raise PageFault(f"a row has {len(cells)} cells, not 5: {line}")
        rows.append(cells)
    return rows


def sections_of(file: pathlib.Path) -> dict[str, list[str]]:
    """Lines by second heading, as links name it; what stands above the first under "". Only tables of keys count."""
    sections: dict[str, list[str]] = {"": []}
    at = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            at = line[3:].strip().lower().replace(" ", "-")
            sections[at] = []
        else:
            sections[at].append(line)
    return sections


class Pages:
    """Reads pages of one folder; parts are read once for each place that refers to them."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def page(self, file: pathlib.Path) -> Page:
        text = file.read_text(encoding="utf-8")
        schema = re.match(r"# `(disburse/[^`]+/\d+)`", text)
        commands = [line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines() if line]
        inputs = dict(re.findall(r"`(OUT/[^`]+)` is\n\n```[a-z]*\n(.*?)```", text, re.S))
        root = self.table(file, "") if schema else Node("file")
        return Page(file, schema.group(1) if schema else "", root, commands, inputs)

    def table(self, file: pathlib.Path, section: str, path: str = "") -> Node:
        sections = sections_of(file)
        if section not in sections:
            raise PageFault(f"{file.name}: there is no section {section}")
        root = Node(path or "document", f"{file.name}#{section}", {"object"})
        for key, kind, _, when, meaning in rows_of(sections[section]):
            if not meaning:
                raise PageFault(f"{file.name}: {key} has no meaning")
            self.place(root, file, key.strip("`"), kind, when == "always")
        return root

    def place(self, root: Node, file: pathlib.Path, key: str, kind: str, always: bool) -> None:
        node = root
        steps = re.findall(r"[^.\[\]]+|\[\]", key)
        for i, step in enumerate(steps):
            last = i + 1 == len(steps)
            path = f"{node.path}.{step}" if step != "[]" else node.path + "[]"
            if step == "[]":
                node.kinds.add("list")
                node.item = node.item or Node(path, node.origin + "[]")
                node = node.item
            elif step == "*":
                node.any_key = node.any_key or Node(path, node.origin + ".*", always=False)
                node = node.any_key
            else:
                if step not in node.fields:
                    only_lists = all(rest == "[]" for rest in steps[i + 1:])
                    if not last and not only_lists:
                        raise PageFault(f"{file.name}: {key} stands before {step}")
                    node.fields[step] = Node(path, f"{node.origin}.{step}", always=always)
                node = node.fields[step]
        if node.kinds:
            raise PageFault(f"{file.name}: {key} stands twice")
        self.give(node, file, kind)

    def give(self, node: Node, file: pathlib.Path, kind: str) -> None:
        if kind.endswith(" or null"):
            node.null = True
            kind = kind[: -len(" or null")]
        link = re.fullmatch(r"\[[^]]+\]\(([^)#]*)#([^)]+)\)", kind)
        if link:
            part = self.table(self.folder / link.group(1) if link.group(1) else file, link.group(2), node.path)
            node.kinds, node.fields = {"object"}, part.fields
        elif kind.startswith("one of "):
            node.kinds, node.words = {"word"}, set(kind[len("one of "):].split(", "))
        elif set(kind.split(" or ")) <= BASES:
            node.kinds = set(kind.split(" or "))
        else:
            raise PageFault(f"{file.name}: {node.path} has a type that is not known: {kind}")


def fits(kind: str, value: object, words: set[str]) -> bool:
    if kind == "any":
        return True
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "object":
        return isinstance(value, dict)
    if kind == "list":
        return isinstance(value, list)
    if kind == "list of text":
        return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    if kind == "day" and isinstance(value, datetime.date):
        return True
    if not isinstance(value, str):
        return False
    return {"text": True, "word": value in words, "month": bool(MONTH.match(value)),
            "day": bool(DAY.match(value))}[kind]


def check(node: Node, value: object, seen: set[str], faults: list[str]) -> None:
    """Holds `value` against `node`: faults for what the page lacks, what the document lacks, what does not fit."""
    seen.add(node.origin)
    if value is None:
        if not node.null:
            faults.append(f"{node.path} is null")
        return
    if not any(fits(kind, value, node.words) for kind in node.kinds):
        faults.append(f"{node.path} is no {' or '.join(sorted(node.kinds))}: {str(value)[:60]}")
        return
    if isinstance(value, list) and node.item:
        for entry in value:
            check(node.item, entry, seen, faults)
    if isinstance(value, dict) and (node.fields or node.any_key):
        check_keys(node, value, seen, faults)


def check_keys(node: Node, value: dict, seen: set[str], faults: list[str]) -> None:
    for key, entry in value.items():
        below = node.fields.get(key, node.any_key)
        if below is None:
            faults.append(f"{node.path}.{key} is not in the page")
        else:
            check(below, entry, seen, faults)
    for key, below in node.fields.items():
        if below.always and key not in value:
            faults.append(f"{below.path} is in the page and missing")


def named_keys(node: Node) -> set[str]:
    """Origins of all keys below; the items of a list that have no keys of their own are left out."""
    origins = {below.origin for below in node.fields.values()}
    for below in [*node.fields.values(), *filter(None, [node.item, node.any_key])]:
        origins |= named_keys(below)
    return origins
