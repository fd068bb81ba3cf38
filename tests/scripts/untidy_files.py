"""Builds the untidy files that tests/untidy/*.toml describe: workbooks, CSV, web pages as offices hand them in.

A file begins as a clean roster of three pensioners; its description says what is different. Identity numbers are of the
area 999999, which is assigned to nobody.
"""
from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

HEADINGS = ["姓名", "公民身份号码", "性别", "参加工作时间", "退休时间", "险种", "状态", "月养老金", "缴费年限"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def with_check_digit(seventeen: str) -> str:
    """GB 11643: the number of 18 characters that begins so."""
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return seventeen + "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights)) % 11]


def identity(birth: str, serial: int) -> str:
    """A number of nobody: area 999999."""
    return with_check_digit(f"999999{birth}{serial:03d}")


def column_name(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def clean_rows(count: int) -> list[list[object]]:
    return [["测试甲", identity("19580312", 101 + 2 * i), "男", "1980-07", "2018-03", "机关事业", "领取", "5000.00",
             "37年8个月"] for i in range(count)]


def table(case: dict) -> list[list[object]]:
    """Titles, headings, rows and what stands below, cell by cell."""
    headings = list(HEADINGS)
    rows = clean_rows(case.get("persons", 3))
    for heading, values in case.get("columns", {}).items():
        at = headings.index(heading) if heading in headings else len(headings)
        if at == len(headings):
            headings.append(heading)
        for i, row in enumerate(rows):
            row += [""] * (at + 1 - len(row))
            row[at] = values[min(i, len(values) - 1)]
    for heading in case.get("without", []):
        at = headings.index(heading)
        for row in rows:
            del row[at]
        del headings[at]
    for old, new in case.get("rename", {}).items():
        headings[headings.index(old)] = new
    for old, new in case.get("identities", {}).items():
        # Seventeen digits become a whole number here alone, so that none stands in the repository.
        seventeen = isinstance(new, str) and re.fullmatch(r"\d{17}", new)
        rows[int(old) - 1][headings.index("公民身份号码")] = with_check_digit(new) if seventeen else new
    lines = [list(title) for title in case.get("titles", [])] + [headings]
    if "sub_headings" in case:
        lines.append(list(case["sub_headings"]))
    lines += rows
    for after in case.get("between", []):
        lines.insert(len(lines) - 1, headings if after == ["@headings"] else list(after))
    return lines + [list(row) for row in case.get("below", [])]


class Workbook:
    """An xlsx file, part by part, with the habits that a description asks for."""

    def __init__(self, case: dict):
        self.case = case
        self.strict = case.get("strict", False)
        self.formats: list[str] = []
        self.texts: list[str] = []

    def style(self, code: str | None) -> str:
        if code is None:
            return ""
        if code not in self.formats:
            self.formats.append(code)
        return f' s="{self.formats.index(code) + 1}"'

    def cell(self, row: int, column: int, value: object) -> str:
        name = f"{column_name(column)}{row + 1}"
        if isinstance(value, dict):
            style = self.style(value.get("format"))
            formula = f"<f>{escape(value['formula'])}</f>" if "formula" in value else ""
            kind = f' t="{value["type"]}"' if "type" in value else ""
            stored = "" if "value" not in value else f"<v>{value['value']}</v>"
            return f'<c r="{name}"{style}{kind}>{formula}{stored}</c>'
        text = str(value)
        if text == "":
            return ""
        if self.case.get("shared"):
            self.texts.append(text)
            return f'<c r="{name}" t="s"><v>{len(self.texts) - 1}</v></c>'
        return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'

    def sheet(self, lines: list[list[object]], case: dict) -> str:
        hidden = set(case.get("hidden_rows", []))
        body = "".join(
            f'<row r="{case.get("row_numbers", {}).get(str(r + 1), r + 1)}"' + (' hidden="1"' if r + 1 in hidden else "") + ">" +
            "".join(self.cell(r, c, value) for c, value in enumerate(line)) + "</row>"
            for r, line in enumerate(lines))
        merged = "".join(f'<mergeCell ref="{one}"/>' for one in case.get("merged", []))
        return (case.get("prologue", "") + f'<worksheet xmlns="{STRICT_MAIN if self.strict else MAIN}"><sheetData>{body}</sheetData>' +
                (f"<mergeCells>{merged}</mergeCells>" if merged else "") + "</worksheet>")

    def bytes(self) -> bytes:
        case = self.case
        sheets = [(case.get("sheet", "Sheet1"), case.get("lines") or table(case), case)]
        for extra in case.get("sheets", []):
            sheets.append((extra["name"], extra.get("lines") or table(extra), extra))
        relations = STRICT_RELATIONS if self.strict else RELATIONS
        parts: dict[str, str] = {}
        listed, related = "", ""
        for i, (name, lines, one) in enumerate(sheets, 1):
            parts[f"xl/worksheets/sheet{i}.xml"] = self.sheet(lines, one)
            state = f' state="{one["state"]}"' if "state" in one else ""
            listed += f'<sheet name="{escape(name)}" sheetId="{i}"{state} r:id="rId{i}"/>'
            related += f'<Relationship Id="rId{i}" Type="{relations}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        main = STRICT_MAIN if self.strict else MAIN
        numbered = "".join(f'<numFmt numFmtId="{170 + i}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
                           for i, code in enumerate(self.formats))
        styled = "".join(f'<xf numFmtId="{170 + i}"/>' for i in range(len(self.formats)))
        parts["xl/styles.xml"] = (f'<styleSheet xmlns="{main}"><numFmts>{numbered}</numFmts>'
                                  f'<cellXfs><xf numFmtId="0"/>{styled}</cellXfs></styleSheet>')
        related += f'<Relationship Id="s" Type="{relations}/styles" Target="styles.xml"/>'
        if self.texts:
            parts["xl/sharedStrings.xml"] = (f'<sst xmlns="{main}">' +
                                             "".join(f"<si><t>{escape(text)}</t></si>" for text in self.texts) + "</sst>")
            related += f'<Relationship Id="t" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/>'
        epoch = '<workbookPr date1904="1"/>' if case.get("epoch_1904") else ""
        parts["xl/workbook.xml"] = f'<workbook xmlns="{main}" xmlns:r="{relations}">{epoch}<sheets>{listed}</sheets></workbook>'
        parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>'
        parts["_rels/.rels"] = (f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{relations}/officeDocument" '
                                f'Target="xl/workbook.xml"/></Relationships>')
        for name, (before, again, count, after) in case.get("repeated", {}).items():  # what grows when it is unpacked
            parts[name] = before + again * count + after
        for old, new in case.get("parts", {}).items():  # parts under other names
            bytes_ = parts.pop(old)
            parts[new] = bytes_
            target, other = old.removeprefix("xl/"), new.removeprefix("xl/")
            for name in [one for one in parts if one.endswith(".rels")]:
                if case.get("relations_follow", True):
                    parts[name] = parts[name].replace(f'"{target}"', f'"{other}"').replace(f'"{old}"', f'"{new}"')
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                if name in case.get("bombs", {}):
                    continue
                archive.writestr(name.replace("/", "\\") if case.get("backslashes") else name, text)
            for name, size in case.get("bombs", {}).items():
                archive.writestr(name, b" " * size)
        return out.getvalue()


def csv_bytes(case: dict) -> bytes:
    separator = case.get("separator", ",")

    def field(value: object) -> str:
        text = str(value)
        return '"' + text.replace('"', '""') + '"' if separator in text or "\n" in text else text

    newline = case.get("newline", "\n")
    text = newline.join(separator.join(field(value) for value in line) for line in table(case)) + newline
    for old, new in case.get("replace", []):
        assert old in text, f"{old!r} is not in the text"
        text = text.replace(old, new, 1)
    data = text.encode(case.get("encoding", "utf-8"))
    for old, new in case.get("replace_bytes", []):
        data = data.replace(bytes.fromhex(old), bytes.fromhex(new), 1)
    return bytes.fromhex(case.get("mark", "")) + data


def html_bytes(case: dict) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{escape(str(value)).replace(' ', '&nbsp;')}</td>" for value in line) + "</tr>" for line in table(case))
    page = f'<html><head><meta charset="{case.get("encoding", "utf-8")}"><style>td{{color:red}}</style></head><body><table>{rows}</table></body></html>'
    return page.encode(case.get("encoding", "utf-8"))


def build(case: dict) -> tuple[str, bytes]:
    """The file's name and its bytes."""
    kind = case.get("kind", "csv")
    data = {"xlsx": lambda: Workbook(case).bytes(), "csv": lambda: csv_bytes(case), "html": lambda: html_bytes(case),
            "bytes": lambda: bytes.fromhex(case["bytes"])}[kind]()
    return case.get("file", "roster." + ("csv" if kind == "bytes" else kind)), data
