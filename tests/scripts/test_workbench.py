#!/usr/bin/env python3
"""A planner's walk through the workbench in a browser; its figures held against the command line's.

Skipped (77) where the page, its packages from npm or Chromium are missing. usage: test_workbench.py PROGRAM [PICTURES]
"""
from __future__ import annotations

import base64
import concurrent.futures
import io
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile

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


def handed_in(program: str, folder: str) -> pathlib.Path:
    """An office's roster with two faults and a heading that nobody knows, a county's budget, and what must not be told."""
    files = pathlib.Path(folder) / "handed-in"
    files.mkdir()
    subprocess.run([program, "synthesize", "--quiet", "--as-office", str(files / "office")], cwd=folder, check=True,
                   capture_output=True)
    source = next((files / "office").glob("企业职工*.csv"))
    lines = source.read_text(encoding="gb18030").splitlines()[:400]
    heading = next(i for i, line in enumerate(lines) if "姓名" in line)
    columns = lines[heading].split(",")
    amount = next(i for i, one in enumerate(columns) if one.startswith(("月养老金", "月待遇", "基本养老金")))
    number = next(i for i, one in enumerate(columns) if "身份" in one)
    columns[amount] = "本单位自定的数（元）"
    lines[heading] = ",".join(columns)
    rows = [line.split(",") for line in lines[heading + 1:]]
    secrets = {row[number] for row in rows} | {row[columns.index("姓名")] for row in rows if len(row[columns.index("姓名")]) > 2}
    rows[3][number] = rows[3][number][:-1] + ("0" if rows[3][number][-1] != "0" else "1")
    rows.append(rows[5])
    secrets.add(rows[3][number])
    (files / "roster.csv").write_text("\r\n".join(lines[:heading + 1] + [",".join(row) for row in rows]) + "\r\n", encoding="gb18030")
    county = (ROOT / "tests/scenarios/published/county.hpp").read_text(encoding="utf-8")
    (files / "budget.txt").write_text(county[county.index('R"(') + 3:county.index(')";')], encoding="utf-8")
    (files / "secrets.json").write_text(json.dumps(sorted(secrets)), encoding="utf-8")
    return files


def left_behind(server: Server, secrets: list[str]) -> list[str]:
    """Files in the server's own folder that tell of persons after the page let go of them."""
    found = []
    for folder in pathlib.Path(tempfile.gettempdir()).glob(f"disburse-serve-{server.process.pid}-*"):
        for file in folder.rglob("*"):
            if file.is_file() and file.suffix in (".csv", ".toml", ".txt") and any(one in file.read_bytes().decode("gb18030", "replace") for one in secrets):
                found.append(f"{file.name} was left in the server's folder")
    return found


def differing_papers(seen: dict) -> list[str]:
    faults = []
    if seen["workbook_begins"] != "PK":
        faults.append("the budget's workbook is none")
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(seen["text_bytes"]))) as text:
        if "本年收支由单位另行说明。" not in text.read("word/document.xml").decode("utf-8"):
            faults.append("what was said on the page does not stand in the text")
    entered = seen["entered"]
    more = round(float(entered["sum_after"]) - float(entered["sum_before"]), 2)
    if more != 100.0:
        faults.append(f"100 more in {entered['cell']} make {more} in the sum")
    return faults


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    if reason := missing():
        print(f"skipped: {reason}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        pictures = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else folder).resolve()
        pictures.mkdir(exist_ok=True)
        files = handed_in(program, folder)
        server = Server(program, folder)
        try:
            walk = subprocess.run(["node", str(ROOT / "tests/scripts/workbench_walk.mjs"), str(WORKBENCH / "node_modules"),
                                   shutil.which("chromium"), server.address, str(pictures), str(files)],
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
            faults += differing_papers(seen) + left_behind(server, json.loads((files / "secrets.json").read_text()))
            if not (pathlib.Path(folder) / "walked" / "agency.toml").exists():
                faults.append("the new agency's folder was not kept")
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
