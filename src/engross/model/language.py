"""Languages, as BCP 47 tags name them."""

_LEFTWARD = frozenset(("ar", "fa", "he", "ur"))


def primary(language: str) -> str:
    """Return the primary subtag of ``language``: ``ru`` for ``ru-RU``."""
    return language.partition("-")[0].lower()


def is_leftward(language: str) -> bool:
    """Tell whether ``language`` is written from right to left, and its paragraphs, whatever begins them."""
    return primary(language) in _LEFTWARD
