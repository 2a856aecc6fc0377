"""What the repository carries: licences, pins without addresses, no secrets."""

import re
import subprocess

import pytest

from tests.promises.source import ROOT, text

LOCKS = ("requirements.lock", "requirements-dev.lock")
TOKEN = re.compile(r"xox[abpe]-\d{8,}|xapp-\d-[A-Z0-9]{8,}")
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:root|work|home/\w+|Users/\w+)/")
ADDRESS = re.compile(r"https?://|file://|--index-url|--extra-index-url|--find-links")


def tracked() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: there is no list of files")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def contents() -> dict[str, str]:
    """The text of every file in the repository."""
    return {
        name: (ROOT / name).read_text(encoding="utf-8", errors="ignore")
        for name in tracked()
        if not name.endswith((".mo", ".png", ".xlsx"))
    }


def test_the_whole_is_under_the_apache_licence() -> None:
    licence = text("LICENSE")

    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert 'license = "Apache-2.0"' in text("pyproject.toml")


def test_what_the_page_takes_from_others_comes_with_its_licence() -> None:
    vendor = ROOT / "bot" / "sandbox" / "page" / "vendor"
    libraries = {path.name.split(".")[0] for path in vendor.glob("*.js")}
    told = (vendor / "README.md").read_text(encoding="utf-8")

    assert [name for name in libraries if name not in told.casefold()] == []
    assert list(vendor.glob("LICENSE-*"))


@pytest.mark.parametrize("name", LOCKS)
def test_packages_are_pinned_with_hashes_and_without_addresses(name: str) -> None:
    pins = re.split(r"\n(?=\S)", text(name).strip())

    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert not ADDRESS.search(text(name))


def test_the_packages_to_run_are_the_same_for_whoever_develops() -> None:
    run, develop = (set(re.findall(r"^\S+==\S+", text(name), re.MULTILINE)) for name in LOCKS)

    assert run <= develop


def test_no_file_holds_a_token_or_a_path_of_somebodys_machine() -> None:
    found = {
        name: hit.group()
        for name, content in contents().items()
        for pattern in (TOKEN, MACHINE_PATH)
        if (hit := pattern.search(content))
    }

    assert found == {}
