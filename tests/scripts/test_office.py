#!/usr/bin/env python3
"""Opens the budget's workbook and text in LibreOffice, as an office would, and reads what it shows.

The workbook is converted to PDF (are all texts there, is nothing cut to ###, how many pages) and, recalculated, to CSV
(do the live formulas give the values that were saved with them). usage: test_office.py PROGRAM
"""
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

TABLES = ["表一", "表二", "表三", "表四", "表五", "表六", "表七", "表八"]
faults: list[str] = []


def expect(holds: bool, what: str) -> None:
    if not holds:
        faults.append(what)


def fonts_of_an_office(folder: pathlib.Path) -> dict[str, str]:
    """An environment in which the fonts of official documents are stood in for by Debian's Chinese ones."""
    serif, sans = "Noto Serif CJK SC", "Noto Sans CJK SC"
    stands_for = {"宋体": serif, "仿宋": serif, "楷体": serif, "方正小标宋简体": serif, "黑体": sans}
    aliases = "".join(f'<alias binding="same"><family>{name}</family><prefer><family>{stand_in}</family></prefer></alias>'
                      for name, stand_in in stands_for.items())
    conf = folder / "fonts.conf"
    conf.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                    f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>')
    return {**os.environ, "FONTCONFIG_FILE": str(conf)}


def convert(folder: pathlib.Path, kind: str, file: pathlib.Path) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), str(file)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
                   env=fonts_of_an_office(folder))


def pdf_text(pdf: pathlib.Path) -> tuple[str, int]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return text, text.count("\f")


def without_cached_values(source: pathlib.Path, target: pathlib.Path) -> None:
    """The same workbook without any formula's saved result, so that only a calculation can give it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                data = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", data.decode()).encode()
            new.writestr(name, data)


def sheets_of(folder: pathlib.Path, book: pathlib.Path) -> dict[str, list[list[str]]]:
    """Every sheet by its name, calculated."""
    convert(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", book)
    sheets = {}
    for path in sorted(folder.glob(f"{book.stem}-*.csv")):
        with open(path, encoding="utf-8", newline="") as lines:
            sheets[path.stem.removeprefix(book.stem + "-")] = list(csv.reader(lines))
        path.unlink()
    return sheets


def number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def same_cell(one: str, other: str) -> bool:
    if number(one) is None or number(other) is None:
        return one == other
    return abs(float(one) - float(other)) < 1e-6


def with_number(source: pathlib.Path, target: pathlib.Path, sheet: str, cell: str, value: float) -> None:
    """The same workbook with a number typed into a cell, whatever stood there, and nothing calculated."""
    with zipfile.ZipFile(source) as archive:
        names = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
    part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
    emptied = source.with_name("typed-" + source.name)
    without_cached_values(source, emptied)
    with zipfile.ZipFile(emptied) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text, count = re.subn(rf'(<c r="{cell}"[^>]*?)(?: t="[a-z]*")?>.*?</c>', rf"\g<1>><v>{value}</v></c>",
                                      data.decode(), count=1)
                expect(count == 1, f"{sheet} has no cell {cell}")
                data = text.encode()
            new.writestr(name, data)
    emptied.unlink()


def check_pdf(folder: pathlib.Path, book: pathlib.Path, total: str) -> None:
    convert(folder, "pdf", book)
    text, pages = pdf_text(book.with_suffix(".pdf"))
    expect("###" not in text, "a number is cut to ###")
    expect("上报前请核对" in text, "what turns with a reading is not on a page of its own, to be taken out before filing")
    expect(pages == 1 + len(TABLES) + 9 + 1, f"{pages} pages instead of one for each table, form and paper")
    for name in [*TABLES, "部门项目支出预算绩效目标表", "项目支出测算依据", "310004"]:
        expect(name in text, f"{name} is not on any page")
    expect(text.count(total) >= 8, f"the total {total} stands {text.count(total)} times in the tables")


def check_formulas(folder: pathlib.Path, book: pathlib.Path) -> None:
    """Every formula of every sheet gives what was saved with it."""
    saved = sheets_of(folder, book)
    with zipfile.ZipFile(book) as archive:
        names = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
        formulas = {name: archive.read(f"xl/worksheets/sheet{i + 1}.xml").count(b"<f>") for i, name in enumerate(names)}
    for name in names:  # each form's total is computed, and its cost indicators where they print it
        expect(formulas[name] > 0 or not name.startswith(("绩效", "表")), f"{name} has no formula")
    emptied = folder / "emptied.xlsx"
    without_cached_values(book, emptied)
    calculated = sheets_of(folder, emptied)
    expect(list(saved) == list(calculated) and len(saved) > len(TABLES), "the workbook has lost sheets")
    expect(len(saved["测算依据"]) > 20, "the working paper has lost rows")
    for sheet, rows in saved.items():
        for before, after in zip(rows, calculated[sheet], strict=True):
            same = len(before) == len(after) and all(map(same_cell, before, after))
            expect(same, f"{sheet}: a formula gives another value than was saved: {before} / {after}")


def cell_of(rows: list[list[str]], code: str, column: int) -> str:
    row = next(i for i, row in enumerate(rows) if row[0] == code)
    return f"{chr(ord('A') + column)}{row + 1}"


def figures_of(rows: list[list[str]]) -> list[float]:
    return [value for row in rows for value in map(number, row) if value is not None]


def check_a_leaf_reaches_all(folder: pathlib.Path, book: pathlib.Path) -> None:
    """A figure typed into table 2 moves every sum of it in tables 1, 2, 6, 7 and 8 and the project's form."""
    before = sheets_of(folder, book)
    basic, project = 4, 5  # columns of table 2
    for code, column, typed in (("2080109", basic, 1.0), ("2082602", project, 2.0)):
        cell = cell_of(before["表二"], code, column)
        old = float(next(row for row in before["表二"] if row[0] == code)[column])
        changed = folder / "changed.xlsx"
        with_number(book, changed, "表二", cell, old + typed)
        after = sheets_of(folder, changed)
        whole = float(next(row for row in before["表二"] if row[0] == "310004")[3])
        for sheet in ("表一", "表二", "表六", "表七", "表八"):
            had = sum(abs(value - whole) < 1e-6 for value in figures_of(before[sheet]))
            has = sum(abs(value - whole - typed) < 1e-6 for value in figures_of(after[sheet]))
            expect(had == has > 0, f"{sheet}: {has} of {had} totals follow {code}")
        if column != project:
            continue
        forms = [sheet for sheet, rows in after.items() if sheet.startswith("绩效") and
                 any(f"{old + typed:.2f}" in cell for row in rows for cell in row)]
        expect(len(forms) == 1, f"{len(forms)} forms follow {code}")


