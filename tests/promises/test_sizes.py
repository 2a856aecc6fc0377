"""Files and functions stay short enough to be read at a sitting."""

import ast

from tests.promises.source import ROOT, modules, tree

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
# Catalogues: one entry after the other, each read by itself.
CATALOGUES = ("bot/views/examples.py", "models/migrations/versions/")
# A form is one list of its fields from top to bottom; cut in two it is harder to read, not easier.
FORMS = "bot/views/modals/"


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = {
        name: count
        for name, path in modules()
        if not name.startswith(CATALOGUES)
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > LINES_OF_A_FILE
    }

    assert long == {}


def test_no_script_or_style_of_the_page_is_either() -> None:
    page = ROOT / "bot" / "sandbox" / "page"
    long = {
        path.name: count
        for path in page.rglob("*")
        if path.suffix in (".js", ".css") and "vendor" not in path.parts
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LINES_OF_A_FILE
    }

    assert long == {}


def test_no_body_of_a_function_is_longer_than_forty_lines() -> None:
    long = {
        f"{name}:{node.name}": count
        for name, path in modules()
        if not name.startswith((*CATALOGUES, FORMS))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and (count := (node.end_lineno or 0) - node.body[0].lineno + 1) > LINES_OF_A_FUNCTION
    }

    assert long == {}
