"""Rules on ё: a Russian text writes it everywhere, or nowhere but in names, and not now so and now so.

Both rules keep to words of which е and ё are two spellings; of pairs such as все and всё they say nothing.
Words with a capital letter do not count: names have ё in every text, and some official names never have it.
"""

import re
from collections.abc import Iterator

from engross.reading.inspections.rule import Hit, minority

_WORD = re.compile(r"(?<![\w-])[а-яё]{2,}(?![\w-])")

# Two words, and not two spellings of one.
_TWO_WORDS = re.compile(
    "все|всем|всего|нем|чем|том|небо|осел|мел|лен|поем|(?:у|при|со|осо|по)зна(?:ет|ем|ют|ется|ются)|совершенн.*"
    "|истекш.*|крестный|села|озера|стекла|весла|сестры|жены|звезды|слезы?|лета?|мед|берегу?|отсек|падеж"
    "|передохнет|вес|темен|видел|заведенный|счета|берет|колеса|гнезда|пчелы|ведра"
)

# Words that have ё wherever ё is written: whole ones, and beginnings with any ending.
_WHOLE = (
    "её|ещё|моё|твоё|своё|моём|твоём|своём|причём|путём|трёх|четырёх|вперёд|идёт|придёт|ведёт|несёт|даёт|создаёт"
    "|остаётся|четвёртый|четвёртая|четвёртого|четвёртой|твёрдый|твёрдо|твёрдую|твёрдой"
)
_BEGINNINGS = (
    "учёт|отчёт|расчёт|приём|объём|подъём|партнёр|серьёзн|надёжн|подчёркива|определённ|утверждённ|осуществлённ"
    "|решённ|включённ|заключённ|введённ|проведённ|внесённ|учреждённ|вооружённ|напряжённ|сопряжённ|углублённ"
    "|отдалённ|населённ|объединённ"
)
_CERTAIN = re.compile(f"{_WHOLE}|(?:{_BEGINNINGS})[а-я]*".replace("ё", "е"))


def word_in_both_spellings(text: str) -> Iterator[Hit]:
    """Find words that the text writes now with ё and now with е."""
    uses: dict[str, list[tuple[int, str]]] = {}
    for found in _WORD.finditer(text):
        uses.setdefault(found[0].replace("ё", "е"), []).append((found.start(), found[0]))
    hits = [
        hit
        for word, found in uses.items()
        if not _TWO_WORDS.fullmatch(word) and len({spelling for _, spelling in found}) > 1
        for hit in minority(found)
    ]
    yield from sorted(hits, key=lambda hit: hit[0])


def yo_left_out(text: str) -> Iterator[Hit]:
    """Find words with е that are certain to have ё, in a text that writes ё in others."""
    words = list(_WORD.finditer(text))
    with_yo = {found[0] for found in words if "ё" in found[0]}
    plain = {word.replace("ё", "е") for word in with_yo}
    if with_yo:
        for found in words:
            if _CERTAIN.fullmatch(found[0]) and found[0] not in plain:
                yield found.start(), {"word": found[0], "example": min(with_yo)}
