"""Pictures and documents, sent and fetched. The server goes to no network: an address is refused as one that cannot be fetched."""

import struct
from typing import Any

from bot.playground.methods.messages import asked_chat, send
from bot.playground.parameters import Parameters, Upload
from bot.playground.refusals import bad
from bot.playground.texts import asked_caption
from bot.playground.world import StoredFile, World

Json = dict[str, Any]
MAX_PHOTO_BYTES = 10 * 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_SIZES = frozenset((0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF))


async def send_photo(world: World, given: Parameters) -> Json:
    """sendPhoto."""
    chat = asked_chat(world, given)
    stored = _asked_file(world, given, "photo")
    width, height = size(stored.content)
    if not width or not height:
        raise bad("IMAGE_PROCESS_FAILED")
    if len(stored.content) > MAX_PHOTO_BYTES:
        raise bad("file is too big")
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return send(world, given, chat, {"photo": [_described(stored) | {"width": width, "height": height}]} | _caption(given))


async def send_document(world: World, given: Parameters) -> Json:
    """sendDocument."""
    chat = asked_chat(world, given)
    stored = _asked_file(world, given, "document")
    if not stored.content:
        raise bad("file must be non-empty")
    document = _described(stored) | {"file_name": stored.name, "mime_type": stored.type}
    return send(world, given, chat, {"document": document} | _caption(given))


async def get_file(world: World, given: Parameters) -> Json:
    """getFile."""
    stored = world.files.get(given.text("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    return _described(stored) | {"file_path": f"files/{stored.id}"}


def _asked_file(world: World, given: Parameters, name: str) -> StoredFile:
    """The file that a request brings, or one of before that it names.

    Raises:
        Refused: there is none.
    """
    asked = given.text(name)
    upload: Upload | None = given.uploads.get(asked.removeprefix("attach://") if asked.startswith("attach://") else name)
    if upload is not None:
        return world.keep_file(upload.name, upload.type, upload.content)
    if asked in world.files:
        return world.files[asked]
    if asked.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    raise bad("wrong file identifier/HTTP URL specified" if asked else f"there is no {name} in the request")


def _caption(given: Parameters) -> Json:
    caption, entities = asked_caption(given)
    return ({"caption": caption} if caption else {}) | ({"caption_entities": entities} if entities else {})


def _described(stored: StoredFile) -> Json:
    return {"file_id": stored.id, "file_unique_id": f"u{stored.id}", "file_size": len(stored.content)}


def size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG in pixels; zeros for anything else."""
    if content.startswith(_PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return _jpeg_size(content) if content.startswith(_JPEG) else (0, 0)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Go from marker to marker until one gives the size."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    return 0, 0


METHODS = {"sendPhoto": send_photo, "sendDocument": send_document, "getFile": get_file}
