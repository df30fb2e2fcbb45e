"""ToUnicode CMaps to mappings of code to text (ISO 32000-1, 9.10.3): bfchar and bfrange, nothing else."""

import re

_COMMENT = re.compile(rb"%[^\r\n]*")
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])|([A-Za-z]+)")
_WIDEST_RANGE = 0x10000


def parse(cmap: bytes) -> dict[int, str]:
    """Return the text of every code that ``cmap`` maps; raise ValueError on what no CMap may hold."""
    texts: dict[int, str] = {}
    operands: list[bytes | list[bytes]] = []
    array: list[bytes] | None = None
    for code, bracket, word in _TOKEN.findall(_COMMENT.sub(b"", cmap)):
        if bracket == b"[":
            array = []
        elif bracket == b"]":
            operands.append(array or [])
            array = None
        elif not word:
            operands.append(code) if array is None else array.append(code)
        else:
            if word == b"endbfchar":
                _characters(operands, texts)
            elif word == b"endbfrange":
                _ranges(operands, texts)
            operands = []
    return texts


def _characters(operands: list[bytes | list[bytes]], texts: dict[int, str]) -> None:
    for code, text in zip(operands[::2], operands[1::2], strict=True):
        _add(_number(code), _text(text), texts)


def _ranges(operands: list[bytes | list[bytes]], texts: dict[int, str]) -> None:
    for first, last, start in zip(operands[::3], operands[1::3], operands[2::3], strict=True):
        codes = range(_number(first), _number(last) + 1)
        if len(codes) > _WIDEST_RANGE:
            raise ValueError("a ToUnicode range is wider than any font")
        if isinstance(start, list):
            for code, own in zip(codes, start, strict=False):
                _add(code, _text(own), texts)
        else:
            text = _text(start)
            for step, code in enumerate(codes):
                _add(code, text[:-1] + chr(ord(text[-1]) + step), texts)


def _add(code: int, text: str, texts: dict[int, str]) -> None:
    """Add ``text``; raise ValueError if ``code`` has one: some programs go by the first, some by the last."""
    if code in texts:
        raise ValueError(f"ToUnicode maps the code <{code:04X}> twice")
    texts[code] = text


def _number(code: bytes | list[bytes]) -> int:
    if isinstance(code, list):
        raise ValueError("a ToUnicode code is an array")  # noqa: TRY004 - it is wrong data, not a wrong call
    return int(code, 16)


def _text(code: bytes | list[bytes]) -> str:
    if isinstance(code, list):
        raise ValueError("a ToUnicode text is an array")  # noqa: TRY004 - as above
    return bytes.fromhex(code.decode("ascii")).decode("utf-16-be")
