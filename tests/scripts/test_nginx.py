#!/usr/bin/env python3
"""The workbench behind nginx with the configuration that is shipped: users are let in by name, and each sees his own.

Skipped (77) where nginx is not installed. usage: test_nginx.py PROGRAM
"""
from __future__ import annotations

import base64
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHIPPED = ROOT / "scripts" / "packaging" / "nginx.conf"
PORT = 18476
SKIPPED = 77
USERS = {"wang": "first", "li": "second"}


def configuration(folder: pathlib.Path) -> str:
    """The shipped part, with its two places moved into the test's folder, in a server of its own."""
    part = SHIPPED.read_text(encoding="utf-8")
    for shipped, own in (("/etc/nginx/disburse.users", folder / "users"), ("/run/disburse/serve.sock", folder / "serve.sock")):
        assert shipped in part, f"{SHIPPED} does not name {shipped}"
        part = part.replace(shipped, str(own))
    (folder / "disburse.conf").write_text(part, encoding="utf-8")
    kept = "".join(f"  {kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return (f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n  access_log off;\n{kept}"
            f"  server {{ listen 127.0.0.1:{PORT}; include {folder}/disburse.conf; }}\n}}\n")


def password(word: str) -> str:
    return subprocess.run(["openssl", "passwd", "-apr1", word], capture_output=True, text=True, check=True).stdout.strip()


def ask(path: str, user: str = "", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", data=body, headers={
        "Content-Type": "application/json", "Origin": f"http://127.0.0.1:{PORT}",
        **{name.replace("_", "-"): value for name, value in headers.items()}})
    if user:
        request.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{USERS[user]}".encode()).decode())
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def faults() -> list[str]:
    found = []

    def expect(holds: bool, what: str) -> None:
        if not holds:
            found.append(what)

    expect(ask("/api/session")[0] == 401, "nginx lets in who has no name")
    status, session = ask("/api/session", "wang", X_Remote_User="li")
    expect(status == 200 and json.loads(session)["user"] == "wang", f"wang is taken for somebody else: {status} {session!r}")
    expect(ask("/api/session", "wang", Origin="http://evil.example")[0] == 403, "a foreign page is answered")
    status, refused = ask("/api/what-if", "wang", b"{}")
    expect(status == 200, f"the page's own question is refused: {status} {refused[:200]!r}")
    status, kept = ask("/api/upload?name=a.csv", "wang", b"x" * (15 << 20), Content_Type="application/octet-stream")
    expect(status == 200 and json.loads(kept)["bytes"] == 15 << 20, f"15 MiB are not taken: {status}")
    work = json.loads(ask("/api/work", "wang", b'{"kind": "cash"}')[1])["number"]
    events = ask(f"/api/work/{work}/events", "wang")[1].decode()
    expect('"done"' in events and events.count("data:") >= 1, f"no events come through: {events[:200]}")
    expect(ask(f"/api/work/{work}/result", "wang")[0] == 200, "a user's own study is kept from him")
    for path in (f"/api/work/{work}", f"/api/work/{work}/result"):
        expect(ask(path, "li")[0] == 404, f"{path} of wang is shown to li")
    saved = ask("/api/schemes", "li", json.dumps({"name": "x", "sets": ["heating_allowance.standard=5000"], "save": True}).encode())
    expect('author = \\"li\\"' in saved[1].decode(), f"the user's name is not in what is saved: {saved[1][:300]!r}")
    return found


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    nginx = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not nginx:
        print("skipped: nginx is not installed (apt-get install nginx-light)")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)  # nginx may run its workers as another user
        (folder / "users").write_text("".join(f"{user}:{password(word)}\n" for user, word in USERS.items()), encoding="utf-8")
        as_root = "user root;\n" if os.getuid() == 0 else ""  # only root may name another
        (folder / "nginx.conf").write_text(as_root + configuration(folder), encoding="utf-8")
        server = subprocess.Popen([program, "serve", "--no-open", "--quiet", "--socket", "serve.sock"], cwd=folder, stdout=subprocess.PIPE, text=True)
        front = None
        try:
            server.stdout.readline()
            front = subprocess.Popen([nginx, "-p", name, "-c", str(folder / "nginx.conf")], stderr=subprocess.PIPE, text=True)
            for _ in range(100):
                try:
                    ask("/api/session")
                    break
                except urllib.error.URLError:
                    time.sleep(0.05)
            wrong = faults()
        finally:
            for process in (front, server):
                if process is not None:
                    process.send_signal(signal.SIGINT)
                    try:
                        process.wait(30)
                    except subprocess.TimeoutExpired:
                        process.kill()
    for one in wrong:
        print(one)
    print(f"{len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
