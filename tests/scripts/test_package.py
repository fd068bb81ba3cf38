#!/usr/bin/env python3
"""Installs the program into a prefix, makes its packages and runs it from everywhere: the same run folder, byte for byte
but run-log.json, and no look at the source tree.

usage: test_package.py CMAKE BUILD_FOLDER SOURCE_TREE
"""
import filecmp
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request

FAULTS = []


def check(condition, words):
    print(("ok      " if condition else "FAILED  ") + words)
    if not condition:
        FAULTS.append(words)


def call(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def bare_environment():
    """What a user's shell has, and nothing that could point at the source tree."""
    return {"HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def hide(source):
    """A prefix to a command that empties the source tree for it; nothing where namespaces are not allowed."""
    words = ["unshare", "--map-root-user", "--mount", "sh", "-c", f"mount -t tmpfs none '{source}' && exec \"$@\"", "sh"]
    tried = subprocess.run([*words, "ls", source], capture_output=True, text=True, check=False)
    return words if tried.returncode == 0 and tried.stdout == "" else []


def run(program, folder, before=()):
    call(*before, program, "run", "--quiet", "--out", folder, env=bare_environment(), cwd=folder.parent)
    return folder


def same(first, second):
    names = sorted({p.name for p in first.iterdir()} | {p.name for p in second.iterdir()})
    differing = [n for n in names if n != "run-log.json" and
                 not ((first / n).exists() and (second / n).exists() and filecmp.cmp(first / n, second / n, shallow=False))]
    check(not differing, f"{second.name}: the same {len(names) - 1} files" + (f", but {differing}" if differing else ""))


def make_packages(build, scratch):
    """Unpacks both packages: {name: path of the program in it}."""
    call("cpack", "-B", scratch / "packages", cwd=build)
    (deb,), (tar,) = (list((scratch / "packages").glob(p)) for p in ("*.deb", "*.tar.gz"))
    call("dpkg-deb", "-x", deb, scratch / "deb")
    (scratch / "tar").mkdir()
    call("tar", "xf", tar, "-C", scratch / "tar")
    (folder,) = (scratch / "tar").iterdir()
    check((scratch / "deb/usr/share/doc/disburse/copyright").exists(), "the .deb has its licence")
    depends = call("dpkg-deb", "-f", deb, "Depends")
    check(all(name in depends for name in ("libc6", "libhdf5", "libtbb")), "the .deb names its libraries")
    check(not list((scratch / "deb").rglob("*.so*")), "the .deb brings no libraries")
    return {"deb": scratch / "deb/usr/bin/disburse", "tarball": folder / "bin/disburse"}


def check_libraries(program):
    """From the tarball every library but the C library's own comes from beside the program, with its licence."""
    beside = program.parent.parent / "lib/disburse"
    own = re.compile(r"linux-vdso|ld-linux|lib(c|m|resolv|dl|rt|pthread)\.so")
    lines = [line.strip() for line in call("ldd", program).split("\n") if "=>" in line]
    strangers = [line for line in lines if str(beside.resolve()) not in str(pathlib.Path(line.split(" => ")[1].split(" ")[0]).resolve())
                 and not own.search(line)]
    check(len(lines) > 10 and not strangers, f"the tarball brings its libraries {strangers}")
    check(len(list((program.parent.parent / "share/doc/disburse/licences").iterdir())) > 10, "and their licences")


def check_shells(prefix):
    """Completions and manual are there, know every command of the help, and their own program reads them."""
    help_text = call(prefix / "bin/disburse", "--help", env=bare_environment())
    commands = re.findall(r"^  ([a-z]+) ", help_text[help_text.index("ubcommands:"):] if "ubcommands:" in help_text else help_text, re.M)
    check(len(commands) > 5 and "run" in commands, "the help lists commands")
    share = prefix / "share"
    files = {"bash": share / "bash-completion/completions/disburse", "zsh": share / "zsh/vendor-completions/_disburse",
             "fish": share / "fish/vendor_completions.d/disburse.fish", "man": share / "man/man1/disburse.1"}
    for kind, file in files.items():
        text = file.read_text(encoding="utf-8")
        missing = [c for c in commands if not re.search(rf"\b{c}\b", text)]
        check(not missing, f"{kind} knows every command {missing}")
        if kind != "man" and shutil.which(kind):
            done = subprocess.run([kind, "-n", file], capture_output=True, text=True, check=False)
            check(done.returncode == 0, f"{kind} reads it {done.stderr}")
    offered = call("bash", "-c", f"source '{files['bash']}'; COMP_WORDS=(disburse run --format ''); COMP_CWORD=3; _disburse;"
                   "echo ${COMPREPLY[@]}")
    check(offered.split() == ["table", "json", "csv"], f"bash offers the formats of run: {offered.strip()}")


def check_data(prefix, scratch):
    """DISBURSE_DATA is obeyed; a program without data says where it looked, and not in the source tree."""
    moved = scratch / "moved"
    shutil.copytree(prefix / "share/disburse", moved)
    title = moved / "scenarios/agencies/zhongwei/scenarios/zhongwei-2024.toml"
    title.write_text(re.sub(r'(?m)^title = .*$', 'title = "another"', title.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    out = call(prefix / "bin/disburse", "list", "scenarios", env={**bare_environment(), "DISBURSE_DATA": str(moved)})
    check("another" in out, "DISBURSE_DATA names the data")
    alone = scratch / "alone/bin"
    alone.mkdir(parents=True)
    shutil.copy(prefix / "bin/disburse", alone)
    done = subprocess.run([alone / "disburse", "list", "scenarios"], capture_output=True, text=True, check=False, env=bare_environment())
    check(done.returncode == 2 and "DISBURSE_DATA" in done.stderr, "without data it says what to do")


def check_workbench(prefix, source, scratch):
    """The installed program serves the page where it was built, and says how to make it where it was not."""
    server = subprocess.Popen([prefix / "bin/disburse", "serve", "--no-open", "--quiet", "--port", "18476"], cwd=scratch,
                              env=bare_environment(), stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().strip()
        with urllib.request.urlopen(address, timeout=20) as answer:
            page = answer.read().decode()
        built = (source / "outputs/workbench/dist/index.html").exists()
        check(("assets/page.js" in page) == built, "the installed program serves the page that was built")
        check(built or "scripts/workbench" in page, "without a page it says how one is made")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


def main():
    cmake, build, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        prefix = scratch / "prefix"
        call(cmake, "--install", build, "--prefix", prefix)
        programs = {"installed": prefix / "bin/disburse", **make_packages(build, scratch)}
        hidden = hide(source)
        print("the source tree is hidden" if hidden else "no namespaces here: the source tree stays visible")
        base = run(build / "disburse", scratch / "run-build")
        for name, program in programs.items():
            same(base, run(program, scratch / f"run-{name}", hidden))
            check(str(source).encode() not in program.read_bytes(), f"{name}: the program does not know the source tree")
        check_libraries(programs["tarball"])
        check_shells(prefix)
        check_data(prefix, scratch)
        check_workbench(prefix, source, scratch)
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
