#!/usr/bin/env python3
"""The layer check: which room may include which, no circles, what stands at the top level, how long things are.

A room is a folder that holds C++ files. ROOMS names each one and the rooms that it may include; a room that is not
named, an include that is not allowed and a name that is no room are faults.

usage: check_layers.py [ROOT]      exit 1 when a rule is broken
"""
import pathlib
import re
import subprocess
import sys

FOLDERS = {"engine", "scenarios", "models", "outputs", "tests", "scripts"}

CORE = ("base members law budget projection comparison planning derivatives replicates sensitivity")


def rooms_of(prefix, names):
    return {f"{prefix}/{name}" for name in names.split()}


HUB = rooms_of("engine", CORE)
ROOMS = {  # room -> rooms that it may include, itself aside
    "engine/base": set(),
    "engine/parsing": rooms_of("engine", "base"),
    "engine/support": rooms_of("engine", "base parsing"),
    "engine/confined": rooms_of("engine", "base support"),
    "engine/members": rooms_of("engine", "base"),
    "engine/budget": rooms_of("engine", "base"),
    "engine/law": rooms_of("engine", "base members budget"),
    "engine/projection": rooms_of("engine", "base members budget law"),
    "engine/comparison": rooms_of("engine", "base members budget law projection"),
    "engine/derivatives": rooms_of("engine", "base members law projection"),
    "engine/sensitivity": rooms_of("engine", "base law"),
    "engine/planning": rooms_of("engine", "base members budget law projection comparison sensitivity"),
    "engine/replicates": rooms_of("engine", "base members budget law projection"),
    "engine/storage": HUB | {"engine/support", "engine/confined"},
    "models": rooms_of("engine", "base members budget law projection derivatives") | {"models/shapes"},
    "models/shapes": rooms_of("engine", "base law derivatives"),
    "models/programmes": rooms_of("engine", "base members law derivatives") | {"models"},
    "models/readers": rooms_of("engine", "base members law storage support"),
    "scenarios/rosters": rooms_of("engine", "base members law"),
    "scenarios/rosters/readers": HUB | {"engine/storage", "engine/support", "scenarios/rosters"},
    "scenarios/office": HUB | {"engine/storage", "engine/support", "engine/confined"},
    "outputs/text": HUB | {"engine/support"},
    "outputs/run": HUB | {"engine/support", "engine/confined", "outputs/text"},
    "outputs/member": HUB | {"engine/support", "outputs/text"},
    "outputs/checks": HUB | {"engine/support", "outputs/text"},
    "outputs/what_if": HUB | {"engine/support", "outputs/text", "outputs/run", "outputs/report"},
    "outputs/report": HUB | {"engine/support", "outputs/text", "outputs/run"},
    "outputs/office": HUB | {"engine/support", "outputs/text", "outputs/report"},
    "outputs/planning": HUB | {"engine/support", "outputs/text", "outputs/office", "outputs/run"},
}
for _folder in "actuals agencies budgets calendars library persons".split():
    ROOMS[f"scenarios/{_folder}"] = HUB | {"engine/storage", "engine/support", "engine/confined", "scenarios/office"}
ROOMS["scenarios/published"] = HUB | {"engine/storage", "engine/support", "engine/confined", "scenarios/office", "scenarios/budgets"}
# What reckons: the target disburse_core. It opens no file; readers, storage and outputs fill what it takes and gives.
ROOMS["engine/session"] = HUB | {"models", "models/shapes", "scenarios/rosters"}
ROOMS["engine/evaluation"] = HUB | {"engine/session", "models", "scenarios/rosters"}
ROOMS["engine/studies/assumed"] = HUB | {"engine/session", "engine/evaluation"}
ROOMS["engine/studies"] = HUB | {"engine/session", "engine/evaluation", "engine/studies/assumed", "models", "scenarios/rosters"}
ROOMS["engine/studies/sensitivity"] = ROOMS["engine/studies"] | {"engine/studies"}
ROOMS["engine/studies/parts"] = ROOMS["engine/studies"] | {"engine/studies"}
ROOMS["engine/serve"] = rooms_of("engine", "base support")
ROOMS["engine/year_end"] = ROOMS["engine/studies"] | {"engine/studies"}
# The program.
BELOW_APP = set(ROOMS)
ROOMS["engine/app/options"] = {"outputs/text"}
ROOMS["engine/app/loading"] = {r for r in BELOW_APP if not r.startswith("outputs/")} | {"engine/app/options"}
ROOMS["engine/app/agencies"] = BELOW_APP | {"engine/app/options", "engine/app/loading"}
ROOMS["engine/app/signing"] = {"engine/base", "engine/support"}
ROOMS["engine/app"] = BELOW_APP | {"engine/app/options", "engine/app/loading", "engine/app/agencies", "engine/app/signing"}
ROOMS["engine/app/description"] = {"engine/base"}
ROOMS["engine/app/process"] = {"engine/base"}
ROOMS["engine/app/workbench"] = ROOMS["engine/app"] | {"engine/app"}
ROOMS["engine/app/command_line"] = ROOMS["engine/app"] | {"engine/app", "engine/app/description", "engine/app/process",
                                                          "engine/app/workbench"}
