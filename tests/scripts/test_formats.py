#!/usr/bin/env python3
"""Runs the commands of every page of outputs/formats and holds what they write against the page, both ways.

A key that the page lacks, a required key that is missing, a value of another type and a key that no command ever shows
are faults; so are a schema in the source and a command with --format json without a page. usage: test_formats.py PROGRAM
"""
from __future__ import annotations

import json
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from file_formats import check_file, missing_files
from formats import Page, PageFault, Pages, check, named_keys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FORMATS = ROOT / "outputs" / "formats"
ANSWERS = {0, 3, 6}  # done; rows or files with errors, told in the document
BUNDLE = ROOT / "outputs" / "report" / "dist" / "charts.js"


def program_schemas() -> set[str]:
    found: set[str] = set()
    for room in ("engine", "models", "outputs", "scenarios"):
        for file in (ROOT / room).rglob("*.[ch]pp"):
            found |= set(re.findall(r'"(disburse/[a-z-]+/\d+)"', file.read_text(encoding="utf-8")))
    return found


def commands_with_json(program: str) -> set[str]:
    """Commands whose help offers --format json, whatever the language of the help."""
    def run(*words: str) -> str:
        return subprocess.run([program, *words], capture_output=True, text=True, check=False).stdout

    names = re.findall(r"^  ([a-z][a-z-]+) {2,}", run("--help"), re.M)
    return {name for name in names if re.search(r"--format TEXT[^\n]*\bjson\b", run(name, "--help"))}


def read(file: pathlib.Path) -> object:
    text = file.read_text(encoding="utf-8")
    return tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)


class Served:
    """A server of the program in a folder of its own, started when a page asks it the first time."""

    lock = threading.Lock()
    program = ""
    folder: tempfile.TemporaryDirectory[str] | None = None
    process: subprocess.Popen[str] | None = None
    address = token = ""

    @classmethod
    def ask(cls, path: str, body: str) -> object:
        with cls.lock:
            if cls.process is None:
                cls.folder = tempfile.TemporaryDirectory()
                cls.process = subprocess.Popen([cls.program, "serve", "--no-open", "--quiet", "--port", "18473"],
                                               cwd=cls.folder.name, stdout=subprocess.PIPE, text=True)
                cls.address, _, cls.token = cls.process.stdout.readline().strip().partition("/?token=")
        headers = {"Authorization": f"Bearer {cls.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(cls.address + path, data=body.encode() or None, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            return json.load(refused)

    @classmethod
    def work(cls, body: str) -> object:
        """The answer of a study that lasts."""
        state = cls.ask("/api/work", body)
        number = state.get("number", "")
        while state.get("state") in ("waiting", "running"):
            time.sleep(0.05)
            state = cls.ask(f"/api/work/{number}", "")
        return cls.ask(f"/api/work/{number}/result", "") if number else state

    @classmethod
    def end(cls) -> None:
        if cls.process is not None:
            cls.process.send_signal(signal.SIGINT)
            cls.process.wait(20)
        if cls.folder is not None:
            cls.folder.cleanup()


class Answers:
    """What a page's commands print or, by a line `read FILE` or `> FILE`, write; in a folder of their own."""

    def __init__(self, page: Page, program: str, folder: str):
        self.documents: list[object] = []
        self.files: list[pathlib.Path] = []
        self.faults: list[str] = []
        for name, text in page.inputs.items():
            pathlib.Path(name.replace("OUT", folder)).write_text(text, encoding="utf-8")
        for line in page.commands:
            self.follow(line.replace("OUT/", folder + "/"), program)

    def follow(self, line: str, program: str) -> None:
        if line.startswith("read "):
            name = pathlib.Path(line[5:])
            files = sorted(name.parent.glob(name.name) if name.is_absolute() else ROOT.glob(str(name)))
            self.files += [file for file in files if file.suffix not in (".json", ".toml")]
            self.documents += [read(file) for file in files if file.suffix in (".json", ".toml")]
            if not files:
                self.faults.append(f"{line}: there is no such file")
            return
        if line.startswith("ask "):
            _, address, *body = line.split(" ", 2)
            self.documents.append(Served.ask(address, body[0] if body else ""))
            return
        if line.startswith(("work ", "prepare ")):
            word, body = line.split(" ", 1)
            answer = Served.work(body)
            if word == "work":
                self.documents.append(answer)
            elif answer.get("schema") == "disburse/refusal/1":
                self.faults.append(f"{line}: {answer}")
            return
        command = f"{shlex.quote(program)} {line.removeprefix('disburse ')}"
        run = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode not in ANSWERS:
            self.faults.append(f"{line}: exit {run.returncode}: {run.stderr[:300]}")
        elif " > " in line:
            self.files.append(pathlib.Path(line.split(" > ")[1]))
        elif "--format json" in line:
            self.documents.append(json.loads(run.stdout))


def check_page(page: Page, program: str) -> tuple[list[str], set[str]]:
    """Faults, and the keys that its documents show."""
    faults: list[str] = []
    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        try:
            answers = Answers(page, program, folder)
        except (OSError, ValueError) as broken:
            return [f"{page.file.name}: {broken}"], seen
        for document in answers.documents:
            wrong: list[str] = []
            if isinstance(document, dict) and document.get("schema") != page.schema:
                wrong.append(f"a document is of the schema {document.get('schema')}")
            check(page.root, document, seen, wrong)
            faults += dict.fromkeys(wrong)
        for file in answers.files:
            faults += check_file(page.file, file)
        if answers.files:
            faults += missing_files(page.file, answers.files)
    if page.schema and not answers.documents:
        faults.append("none of its commands shows a document")
    return [f"{page.file.name}: {one}" for one in faults + answers.faults], seen


def read_pages(faults: list[str]) -> list[Page]:
    pages: list[Page] = []
    reader = Pages(FORMATS)
    for file in sorted(FORMATS.glob("*.md")):
        if "scripts/report-bundle" in file.read_text(encoding="utf-8") and not BUNDLE.exists():
            print(f"{file.name} is passed over: its commands need the charts' bundle")
            continue
        try:
            pages.append(reader.page(file))
        except PageFault as broken:
            faults.append(str(broken))
    return pages


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    faults: list[str] = []
    pages = read_pages(faults)
    written = {match.group(1) for file in FORMATS.glob("*.md")
               if (match := re.match(r"# `([^`]+/\d+)`", file.read_text(encoding="utf-8")))}
    faults += [f"{schema} has no page in outputs/formats" for schema in sorted(program_schemas() - written)]
    faults += [f"{schema} has a page, and no source names it" for schema in sorted(written - program_schemas())]
    shown = {line.split()[1] for page in pages for line in page.commands if "--format json" in line}
    faults += [f"{command} answers in JSON and no page runs it" for command in commands_with_json(program) - shown]
    Served.program = program
    try:
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(lambda page: check_page(page, program), pages))
    finally:
        Served.end()
    faults += [fault for found, _ in answers for fault in found]
    shown_keys = set().union(*(seen for _, seen in answers))
    described = set().union(*(named_keys(page.root) for page in pages))
    faults += [f"{key} is shown by no command" for key in sorted(described - shown_keys)]
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
