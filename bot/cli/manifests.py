"""The Slack app's manifest, which lies beside the packages."""

from collections.abc import Mapping
from pathlib import Path

import yaml

FILE = Path(__file__).parents[2] / "manifest.yml"


def manifest_text() -> str:
    return FILE.read_text(encoding="utf-8")


def read_manifest() -> Mapping[str, object]:
    """Return the manifest as Slack would hold it."""
    read: Mapping[str, object] = yaml.safe_load(manifest_text())
    return read
