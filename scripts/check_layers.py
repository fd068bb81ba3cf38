#!/usr/bin/env python3
"""The layer check: who may include whom, what stands at the top level, how long files and functions are.

usage: check_layers.py [ROOT]      exit 1 when a rule is broken
"""
import pathlib
import re
import subprocess
import sys

FOLDERS = {"engine", "scenarios", "models", "outputs", "tests", "scripts"}
ALLOWED = {  # layer -> layers that it may include
    "engine/support": {"engine/support", "engine/words"},
    "engine": {"engine", "engine/support", "engine/words"},
    "models": {"models", "engine", "engine/support", "engine/words"},
    "scenarios": {"scenarios", "engine", "engine/support", "engine/words"},
    "outputs": {"outputs", "engine", "engine/support", "engine/words"},
    "engine/app": {"engine/app", "models", "scenarios", "outputs", "engine", "engine/support", "engine/words"},
}
# The few words of the field that the support code speaks: amounts, months, errors.
WORDS = {"engine/money.hpp", "engine/calendar.hpp", "engine/error.hpp", "engine/wide.hpp"}
PENSION_WORDS = re.compile(r"pension|payer|programme|roster|benefit", re.IGNORECASE)
WORLD = re.compile(r"#include <(fstream|iostream|cstdio)>|std::cout|std::cerr|\bfopen\(|\bprintf\(")
LONGEST_FILE, LONGEST_FUNCTION = 400, 80
LONG_FILE, LONG_FUNCTION = 300, 60


def layer(path):
    if path in WORDS:
        return "engine/words"
    for prefix in ("engine/support", "engine/app"):
        if path.startswith(prefix + "/"):
            return prefix
    return path.split("/")[0]


def includes(text):
    return [(text.count("\n", 0, m.start()) + 1, m.group(1)) for m in re.finditer(r'#include "([^"]+)"', text)]


def check_includes(path, text):
    own = layer(path)
    if own == "engine/words":
        own = "engine/support"
    for line, target in includes(text):
        if "/" in target and own in ALLOWED and layer(target) not in ALLOWED[own]:
            yield f"{path}:{line}: {own} may not include {target}"


def check_purity(path, text):
    own = layer(path)
    if own == "engine/support" and PENSION_WORDS.search(text):
        yield f"{path}: support code speaks of pensions: {PENSION_WORDS.search(text).group()}"
    if own in ("engine", "models") and WORLD.search(text):
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


def cycles(headers):
    """Headers of the engine that include each other in a circle."""
    graph = {p: [t for _, t in includes(text) if t in headers] for p, text in headers.items()}
    done, faults = set(), []

    def visit(node, path):
        if node in path:
            faults.append(" -> ".join(path[path.index(node):] + [node]))
        elif node not in done:
            for target in graph[node]:
                visit(target, path + [node])
            done.add(node)

    for node in sorted(graph):
        visit(node, [])
    return faults


def check_top(root):
    for entry in sorted(root.iterdir()):
        hidden_or_built = entry.name.startswith((".", "build")) or entry.name == "node_modules"
        if entry.is_dir() and not hidden_or_built and entry.name not in FOLDERS:
            yield f"{entry.name}/: the top level holds only {', '.join(sorted(FOLDERS))}"


def check_vendored(root):
    """Packages come from the system and from npm by the lock file: what is tracked is the project's own."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "*node_modules/*", "*.min.js", "vendor/*", "third_party/*"],
                            capture_output=True, text=True, check=False)
    folders = {line.split("/node_modules/")[0] if "/node_modules/" in line else line for line in listed.stdout.split("\n") if line}
    for folder in sorted(folders):
        yield f"{folder}: other people's code is in the repository"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    faults, long, texts = [*check_top(root), *check_vendored(root)], [], {}
    for folder in sorted(FOLDERS - {"tests", "scripts"}):
        for file in sorted((root / folder).rglob("*.[ch]pp")):
            texts[file.relative_to(root).as_posix()] = file.read_text(encoding="utf-8")
    for path, text in texts.items():
        faults += check_includes(path, text)
        faults += check_purity(path, text)
        lines = text.count("\n")
        if lines > LONG_FILE:
            long.append(f"{path}: {lines} lines")
        if lines > LONGEST_FILE:
            faults.append(f"{path}: {lines} lines, at most {LONGEST_FILE}")
        for line, length in function_lengths(text):
            if length > LONG_FUNCTION:
                long.append(f"{path}:{line}: a function of {length} lines")
            if length > LONGEST_FUNCTION:
                faults.append(f"{path}:{line}: a function of {length} lines, at most {LONGEST_FUNCTION}")
    faults += [f"headers in a circle: {c}" for c in cycles({p: t for p, t in texts.items() if p.endswith(".hpp")})]
    for entry in long:
        print("long:", entry)
    for fault in faults:
        print("broken:", fault)
    print(f"{len(texts)} files, {len(faults)} rules broken")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
