#!/usr/bin/env python3
"""The HTML report as a reader's browser shows it: every chart drawn, no error, no network, at most a megabyte.

usage: test_report.py PROGRAM CHARTS_BUNDLE; exits 77 (skipped) where the bundle or Chromium is not there.
The screenshot is kept as report.png in the working folder.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

program, bundle = os.path.abspath(sys.argv[1]), sys.argv[2]
source = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
browser = shutil.which("chromium") or shutil.which("chromium-browser")
if not os.path.exists(bundle) or not browser:
    print("skipped: scripts/report-bundle was not run, or there is no Chromium")
    sys.exit(77)


def run(*words, out=None):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    if out:
        open(os.path.join(folder, out), "w").write(done.stdout)


def chromium(*words):
    return subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr",
         f"--user-data-dir={folder}/profile", "--host-resolver-rules=MAP * ~NOTFOUND", *words],
        capture_output=True, text=True, timeout=120)


with tempfile.TemporaryDirectory() as folder:
    run("run", "--mode", "stochastic", "--replicates", "400", "--assumptions", "20", "--out", "result", "-q")
    run("sensitivity", "--format", "json", out="study.json")
    run("cash", "--format", "json", out="cash.json")
    run("report", "result", "--with", "study.json", "--with", "cash.json", "--out", "report", "-q")
    page = os.path.join(folder, "report", "report.html")
    assert os.path.getsize(page) <= 1_000_000, os.path.getsize(page)
    exhibits = json.load(open(os.path.join(folder, "report", "exhibits.json")))["exhibits"]
    charts = [one for one in exhibits if one["chart"] is not None]
    assert len(charts) >= 12, [one["id"] for one in charts]

    shown = chromium("--dump-dom", "--virtual-time-budget=5000", "file://" + page)
    errors = [line for line in shown.stderr.splitlines() if "CONSOLE" in line]
    assert not errors, errors
    dom = shown.stdout
    drawn = re.search(r'data-drawn="(\d+)"', dom)
    assert drawn and int(drawn.group(1)) == len(charts), (drawn and drawn.group(1), len(charts))
    for one in charts:
        place = dom.index(f'data-of="{one["id"]}"')
        assert "<svg" in dom[place:place + 2000], one["id"]
    assert dom.count("<path") > 60, dom.count("<path")

    # In print every chart is on some page, and the tables too; a dark reader gets light ink.
    pdf = os.path.join(os.getcwd(), "report.pdf")
    chromium(f"--print-to-pdf={pdf}", "--no-pdf-header-footer", "--virtual-time-budget=5000", "file://" + page)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
    flat = re.sub(r"\s", "", text)
    for one in exhibits:
        assert re.sub(r"\s", "", one["title"]) in flat, one["title"]
    size = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
    assert re.search(r"Page size:\s+59[45]\S* x 84[12]", size), size
    dark = chromium("--dump-dom", "--virtual-time-budget=5000", "--force-dark-mode", "--blink-settings=preferredColorScheme=0",
                    "file://" + page).stdout
    assert 'fill="#e4e6e8"' in dark and 'fill="#e4e6e8"' not in dom, "the charts do not follow the colour scheme"

    # Other documents as reports by themselves, each with every chart drawn.
    run("sensitivity", "--method", "full", "--samples", "64", "--report", "study", "-q")
    run("compare", "zhongwei-2024", "award-660", "--report", "compare", "-q")
    run("reforecast", "--actuals", os.path.join(source, "scenarios/agencies/zhongwei/actuals/2024-08-example.csv"), "--report",
        "reforecast", "-q")
    run("budget", "--year", "2025", "--report", "budget", "-q")
    for name in ("study", "compare", "reforecast", "budget"):
        other = os.path.join(folder, name)
        wanted = sum(one["chart"] is not None for one in json.load(open(f"{other}/exhibits.json"))["exhibits"])
        seen = chromium("--dump-dom", "--virtual-time-budget=5000", f"file://{other}/report.html")
        assert not [line for line in seen.stderr.splitlines() if "CONSOLE" in line], (name, seen.stderr)
        assert f'data-drawn="{wanted}"' in seen.stdout, (name, wanted)

    picture = os.path.join(os.getcwd(), "report.png")
    chromium(f"--screenshot={picture}", "--window-size=1100,7800", "file://" + page)
    assert os.path.getsize(picture) > 200_000
    print(f"{len(charts)} charts drawn, {os.path.getsize(page)} bytes, screenshot in {picture}")
