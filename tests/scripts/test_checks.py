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
            "engine/a.hpp": "#pragma once\n",
            "models/b.cpp": '#include "engine/a.hpp"\n',
            "engine/app/c.cpp": '#include "models/b.hpp"\n#include "outputs/d.hpp"\n'})
        self.assertEqual(code, 0, text)

    def test_the_hub_may_not_know_its_spokes(self):
        self.expect_broken({"engine/a.cpp": '#include "models/b.hpp"\n'}, "engine/a.cpp:1: engine may not include models/b.hpp")

    def test_spokes_may_not_know_each_other(self):
        self.expect_broken({"outputs/a.cpp": '\n#include "scenarios/b.hpp"\n'}, "outputs/a.cpp:2:")

    def test_support_knows_no_pension_words(self):
        self.expect_broken({"engine/support/a.cpp": "// the roster\n"}, "speaks of pensions: roster")
        self.expect_broken({"engine/support/a.cpp": '#include "engine/ledger.hpp"\n'}, "may not include engine/ledger.hpp")

    def test_the_engine_opens_no_file(self):
        self.expect_broken({"engine/a.cpp": "#include <fstream>\n"}, "opens a file or prints")

    def test_headers_in_a_circle_are_found(self):
        self.expect_broken({"engine/a.hpp": '#pragma once\n#include "engine/b.hpp"\n',
                            "engine/b.hpp": '#pragma once\n#include "engine/a.hpp"\n'}, "headers in a circle")

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


class Literals(unittest.TestCase):
    def test_a_number_of_the_law_in_a_formula_is_found(self):
        code, text = answer("check_literals.py", {"models/programmes/a.cpp": "int f() {\n  return 600;\n}\n"})
        self.assertEqual(code, 1)
        self.assertIn("models/programmes/a.cpp:2: 600", text)

    def test_comments_texts_and_the_four_plain_numbers_pass(self):
        code, text = answer("check_literals.py", {
            "models/a.cpp": '// 600 yuan\nconst char* t = "4672";\nint x = 0 + 1 + 12 + 100;\nint y2 = x;\n'})
        self.assertEqual(code, 0, text)


if __name__ == "__main__":
    unittest.main()
