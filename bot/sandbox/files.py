"""Uploaded files: three calls to bring one in, one address to read it."""

import mimetypes
import secrets
from dataclasses import dataclass, field

from bot.sandbox.shapes import Payload


@dataclass(slots=True)
class File:
    id: str
    name: str
    length: int
    title: str = ""
    data: bytes | None = None

    @property
    def mimetype(self) -> str:
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def json(self, base: str) -> Payload:
        address = f"{base}/files/{self.id}"
        suffix = self.name.rpartition(".")[2]
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mimetype,
            "filetype": suffix,
            "pretty_type": suffix.upper(),
            "size": len(self.data or b""),
            "mode": "hosted",
            "is_external": False,
            "url_private": address,
            "url_private_download": address,
            "permalink": address,
        }


@dataclass(slots=True)
class Files:
    by_id: dict[str, File] = field(default_factory=dict)

    def expect(self, name: str, length: int) -> File:
        file = File(f"F0{secrets.token_hex(5).upper()}", name, length)
        self.by_id[file.id] = file
        return file
