"""The graphics state while content is read: the font, and where text begins (ISO 32000-1, 8.4 and 9.4)."""

from dataclasses import dataclass, replace

from engross.verification.evidence import Origin, PdfObject
from engross.verification.used_fonts import UsedFont

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Graphics:
    """What q keeps and Q brings back; ``stretch`` is Tz as a factor, ``rise`` Ts in parts of the size."""

    font: UsedFont | None = None
    size: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    ctm: Matrix = IDENTITY

    def moved(self, operands: PdfObject) -> "Graphics":
        """Return this state after cm."""
        return replace(self, ctm=_product(matrix(operands), self.ctm))

    def origin(self, text: Matrix) -> Origin:
        """Return where text begins that is shown by the text matrix ``text``."""
        _, _, _, height, x, y = _product(text, self.ctm)
        return Origin(x, y, self.size * abs(height))


def matrix(operands: PdfObject) -> Matrix:
    """Return the six ``operands`` of Tm or cm as numbers."""
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies ``first`` and then ``second`` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = second
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r
