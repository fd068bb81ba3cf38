#!/usr/bin/env python3
"""The checks find what they are for: each rule is broken on purpose in a small tree."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "scripts"


def answer(script, files):
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in files.items():
            path = pathlib.Path(scratch) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPTS / script, scratch], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class Layers(unittest.TestCase):
    def expect_broken(self, files, words):
        code, text = answer("check_layers.py", files)
        self.assertEqual(code, 1, text)
        self.assertIn(words, text)

    def test_a_sound_tree_passes(self):
        code, text = answer("check_layers.py", {
            "engine/base/a.hpp": "#pragma once\n", "engine/base/README.md": "", "models/README.md": "",
            "engine/app/README.md": "",
            "models/b.cpp": '#include "engine/base/a.hpp"\n',
            "engine/app/c.cpp": '#include "models/b.hpp"\n#include "outputs/run/d.hpp"\n'})
        self.assertEqual(code, 0, text)

    def test_the_hub_may_not_know_its_spokes(self):
        self.expect_broken({"engine/law/a.cpp": '#include "models/b.hpp"\n'},
                           "engine/law/a.cpp:1: engine/law may not include models/b.hpp")

    def test_spokes_may_not_know_each_other(self):
        self.expect_broken({"outputs/run/a.cpp": '\n#include "scenarios/library/b.hpp"\n'},
                           "outputs/run/a.cpp:2: outputs/run may not include scenarios/library/b.hpp")

    def test_the_core_may_not_know_what_opens_files(self):
        self.expect_broken({"engine/projection/a.cpp": '#include "engine/support/files.hpp"\n'},
                           "may not include engine/support/files.hpp")

    def test_a_room_has_a_name_and_a_readme(self):
        self.expect_broken({"engine/cellar/a.cpp": "\n"}, "engine/cellar is no room")
        self.expect_broken({"engine/base/a.cpp": "\n"}, "engine/base: has no README.md")

    def test_folders_in_a_circle_are_found(self):
        self.expect_broken({"engine/law/a.cpp": '#include "engine/base/b.hpp"\n',
                            "engine/base/b.cpp": '#include "engine/law/a.hpp"\n'}, "folders in a circle")

    def test_support_knows_no_pension_words(self):
        self.expect_broken({"engine/support/a.cpp": "// the roster\n"}, "speaks of pensions: roster")
        self.expect_broken({"engine/support/a.cpp": '#include "engine/projection/ledger.hpp"\n'}, "may not include engine/projection/ledger.hpp")

    def test_the_engine_opens_no_file(self):
        self.expect_broken({"engine/a.cpp": "#include <fstream>\n"}, "opens a file or prints")

    def test_headers_in_a_circle_are_found(self):
        self.expect_broken({"engine/a.hpp": '#pragma once\n#include "engine/b.hpp"\n',
                            "engine/b.hpp": '#pragma once\n#include "engine/a.hpp"\n'}, "headers in a circle")

    def test_a_name_of_two_types_is_found(self):
        self.expect_broken({"engine/base/a.hpp": "#pragma once\nstruct Cell {\n  int a;\n};\n",
                            "outputs/text/b.hpp": "#pragma once\nclass Cell {\n};\n"}, "Cell is declared in")

    def test_a_header_without_guard_is_found(self):
        self.expect_broken({"engine/a.hpp": "int a;\n"}, "#pragma once")

    def test_a_foreign_folder_at_the_top_is_found(self):
        self.expect_broken({"src/a.cpp": "\n"}, "src/")

    def test_packages_in_the_repository_are_found(self):
        with tempfile.TemporaryDirectory() as scratch:
            package = pathlib.Path(scratch) / "outputs" / "node_modules" / "p" / "index.js"
            package.parent.mkdir(parents=True)
            package.write_text("1\n", encoding="utf-8")
            for words in (["init", "-q"], ["add", "-f", "."]):
                subprocess.run(["git", "-C", scratch, *words], check=True)
            done = subprocess.run([sys.executable, SCRIPTS / "check_layers.py", scratch], capture_output=True, text=True,
                                  check=False)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("outputs: other people's code", done.stdout)

    def test_a_file_and_a_function_that_are_too_long_are_found(self):
        self.expect_broken({"engine/a.cpp": "\n" * 401}, "at most 400")
        self.expect_broken({"engine/a.cpp": "int f(int a) {\n" + "  ++a;\n" * 80 + "}\n"}, "at most 80")

    def test_a_struct_of_too_many_fields_is_found(self):
        fields = "".join(f"  int f{i};\n" for i in range(26))
        self.expect_broken({"engine/a.hpp": f"#pragma once\nstruct S {{\n{fields}}};\n"}, "26 fields, at most 25")

    def test_a_room_of_too_many_files_is_found(self):
        self.expect_broken({f"engine/base/f{i}.cpp": "" for i in range(41)}, "41 files, at most 40")


class Literals(unittest.TestCase):
    def test_a_number_of_the_law_in_a_formula_is_found(self):
        code, text = answer("check_literals.py", {"models/programmes/a.cpp": "int f() {\n  return 600;\n}\n"})
        self.assertEqual(code, 1)
        self.assertIn("models/programmes/a.cpp:2: 600", text)

    def test_comments_texts_and_the_four_plain_numbers_pass(self):
        code, text = answer("check_literals.py", {
            "models/a.cpp": '// 600 yuan\nconst char* t = "4672";\nint x = 0 + 1 + 12 + 100;\nint y2 = x;\n'})
        self.assertEqual(code, 0, text)


class Tests(unittest.TestCase):
    """Units without a test, as check_tests.py counts them."""

    def missing(self, files):
        _, text = answer("check_tests.py", files)
        return [line.removeprefix("no test: ") for line in text.splitlines() if line.startswith("no test: ")]

    def test_a_source_wants_a_test_in_the_mirrored_place(self):
        self.assertEqual(self.missing({"engine/base/a.cpp": "int a;\n"}), ["engine/base/a"])
        self.assertEqual(self.missing({"engine/base/a.cpp": "", "tests/engine/base/a_test.cpp": ""}), [])
        self.assertEqual(self.missing({"engine/base/a.cpp": "", "tests/engine/law/a_test.cpp": ""}), ["engine/base/a"])

    def test_a_header_wants_one_where_it_decides_something(self):
        plain = "struct A {\n  int a = 0;  // if it matters\n};\n"
        self.assertEqual(self.missing({"engine/base/a.hpp": plain}), [])
        self.assertEqual(self.missing({"engine/base/a.hpp": "inline int f(int a) {\n  if (a) return 1;\n}\n"}),
                         ["engine/base/a"])

    def test_a_main_that_only_hands_over_needs_none(self):
        plain = "int main(int argc, char** argv) { return own::main(argc, argv); }\n"
        self.assertEqual(self.missing({"engine/app/main/main.cpp": plain}), [])
        self.assertEqual(self.missing({"engine/app/main/main.cpp": "int main(int n, char**) {\n  if (n) return 1;\n}\n"}),
                         ["engine/app/main/main"])
        self.assertEqual(self.missing({"engine/app/main/domain.cpp": plain}), ["engine/app/main/domain"])

    def test_a_part_is_tested_with_its_unit(self):
        parts = {"engine/budget/draft.hpp": "", "engine/budget/draft.cpp": "", "engine/budget/draft_tables.cpp": ""}
        self.assertEqual(self.missing(parts), ["engine/budget/draft"])
        self.assertEqual(self.missing({**parts, "tests/engine/budget/draft_test.cpp": ""}), [])
        self.assertEqual(self.missing({**parts, "tests/engine/budget/draft_tables_test.cpp": ""}),
                         ["engine/budget/draft"], "a part alone is not the unit")

    def test_a_programmes_formula_is_tested_by_a_case(self):
        formula = {"models/programmes/award.cpp": "int a;\n"}
        self.assertEqual(self.missing(formula), ["models/programmes/award"])
        self.assertEqual(self.missing({**formula, "tests/cases/x.toml": 'programme = "award"\n'}), [])

    def test_limits_may_be_set(self):
        with tempfile.TemporaryDirectory() as scratch:
            source = pathlib.Path(scratch) / "engine" / "a.cpp"
            source.parent.mkdir()
            source.write_text("int a;\n", encoding="utf-8")
            for words, code in ((["--most", "1"], 0), (["--most", "0"], 1), (["--least", "0.1"], 1)):
                done = subprocess.run([sys.executable, SCRIPTS / "check_tests.py", scratch, *words], check=False,
                                      capture_output=True)
                self.assertEqual(done.returncode, code, words)


class Pages(unittest.TestCase):
    TREE = {"engine/base/money.hpp": "", "models/programmes/a.toml": "", "README.md": "[on](engine/README.md)\n"}

    def test_what_is_there_may_be_named(self):
        code, text = answer("check_pages.py", {**self.TREE, "engine/README.md":
                            "`base/money.hpp` `money.hpp` `engine/base` `models/**/*.toml` `base/money` `NAME.cpp` `a/b` `rate*2`\n"})
        self.assertEqual(code, 0, text)

    def test_what_has_moved_may_not(self):
        for gone in ("`base/cash.hpp`", "`cash.hpp`", "`engine/bases`", "`base/cash.*`", "[on](base/README.md)"):
            code, text = answer("check_pages.py", {**self.TREE, "engine/README.md": f"\nsee {gone}\n"})
            self.assertEqual(code, 1, gone)
            self.assertIn("engine/README.md:2: names", text)

    def test_fenced_blocks_are_examples(self):
        code, text = answer("check_pages.py", {**self.TREE, "engine/README.md": "```\n`cash.hpp`\n```\n"})
        self.assertEqual(code, 0, text)


class Words(unittest.TestCase):
    CHINESE = 'auto words = {{"no line {}", "没有科目 {}"}};\n'

    def expect(self, code, files, words):
        got, text = answer("check_words.py", files)
        self.assertEqual(got, code, text)
        self.assertIn(words, text)

    def test_a_pattern_with_its_chinese_passes(self):
        self.expect(0, {"engine/law/a.cpp": 'auto m = "no line " "{}"_m(1);\n',
                        "outputs/text/chinese_of_law.cpp": self.CHINESE}, "1 patterns, 1 with Chinese")

    def test_a_pattern_without_chinese_is_found(self):
        self.expect(1, {"models/a.cpp": 'auto m = "no month {}"_m(1);\n'}, "models/a.cpp:1: has no Chinese: no month {}")

    def test_an_entry_that_nobody_says_is_found(self):
        self.expect(1, {"outputs/text/chinese_of_law.cpp": self.CHINESE}, "no longer said: no line {}")

    def test_other_gaps_are_found(self):
        self.expect(1, {"engine/a.cpp": 'auto m = "no line {}"_m(1);\n',
                        "outputs/text/chinese_of_law.cpp": self.CHINESE.replace("科目 {}", "科目")}, "other gaps")

    def test_chinese_in_the_engine_is_found_outside_comments_and_the_command_line(self):
        self.expect(1, {"engine/law/a.cpp": 'auto t = "没有";\n'}, "engine/law/a.cpp:1: Chinese in the engine")
        self.expect(0, {"engine/law/a.cpp": "int a;  // 没有\n", "engine/app/b.cpp": 'auto t = "没有";\n'}, "0 rules broken")


class Agencies(unittest.TestCase):
    """What an agency's folder says may stand nowhere in C++."""
    TREE = {
        "models/common/a.toml": 'reference = "国办发〔2019〕13号"\n',
        "models/regions/hexi/common/a.toml": 'reference = "河人社发〔2024〕9号，国办发〔2019〕13号"\n',
        "scenarios/agencies/nanwan/agency.toml": 'name = "nanwan"\ntitle = "南湾县社会保险中心"\ncode = "771203"\n',
        "scenarios/agencies/nanwan/roster.toml": '[counts.a]\nvalues = [ { value = "4321" } ]\n',
        "scenarios/agencies/nanwan/budgets/2025.toml": 'cells = ["987.65", "100.00"]\n',
    }

    def found(self, text):
        code, answered = answer("check_agencies.py", {**self.TREE, "engine/a.cpp": text})
        self.assertEqual(code, 1 if "engine/a.cpp" in answered else 0)
        return answered

    def test_each_kind_of_word_is_found(self):
        for word in ("nanwan", "Nanwan", "hexi", "南湾", "771203", "4321", "4'321", "987.65", "河人社发"):
            self.assertIn("engine/a.cpp:2: ", self.found(f"int a;\n// {word} \n"), word)

    def test_what_is_nobodys_own_is_not(self):
        for word in ("100.00", "1987.65", "hexine", "国办发", "县", "4322"):
            self.assertIn(" 0 of them", self.found(f"// {word} \n"), word)


if __name__ == "__main__":
    unittest.main()
