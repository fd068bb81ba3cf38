#!/usr/bin/env python3
"""A planner's walk through the workbench in a browser; its figures held against the command line's.

Skipped (77) where the page, its packages from npm or Chromium are missing. usage: test_workbench.py PROGRAM [PICTURES]
"""
from __future__ import annotations

import concurrent.futures
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORKBENCH = ROOT / "outputs" / "workbench"
AWARD = "unity_award.ordinary_per_payment"
SKIPPED = 77
PORT = "18474"


def missing() -> str:
    if not (WORKBENCH / "dist" / "index.html").exists():
        return "the page has not been made (scripts/workbench)"
    if not (WORKBENCH / "node_modules" / "playwright-core").exists():
        return "playwright-core is missing (scripts/workbench)"
    if not shutil.which("node") or not shutil.which("chromium"):
        return "node or chromium is missing (scripts/setup test, scripts/setup report)"
    return ""


def wan(fen: int) -> str:
    return f"{fen / 1e6:,.2f}".replace("-", "−")


class Server:
    def __init__(self, program: str, folder: str):
        self.process = subprocess.Popen([program, "serve", "--no-open", "--quiet", "--port", PORT], cwd=folder,
                                        stdout=subprocess.PIPE, text=True)
        begun = time.monotonic()
        self.address = self.process.stdout.readline().strip()
        self.ready = time.monotonic() - begun

    def ask(self, path: str, body: dict) -> tuple[dict, float]:
        base, _, token = self.address.partition("/?token=")
        request = urllib.request.Request(base + path, data=json.dumps(body).encode(), headers={
            "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        begun = time.monotonic()
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer), time.monotonic() - begun

    def memory(self) -> int:
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(next(line.split()[1] for line in status.split("\n") if line.startswith("VmRSS")))

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()  # or it would outlive this test and hold its output open
            raise


def run(program: str, folder: str, *words: str) -> dict:
    done = subprocess.run([program, "run", *words, "--format", "json"], cwd=folder, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def differing(shown: dict, expected: dict, name: str) -> list[str]:
    faults = []
    if shown["total"] != wan(expected["total"]["projected_fen"]):
        faults.append(f"{name}: the page shows {shown['total']}, the command line {wan(expected['total']['projected_fen'])}")
    for programme in expected["programmes"]:
        if shown["programmes"][programme["id"]] != wan(programme["projected_fen"]):
            faults.append(f"{name}: {programme['id']} is shown as {shown['programmes'][programme['id']]}")
    return faults


def many_users(server: Server) -> list[str]:
    """100 what-ifs grow memory by less than 20 MB; 50 users at once are all answered (how fast is told, not tested)."""
    for value in range(600, 610):
        server.ask("/api/what-if", {"sets": [f"{AWARD}={value}"]})
    before = server.memory()
    for value in range(100):
        server.ask("/api/what-if", {"sets": [f"{AWARD}={700 + value}", f"mortality.factor.resident=0.{900 + value % 7}"]})
    grown = server.memory() - before
    with concurrent.futures.ThreadPoolExecutor(50) as users:
        times = sorted(users.map(lambda value: server.ask("/api/what-if", {"sets": [f"{AWARD}={600 + value % 60}"]})[1], range(200)))
    p95 = times[int(len(times) * 0.95)]
    print(f"100 what-ifs: {grown} KiB more; 50 users at once: p95 {p95 * 1000:.0f} ms; ready after {server.ready * 1000:.0f} ms")
    return [f"100 what-ifs took {grown} KiB"] * (grown > 20_000)


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    if reason := missing():
        print(f"skipped: {reason}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        pictures = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else folder).resolve()
        pictures.mkdir(exist_ok=True)
        server = Server(program, folder)
        try:
            walk = subprocess.run(["node", str(ROOT / "tests/scripts/workbench_walk.mjs"), str(WORKBENCH / "node_modules"),
                                   shutil.which("chromium"), server.address, str(pictures)],
                                  capture_output=True, text=True, timeout=1100, check=False)
            if walk.returncode != 0:
                print(walk.stdout[-2000:], walk.stderr[-3000:])
                return 1
            seen = json.loads(walk.stdout.strip().split("\n")[-1])
            faults = list(dict.fromkeys(seen["faults"]))
            base = run(program, folder)
            faults += differing(seen["figures"]["base"], base, "base")
            faults += differing(seen["figures"]["plus_ten"], run(program, folder, "--set", f"{AWARD}=+10%"), "+10%")
            saved = run(program, folder, "我的方案/周五方案.toml")
            if wan(saved["total"]["projected_fen"]) not in seen["figures"]["saved"]["verdict"]:
                faults.append("the saved scheme gives another total than the page")
            if pathlib.Path(seen["workbook"]).exists() and pathlib.Path(seen["workbook"]).read_bytes()[:2] != b"PK":
                faults.append("the budget's workbook is none")
            times = sorted(seen["slider_ms"])
            print(f"first screen {seen['first_screen_ms']} ms; slider p95 {times[int(len(times) * 0.95) - 1]:.0f} ms, "
                  f"median {times[len(times) // 2]:.0f} ms")
            faults += many_users(server)
        finally:
            server.end()
        for fault in faults:
            print(fault)
        print(f"{len(faults)} faults")
        return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