def check_a_price_reaches_its_form(folder: pathlib.Path, book: pathlib.Path) -> None:
    """A price typed into the working paper moves its project's form, by what the form prints, and no other form."""
    before = sheets_of(folder, book)
    paper = before["测算依据"]
    quantity, price, drafted = 2, 3, 5
    changed = 0
    for at, row in enumerate(paper[:-1]):
        part = paper[at + 1]
        heads = number(row[drafted]) if len(row) > drafted else None
        if heads is None or not part[0].startswith("\u3000") or number(part[quantity]) is None:
            continue
        typed = float(part[price]) + 1000.0
        new = folder / "priced.xlsx"
        with_number(book, new, "测算依据", f"{chr(ord('A') + price)}{at + 2}", typed)
        after = sheets_of(folder, new)
        amount = f"{float(after['测算依据'][at][drafted]):.2f}"
        if before["测算依据"][at][drafted] == after["测算依据"][at][drafted]:
            expect(False, f"{row[0]}: the price moves nothing")
        forms = [sheet for sheet, rows in after.items() if sheet.startswith("绩效") and rows != before[sheet]]
        expect(len(forms) == 1, f"{row[0]}: {len(forms)} forms follow its price: {forms}")
        for sheet in forms:
            expect(any(f"年度资金总额：{amount}" in cell for cells in after[sheet] for cell in cells),
                   f"{sheet}: its total is not {amount}")
        changed += 1
        if changed == 3:  # the rest are made alike, and each costs an office's start
            break
    expect(changed == 3, f"{changed} projects have a price in the working paper")


