#!/usr/bin/env python3
"""The page check: what READMEs and other pages name is there. A page that names a file which has moved misleads whoever
came to ask.

A word in back-quotes that is a path of the project (its first part is a folder beside the page or at the top level, or it
ends like a source file) has to exist, from the page's folder or from the top; a bare name may lie deeper; `name.*` means
at least one such file. So do links. Where NAME stands for any name nothing is asked.

usage: check_pages.py [ROOT]      exit 1 when a page names what is not there
"""
import pathlib
import re
import subprocess
import sys

SOURCE = re.compile(r"^[\w./*-]+\.(hpp|cpp|toml|py|cmake|csv|md|css|\*)$")
MADE = ("build", "outputs/report/dist", "lib/", "share/", "bin/")  # by a build, by npm, by an installation


def named_in(text):
    """Line and path of each path that a page names outside its fenced blocks."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= line.startswith("```")
        if fenced:
            continue
        for word in re.findall(r"`([^`]+)`", line):
            yield number, word.rstrip("/")
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", line):
            yield number, link.rstrip("/")


def is_path(word, page, root):
    if not re.fullmatch(r"[\w./*-]+", word) or "NAME" in word or word.startswith(("/", "-", ".", *MADE)):
        return False
    first = word.split("/")[0]
    return bool(SOURCE.match(word)) or ("/" in word and any((base / first).is_dir() for base in (page.parent, root)))


def exists(word, page, root):
    """From the page's folder or from the top; a bare name may lie deeper, below the page's folder alone."""
    candidates = [word] if word.endswith("*") else [word, word + "*"]
    deeper = [f"**/{word}"] if "/" not in word else []
    candidates += deeper if word.endswith((".toml", ".md")) else []  # many folders have such a file
    return any(next(base.glob(p), None) is not None
               for base, paths in ((page.parent, candidates + deeper), (root, candidates)) for p in paths)


def pages_of(root):
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "*.md"], capture_output=True, text=True, check=False)
    found = [root / name for name in listed.stdout.split("\n") if name]
    return [p for p in found or sorted(root.rglob("*.md")) if p.name not in ("CHANGELOG.md", "MANUAL.md", "MANUAL.zh-CN.md")
            and "golden" not in p.parts and "formats" not in p.parts]


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
    pages = pages_of(root)
    faults = [f"{page.relative_to(root)}:{line}: names {word}, which is not there"
              for page in pages for line, word in named_in(page.read_text(encoding="utf-8"))
              if is_path(word, page, root) and not exists(word, page, root)]
    for fault in faults:
        print("broken:", fault)
    print(f"{len(pages)} pages, {len(faults)} name what is not there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