ROOMS["engine/app/ranks"] = ROOMS["engine/app"] | {"engine/app", "engine/app/command_line"}
ROOMS["engine/app/mpi"] = {"engine/app/command_line", "engine/app/ranks", "engine/base", "outputs/checks", "outputs/text"}
ROOMS["engine/app/main"] = {"engine/app/command_line"}

PENSION_WORDS = re.compile(r"pension|payer|programme|roster|benefit", re.IGNORECASE)
WORLD = re.compile(r"#include <(fstream|iostream|cstdio)>|std::cout|std::cerr|\bfopen\(|\bprintf\(")
MAY_TOUCH_THE_WORLD = ("engine/support", "engine/confined", "engine/storage", "engine/app", "scenarios/", "outputs/")
PURE = {"scenarios/rosters"}  # the synthesis is of the core
LONGEST_FILE, LONGEST_FUNCTION, MOST_FILES, MOST_FIELDS = 400, 80, 40, 25
LONG_FILE, LONG_FUNCTION = 300, 60


def room(path):
    return path.rsplit("/", 1)[0]


def includes(text):
    return [(text.count("\n", 0, m.start()) + 1, m.group(1)) for m in re.finditer(r'#include "([^"]+)"', text)]


def check_includes(path, text):
    own = room(path)
    if own not in ROOMS:
        yield f"{path}: {own} is no room: name it in scripts/check_layers.py, with what it may include"
        return
    for line, target in includes(text):
        if "/" in target and room(target) != own and room(target) not in ROOMS[own]:
            yield f"{path}:{line}: {own} may not include {target}"


def check_purity(path, text):
    if path.startswith(("engine/support/", "engine/serve/")) and PENSION_WORDS.search(text):
        yield f"{path}: support code speaks of pensions: {PENSION_WORDS.search(text).group()}"
    if not (path.startswith(MAY_TOUCH_THE_WORLD) and room(path) not in PURE) and WORLD.search(text):
        yield f"{path}: opens a file or prints: {WORLD.search(text).group()}"
    if path.endswith(".hpp") and not text.startswith("#pragma once"):
        yield f"{path}: does not begin with #pragma once"


def function_lengths(text):
    """Line and length of each function body, found by the closing brace in column 0 or at class level."""
    begin = None
    for number, line in enumerate(text.split("\n"), 1):
        if begin is None and re.match(r"^(?:  )?[^\s#/}].*[)]( const)?( override)?( final)?( noexcept)? \{$", line):
            begin, indent = number, len(line) - len(line.lstrip())
        elif begin is not None and re.match(r"^ {%d}\}" % indent, line):
            yield begin, number - begin + 1
            begin = None


def struct_fields(text):
    """Line, name and number of fields of each struct at file level: lines that declare something and call nothing."""
    name = None
    for number, line in enumerate(text.split("\n"), 1):
        opened = re.match(r"^struct (\w+)[^;]*\{$", line)
        if opened:
            begin, name, fields = number, opened.group(1), 0
        elif name and line.startswith("}"):
            yield begin, name, fields
            name = None
        elif name and re.match(r"^  [A-Za-z]", line) and not re.match(r"^  (using|friend|static|struct|enum|class|return)\b", line):
            declared = re.sub(r"<[^;]*?>(?=\s)|\{[^}]*\}|//.*", "", line)
            if ";" in declared and "(" not in declared:
                fields += declared.split(";")[0].count(",") + 1