def check_text(folder: pathlib.Path, document: pathlib.Path, total: str) -> None:
    convert(folder, "pdf", document)
    text, pages = pdf_text(document.with_suffix(".pdf"))
    flat = re.sub(r"\s", "", text)
    expect(3 <= pages <= 12, f"the text has {pages} pages")
    for part in ["部门预算（草案）情况说明", "一、财政拨款收支预算情况的总体说明", "七、名词解释", f"财政拨款收入预算{total}万元"]:
        expect(part in flat, f"{part} is not in the text")


def check_year(program: pathlib.Path, folder: pathlib.Path, year: int) -> None:
    run = subprocess.run([program, "budget", "--year", str(year), "--out", folder / "budget"], capture_output=True,
                         text=True, check=True)
    total = re.search(r"支出总计 ([0-9,.]+)", run.stdout).group(1)
    for file in (folder / "budget").iterdir():
        shutil.copy(file, folder)
    name = f"{year}年部门预算" + ("（草案）" if year > 2024 else "")
    book = folder / f"{name}.xlsx"
    check_formulas(folder, book)
    if year == 2025:
        check_a_leaf_reaches_all(folder, book)
        check_a_price_reaches_its_form(folder, book)
        check_pdf(folder, book, total)
        check_text(folder, folder / f"{name}情况说明.docx", total)


def check_report(program: pathlib.Path, folder: pathlib.Path) -> None:
    """The report's workbook and papers: every exhibit on a page, nothing cut, a font that has Chinese."""
    subprocess.run([program, "sensitivity", "--method", "full", "--samples", "64", "--report", folder / "study", "-q"],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run([program, "run", "--report", folder / "run", "-q"], check=True, stdout=subprocess.DEVNULL)
    for source, name, words in [
            ("run", "report.xlsx", ["各项目：预算与预计", "领取待遇人员变动", "6,540.67"]),
            ("run", "测算说明.docx", ["一、政策依据", "八、未计入事项", "2024年预计支出37,323.12万元"]),
            ("study", "敏感性分析报告.docx", ["一、目的", "六、情景", "九、复现信息", "Saltelli"])]:
        if not (folder / source / name).exists():
            expect(False, f"{name} was not written")
            continue
        shutil.copy(folder / source / name, folder)
        convert(folder, "pdf", folder / name)
        pdf = (folder / name).with_suffix(".pdf")
        text, _ = pdf_text(pdf)
        flat = re.sub(r"\s", "", text)
        expect("###" not in text, f"a number of {name} is cut to ###")
        for one in words:
            expect(re.sub(r"\s", "", one) in flat, f"{one} is not on any page of {name}")
        fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True).stdout
        expect("SerifCJK" in fonts, f"{name}: 宋体 or 仿宋 is not stood in for: {fonts}")


def check_old_excel(program: pathlib.Path, folder: pathlib.Path) -> None:
    """The office's workbook saved as .xls gives the same roster as the .xlsx, where .xls is read at all."""
    subprocess.run([program, "synthesize", "--as-office", folder / "office", "--quiet"], check=True)
    book = folder / "office" / "机关事业.xlsx"
    convert(folder, "xls", book)
    rosters = []
    for number, file in enumerate((book, folder / "机关事业.xls")):
        target = folder / f"{number}.json"
        run = subprocess.run([program, "import", file, "--dry-run", "--format", "json"], capture_output=True, text=True)
        expect(run.returncode == 0, f"{file.name}: {run.stderr}{run.stdout[:300]}")
        rosters.append([(table["rows"], table["accepted"]) for table in json.loads(run.stdout or "{}").get("tables", [])])
        target.write_text(run.stdout)
    expect(rosters[0] == rosters[1] and len(rosters[0]) == 1, f"xlsx and xls differ: {rosters}")


def main() -> int:
    program = pathlib.Path(sys.argv[1]).resolve()
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        print("LibreOffice and poppler-utils are needed: scripts/setup test", file=sys.stderr)
        return 1
    for year in (2024, 2025):
        with tempfile.TemporaryDirectory() as name:
            check_year(program, pathlib.Path(name), year)
    with tempfile.TemporaryDirectory() as name:
        check_old_excel(program, pathlib.Path(name))
    with tempfile.TemporaryDirectory() as name:
        check_report(program, pathlib.Path(name))
    for fault in faults[:20]:
        print(fault)
    print("OK" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
