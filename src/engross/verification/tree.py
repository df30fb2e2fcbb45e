"""The structure tree and its ParentTree (ISO 32000-1, 14.7) to frozen elements, within bounds.

Roles are mapped through RoleMap. A tree that is too deep, too large or runs in circles is refused with
ValueError; whether a sound tree is a good one is for the checks.
"""

from collections.abc import Iterator
from dataclasses import replace

import pikepdf

from engross.model.namespace import PDF_2, is_of_pdf_2
from engross.model.profile import Profile
from engross.verification.evidence import Element, Extra, Mark, PdfObject

_DEEPEST = 64
_MOST = 1_000_000
# All else says, describes or shows something instead of the text (ISO 32000-1, 14.9), or carries it along.
_KNOWN = frozenset(("/Type", "/S", "/P", "/Pg", "/K", "/ActualText"))
_KNOWN_OF_MARKS = frozenset(("/Type", "/Pg", "/Stm", "/MCID"))


class TreeReader:
    """Read one structure tree; every element is visited once."""

    def __init__(self, root: PdfObject, pages: dict[tuple[int, int], int], profile: Profile) -> None:
        """Take the StructTreeRoot (or None) of a file of ``profile``, and the number of each page by object.

        ``extras`` will have what the elements have and Engross never writes.
        """
        self.extras: list[Extra] = []
        self._root = root
        self._pages = pages
        self._roles = root.get("/RoleMap", {}) if root is not None else {}
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        self._is_of_pdf_2 = profile.is_of_pdf_2
        self._known = _KNOWN | {"/NS"} if profile.is_of_pdf_2 else _KNOWN

    def elements(self) -> tuple[Element, ...]:
        """Return the elements at the top of the tree."""
        if self._root is None:
            return ()
        if self._is_of_pdf_2 and not _names_pdf_2(self._root.get("/Namespaces")):
            self.extras.append(Extra("/Namespaces that are not that of PDF 2.0", None))
        return tuple(kid for kid in self._kids(self._root, None, 0) if isinstance(kid, Element))

    def parents(self, keys: dict[int, tuple[int, int]]) -> dict[Mark, int]:
        """Return the number of the parent element of every mark.

        ``keys`` gives, for each StructParents value, its page and its form's object number.
        """
        if self._root is None or "/ParentTree" not in self._root:
            return {}
        parents: dict[Mark, int] = {}
        for key, value in _numbers(self._root.ParentTree, 0):
            if key in keys and isinstance(value, pikepdf.Array):
                page, form = keys[key]
                for mcid, element in enumerate(value):
                    if isinstance(element, pikepdf.Dictionary):
                        parents[Mark(page, form, mcid)] = element.objgen[0]
        return parents

    def _kids(self, element: PdfObject, page: int | None, depth: int) -> Iterator[Element | Mark]:
        if depth > _DEEPEST:
            raise ValueError("the structure tree is too deep")
        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, pikepdf.Array) else (kids,) if kids != () else ():
            self._count += 1
            if self._count > _MOST:
                raise ValueError("the structure tree is too large")
            if not isinstance(kid, pikepdf.Object):
                yield self._mark(page, 0, int(kid))
            elif kid.get("/Type") == "/MCR":
                self.extras += [Extra(key, None) for key in sorted(kid.keys() - _KNOWN_OF_MARKS)]
                form = kid.Stm.objgen[0] if "/Stm" in kid else 0
                yield self._mark(self._page(kid, page), form, int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                self.extras.append(Extra("/OBJR", None))
            else:
                yield self._element(kid, element, page, depth)

    def _element(self, source: PdfObject, parent: PdfObject, page: int | None, depth: int) -> Element:
        if source.is_indirect:
            if source.objgen in self._seen:
                raise ValueError("the structure tree runs in circles or shares an element")
            self._seen.add(source.objgen)
        self.extras += [Extra(key, None) for key in sorted(source.keys() - self._known)]
        if source.get("/P", pikepdf.Dictionary()).objgen != parent.objgen:
            self.extras.append(Extra("/P that is not the parent", None))
        replacement = source.get("/ActualText")
        element = Element(
            role=self._role(str(source.S)),
            number=source.objgen[0],
            kids=tuple(self._kids(source, self._page(source, page), depth + 1)),
            replacement=None if replacement is None else str(replacement),
        )
        return self._of_pdf_2(element, source) if self._is_of_pdf_2 else element

    def _of_pdf_2(self, element: Element, source: PdfObject) -> Element:
        """Return ``element``; of a Div its one P, as the Div, for PDF 2.0 wants its text in there."""
        spaces = pikepdf.Array([source.NS]) if "/NS" in source else None
        if _names_pdf_2(spaces) != is_of_pdf_2(element.role):
            self.extras.append(Extra("/NS that is not of its type", None))
        if element.role != "Div":
            return element
        (inner,) = element.kids if len(element.kids) == 1 else (None,)
        if isinstance(inner, Element) and inner.role == "P" and element.replacement is None:
            return replace(inner, role="Div")
        self.extras.append(Extra("/Div that holds more than a paragraph", None))
        return element

    def _role(self, role: str) -> str:
        for _ in range(_DEEPEST):
            if role not in self._roles:
                return role[1:]
            role = str(self._roles[role])
        raise ValueError("the role map runs in circles")

    def _page(self, source: PdfObject, inherited: int | None) -> int | None:
        page = source.get("/Pg")
        return inherited if page is None else self._pages.get(page.objgen)

    @staticmethod
    def _mark(page: int | None, form: int, mcid: int) -> Mark:
        if page is None:
            raise ValueError("the structure tree names content without a page of this file")
        return Mark(page, form, mcid)


def _names_pdf_2(spaces: PdfObject) -> bool:
    """Tell whether ``spaces``, an array or None, are the namespace of PDF 2.0 and nothing else."""
    if not isinstance(spaces, pikepdf.Array):
        return False
    return [dict(space.items()) for space in spaces] == [{"/Type": pikepdf.Name.Namespace, "/NS": PDF_2}]


def _numbers(node: PdfObject, depth: int) -> Iterator[tuple[int, PdfObject]]:
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    if depth > _DEEPEST:
        raise ValueError("the ParentTree is too deep")
    numbers = list(node.get("/Nums", ()))
    keys = [int(key) for key in numbers[::2]]
    if keys != sorted(set(keys)):
        raise ValueError("the ParentTree has a number twice or out of order")
    yield from zip(keys, numbers[1::2], strict=True)
    for kid in node.get("/Kids", ()):
        yield from _numbers(kid, depth + 1)
