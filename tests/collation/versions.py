"""Versions made of plain texts, so that collating needs no file."""

from engross.model.version import Origin, Passage, Version

LINES = (
    "Стороны выражают уверенность в том, что сотрудничество послужит делу безопасности.",
    "Участники подчёркивают, что технологии суть средство, а не цель.",
    "Настоящий текст составлен в одном экземпляре.",
)


def source(*lines: str, name: str = "a.txt") -> Version:
    """Return a source with a paragraph on every other line."""
    passages = tuple(Passage(text, ((0, 1 + 2 * index),)) for index, text in enumerate(lines))
    return Version(name, Origin.SOURCE, "ru", passages)


def tagged(*passages: tuple[str, tuple[tuple[int, int], ...]], name: str = "b.pdf") -> Version:
    """Return a PDF with tags: each passage with the offsets at which its pages begin."""
    return Version(name, Origin.TAGS, "ru", tuple(Passage(text, starts) for text, starts in passages))


def untagged(*pages: str, name: str = "c.pdf") -> Version:
    """Return a PDF without tags."""
    passages = tuple(Passage(text, ((0, number),)) for number, text in enumerate(pages, 1))
    return Version(name, Origin.PAGES, "", passages)
