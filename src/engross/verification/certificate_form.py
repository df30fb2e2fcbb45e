"""The JSON of a certificate, both ways: the classes of ``model.certificate`` are its schema.

Each class is an object, each field a key, in their order; the parts of a place that are not known are left
out. What is read must be exactly that: a certificate may come from anyone.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from engross.errors import RefusedError
from engross.findings import Place, finding
from engross.model.certificate import Certificate
from engross.verification.certification import SCHEMA

LARGEST = 16 * 1024 * 1024
"""The most bytes that a certificate may have."""

_NAMES = {str: "a string", int: "a whole number from 0 on"}


def to_json(certificate: Certificate) -> str:
    """Return ``certificate`` as JSON with a stable order of keys, ending in a line end."""
    return json.dumps(_values(certificate), ensure_ascii=False, indent=2) + "\n"


def parse(data: bytes, file: str) -> Certificate:
    """Return the certificate in ``data``, the bytes of ``file``.

    Raises RefusedError for what is no certificate (V020) or one of another schema (V021).
    """
    try:
        values = _json(data)
        schema = values.get("schema") if isinstance(values, dict) else None
        if type(schema) is int and schema != SCHEMA:
            raise RefusedError(finding("V021", Place(file), schema=schema, known=SCHEMA))
        certificate = _read(Certificate, values, "")
    except _IllFormedError as error:
        raise RefusedError(finding("V020", Place(file, excerpt=error.key), reason=error.reason)) from error
    assert isinstance(certificate, Certificate)
    return certificate


class _IllFormedError(Exception):
    """What makes a certificate none: the key at which it is found, as ``text.words``, and the reason."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key, self.reason = key, reason


def _json(data: bytes) -> Any:
    """Return the values of ``data``; JSON as RFC 8259 has it, and no key twice."""
    if len(data) > LARGEST:
        raise _IllFormedError("", f"it has more than {LARGEST} bytes")
    try:
        return json.loads(data.decode(), object_pairs_hook=_unique, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else f"it is no JSON: {error}"
        raise _IllFormedError("", reason) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in pairs:
        if key in values:
            raise _IllFormedError(key[:60], "the key is there twice")
        values[key] = value
    return values


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _values(value: object) -> Any:
    """Return ``value`` of the model as what JSON has."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _values(inner)
            for field in fields(value)
            if (inner := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        return [_values(inner) for inner in value]
    return str(value) if isinstance(value, StrEnum) else value


def _read(wanted: Any, value: Any, key: str) -> Any:
    """Return ``value`` as one of the type ``wanted``; raise _IllFormedError at ``key`` when it is none."""
    if is_dataclass(wanted):
        return _object(wanted, value, key)
    if get_origin(wanted) is tuple:
        (inner, _) = get_args(wanted)
        if not isinstance(value, list):
            raise _IllFormedError(key, "it must be a list")
        return tuple(_read(inner, each, f"{key}[{number}]") for number, each in enumerate(value))
    if get_origin(wanted) in (Union, types.UnionType):
        (inner,) = (each for each in get_args(wanted) if each is not type(None))
        return None if value is None else _read(inner, value, key)
    plain = str if issubclass(wanted, StrEnum) else wanted
    if type(value) is not plain or (isinstance(value, int) and value < 0):
        raise _IllFormedError(key, f"it must be {_NAMES[plain]}")
    try:
        return wanted(value)
    except ValueError as error:
        known = ", ".join(wanted)
        raise _IllFormedError(key, f"it must be one of: {known}") from error


def _object(wanted: Any, value: Any, key: str) -> Any:
    if not isinstance(value, dict):
        raise _IllFormedError(key, "it must be an object")
    hints, known = _fields(wanted)
    extra = [name for name in value if name not in known]
    missing = [name for name, field in known.items() if name not in value and field.default is MISSING]
    for names, reason in ((extra, "there is no such key"), (missing, "the key is missing")):
        if names:
            raise _IllFormedError(_below(key, names[0][:60]), reason)
    return wanted(**{name: _read(hints[name], inner, _below(key, name)) for name, inner in value.items()})


@cache
def _fields(wanted: Any) -> tuple[Mapping[str, Any], Mapping[str, Field[Any]]]:
    return get_type_hints(wanted), {field.name: field for field in fields(wanted)}


def _below(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
