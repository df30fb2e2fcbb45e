"""The letters above ASCII of the languages that texts arrive in, and how frequent they are, in per cent.

They serve to tell encodings apart, not languages: shares are rough, and one language may stand for others
whose letters are among its own.
"""

from collections.abc import Mapping

# Of Russian letters, from the most frequent; then those of the neighbours.
_RUSSIAN = {
    letter: share
    for share, letters in (
        (9.0, "оеа"),
        (6.5, "интс"),
        (4.5, "рвлк"),
        (3.0, "мдпу"),
        (1.8, "яыьгзб"),
        (1.0, "чйхжшю"),
        (0.4, "цщэф"),
        (0.1, "ъё"),
    )
    for letter in letters
}
_SERBIAN = "абвгдежзиклмнопрстуфхцчш"
_NEIGHBOURS = {
    "be": ("абвгдеёжзйклмнопрстуфхцчшыьэюя", "іў", ""),
    "uk": ("абвгдежзийклмнопрстуфхцчшщьюя", "і", "їєґ"),
    "bg": ("абвгдежзийклмнопрстуфхцчшщъьюя", "", ""),
    "sr": (_SERBIAN, "ј", "љњћђџ"),
    "mk": (_SERBIAN, "ј", "љњќѓџѕ"),
    "kk": ("абгджзийклмнопрстухшыюя", "іеқ", "ғәңөұүһ" + "вёфцчщъьэ"),
    "ky": ("".join(_RUSSIAN), "", "ңөү"),
    "tg": ("".join(_RUSSIAN), "ӣ", "ғӯқҳҷ"),
}
_OFTEN, _SELDOM = 3.0, 0.6

# Letters above ASCII: those that a page has many of, and those that it may be without.
_LATIN = {
    "en": ("éè", "áâàçêëíïñóôöü"),
    "fr": ("éèàêç", "âæëîïôœùûüÿ"),
    "es": ("áéíóúñ", "üºª"),
    "de": ("äöüß", "éà"),
    "pt": ("áâãçéêíóõú", "àôüºª"),
    "it": ("àèéìòù", "íóúîºª"),
    "nl": ("éëï", "èêöüóá"),
    "sv": ("äåö", "éü"),
    "da": ("æøå", "éóüäö"),
    "is": ("áéíóúýðþæö", ""),
    "pl": ("ąćęłńóśźż", ""),
    "cs": ("áčéěířšúůýž", "ďňóťöü"),
    "sk": ("áčéíľšťúýžô", "äďňóĺŕ"),
    "hu": ("áéíóöőúüű", ""),
    "ro": ("ăâîșțşţ", ""),
    "hr": ("čćđšž", ""),
    "sq": ("çë", ""),
    "et": ("äöõü", "šž"),
    "lv": ("āčēģīķļņšūž", "ō"),
    "lt": ("ąčęėįšųūž", ""),
    "tr": ("çğıöşüi", "âîû"),
}
_ACCENTED, _RARE = 5.0, 0.8


def _cyrillic(letters: str, often: str, seldom: str) -> Mapping[str, float]:
    own = dict.fromkeys(often, _OFTEN) | dict.fromkeys(seldom, _SELDOM)
    return {letter: _RUSSIAN[letter] for letter in letters} | own


ALPHABETS: Mapping[str, Mapping[str, float]] = {
    "ru": _RUSSIAN,
    **{tag: _cyrillic(*letters) for tag, letters in _NEIGHBOURS.items()},
    **{
        tag: dict.fromkeys(often, _ACCENTED) | dict.fromkeys(seldom, _RARE)
        for tag, (often, seldom) in _LATIN.items()
    },
}
CYRILLIC = frozenset(letter for tag in ("ru", *_NEIGHBOURS) for letter in ALPHABETS[tag])
