"""Any module can be imported first: none waits for one that waits for it."""

import ast
from collections.abc import Collection, Iterator
from graphlib import TopologicalSorter

from tests.promises.source import modules, tree


def test_no_imports_go_in_a_circle() -> None:
    names = {_dotted(path): tree(file) for path, file in modules()}

    graph = {name: set(_needed(name, body, names.keys())) for name, body in names.items()}

    TopologicalSorter(graph).prepare()


def _dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _needed(name: str, body: ast.Module, known: Collection[str]) -> Iterator[str]:
    """Return the modules that have to be there first: what is imported, and the packages above."""
    for imported in _imported(body):
        parts = imported.split(".")
        above = (".".join(parts[:length]) for length in range(1, len(parts) + 1))
        yield from (
            each for each in above if each in known and not f"{name}.".startswith(f"{each}.")
        )


def _imported(body: ast.Module) -> Iterator[str]:
    for statement in body.body:
        if isinstance(statement, ast.ImportFrom) and statement.module:
            yield statement.module
            yield from (f"{statement.module}.{each.name}" for each in statement.names)
        elif isinstance(statement, ast.Import):
            yield from (each.name for each in statement.names)
