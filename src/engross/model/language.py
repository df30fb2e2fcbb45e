"""Languages, as BCP 47 tags name them."""


def primary(language: str) -> str:
    """Return the primary subtag of ``language``: ``ru`` for ``ru-RU``."""
    return language.partition("-")[0].lower()
