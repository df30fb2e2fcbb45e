"""Texts and fonts for the tests of composition."""

from engross.composition.breaking import Measure
from engross.composition.fonts import Font, Fonts
from engross.composition.lines import Line
from engross.composition.margins import hanging
from engross.composition.metrics import font_metrics
from engross.composition.settings import Settings
from engross.composition.tokens import load_style
from engross.resources import FONTS, STYLES
from engross.typography.binding import bind
from engross.typography.hyphenation import hyphenate
from engross.typography.languages import bindings_for

METRICS = font_metrics(FONTS / "PTF55F.ttf", 14.0)
REGULAR = Fonts(Font(METRICS))
STYLE = load_style("intergovernmental", STYLES)
HANGS = hanging(dict(STYLE.hangs), 14.0)


def column(width: float, indent: float = 20.0) -> Measure:
    """Return a column for lines of 14 points, spread as the house style has it."""
    return Measure(width, indent, 14.0, STYLE.spacing, HANGS, METRICS.space)


COLUMN = column(467.7, 35.4)

RUSSIAN = (
    "Массированные компьютерные атаки на различные объекты, включая критически важную инфраструктуру,"
    " использование современных информационно-коммуникационных технологий для пропаганды нетерпимости"
    " на расовой, этнической и религиозной почве, идеологии экстремистских и террористических организаций,"
    " в том числе с целью вербовки рекрутов, а также деструктивного морально-психологического воздействия"
    " с целью искажения нравственно-ценностных ориентиров молодежи, угрожают национальной и коллективной"
    " безопасности."
)
ENGLISH = (
    "Whereas disregard and contempt for human rights have resulted in barbarous acts which have outraged the"
    " conscience of mankind, and the advent of a world in which human beings shall enjoy freedom of speech"
    " and belief and freedom from fear and want has been proclaimed as the highest aspiration of the common"
    " people,"
)


def refined(text: str, language: str = "ru") -> str:
    """Return ``text`` as typography hands it over."""
    return hyphenate(bind(text, bindings_for(language)), language)


def best_lines(text: str, fonts: Fonts = REGULAR, measure: Measure = COLUMN) -> tuple[Line, ...]:
    """Return the lines of ``text`` at its best."""
    return Settings(text, fonts, measure).lines(0)
