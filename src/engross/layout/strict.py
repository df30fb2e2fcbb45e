"""Strictness: a warning of the engine is an error, for what it warns of would be missing from the page."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.urls import FatalURLFetchingError

from engross.errors import RefusedError
from engross.findings import finding


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def strict() -> Iterator[None]:
    """Raise RefusedError at the end of the block if the engine has warned of anything in it."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    propagated, level = logger.propagate, logger.level
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    logger.addHandler(collector)
    try:
        yield
    except FatalURLFetchingError as error:
        raise RefusedError(finding("L002", reason=error.__cause__ or error)) from error
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagated
        logger.setLevel(level)
    if collector.messages:
        raise RefusedError(*(finding("L001", warning=message) for message in collector.messages))