def check_names(texts):
    """A type's name stands in one header: two of one name in one namespace are one to the linker, whatever they hold."""
    seen = {}
    for path, text in texts.items():
        if not path.endswith(".hpp"):
            continue
        for declared in re.finditer(r"^(?:struct|class|enum class) (\w+)[^;{]*\{", text, re.MULTILINE):
            seen.setdefault(declared.group(1), set()).add(path)
    for name, paths in sorted(seen.items()):
        if len(paths) > 1:
            yield f"{name} is declared in {' and in '.join(sorted(paths))}"


def cycles(graph):
    """Circles of what includes each other: headers, or folders."""
    done, faults = set(), []

    def visit(node, path):
        if node in path:
            faults.append(" -> ".join(path[path.index(node):] + [node]))
        elif node not in done:
            for target in sorted(graph.get(node, ())):
                visit(target, path + [node])
            done.add(node)

    for node in sorted(graph):
        visit(node, [])
    return faults


def check_circles(texts):
    headers = {p: {t for _, t in includes(text) if t in texts} for p, text in texts.items() if p.endswith(".hpp")}
    for circle in cycles(headers):
        yield f"headers in a circle: {circle}"
    folders = {}
    for path, text in texts.items():
        targets = {room(t) for _, t in includes(text) if "/" in t}
        folders.setdefault(room(path), set()).update(targets - {room(path)})
    for circle in cycles(folders):
        yield f"folders in a circle: {circle}"


def check_top(root):
    for entry in sorted(root.iterdir()):
        hidden_or_built = entry.name.startswith((".", "build")) or entry.name == "node_modules"
        if entry.is_dir() and not hidden_or_built and entry.name not in FOLDERS:
            yield f"{entry.name}/: the top level holds only {', '.join(sorted(FOLDERS))}"


def check_rooms(root, texts):
    """Each room tells what belongs in it, and is small enough to be looked through."""
    count = {}
    for path in texts:
        count[room(path)] = count.get(room(path), 0) + 1
    for folder, files in sorted(count.items()):
        if files > MOST_FILES:
            yield f"{folder}: {files} files, at most {MOST_FILES}"
        if not (root / folder / "README.md").exists():
            yield f"{folder}: has no README.md that says what belongs in it, what it may include, how one adds to it"


def check_vendored(root):
    """Packages come from the system and from npm by the lock file: what is tracked is the project's own."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "*node_modules/*", "*.min.js", "vendor/*", "third_party/*"],
                            capture_output=True, text=True, check=False)
    folders = {line.split("/node_modules/")[0] if "/node_modules/" in line else line for line in listed.stdout.split("\n") if line}
    for folder in sorted(folders):
        yield f"{folder}: other people's code is in the repository"


def check_sizes(path, text):
    """Faults, and what is long but allowed."""
    lines = text.count("\n")
    if lines > LONGEST_FILE:
        yield True, f"{path}: {lines} lines, at most {LONGEST_FILE}"
    elif lines > LONG_FILE:
        yield False, f"{path}: {lines} lines"
    for line, length in function_lengths(text):
        if length > LONGEST_FUNCTION:
            yield True, f"{path}:{line}: a function of {length} lines, at most {LONGEST_FUNCTION}"
        elif length > LONG_FUNCTION:
            yield False, f"{path}:{line}: a function of {length} lines"
    for line, name, fields in struct_fields(text):
        if fields > MOST_FIELDS:
            yield True, f"{path}:{line}: {name} has {fields} fields, at most {MOST_FIELDS}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    texts = {}
    for folder in sorted(FOLDERS - {"tests", "scripts"}):
        for file in sorted((root / folder).rglob("*.[ch]pp")):
            texts[file.relative_to(root).as_posix()] = file.read_text(encoding="utf-8")
    faults, long = [*check_top(root), *check_vendored(root), *check_rooms(root, texts), *check_circles(texts),
                     *check_names(texts)], []
    for path, text in texts.items():
        faults += check_includes(path, text)
        faults += check_purity(path, text)
        for broken, words in check_sizes(path, text):
            (faults if broken else long).append(words)
    for entry in long:
        print("long:", entry)
    for fault in faults:
        print("broken:", fault)
    print(f"{len(texts)} files in {len({room(p) for p in texts})} rooms, {len(faults)} rules broken")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
