"""Front matter: the metadata of a Markdown source, in YAML between two lines of three hyphens at its top.

It has the keys of a metadata file (``engross.reading.metadata``), but for those that say how a plain text is
read. YAML is loaded by the safe loader: values are texts, numbers, dates and lists, and nothing is ever run.
"""

from collections.abc import Mapping

import yaml

from engross.errors import SourceError
from engross.findings import Place, finding
from engross.reading.lines import excerpt
from engross.reading.metadata import NOTHING_DECLARED, Declared, declare

_FIRST_LINE = 2
_TEXT = "tag:yaml.org,2002:str"
NOT_FOR_MARKDOWN = {
    "encoding": "the text is read before its front matter is; save the text as UTF-8",
    "paragraphs": "in Markdown blank lines part the paragraphs",
}


def read_front_matter(source: str, file: str) -> Declared:
    """Read the lines between the hyphens; raises ``SourceError`` with a finding for each thing wrong."""
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
        if root is None:
            return NOTHING_DECLARED
        root = _mapping(root, source, file)
        values = yaml.SafeLoader("").construct_document(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _invalid(error.problem or "it cannot be read", mark.line if mark else 0, source, file) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _invalid(str(error).partition("\n")[0], 0, source, file) from None
    places = _places(root, source, file)
    return declare({str(key): value for key, value in values.items()}, places.__getitem__, file)


def _mapping(root: yaml.Node, source: str, file: str) -> yaml.MappingNode:
    """Return ``root``; raise ``SourceError`` unless it has keys, each a text: to YAML ``on`` is none."""
    if not isinstance(root, yaml.MappingNode):
        raise _invalid("there are no keys with values", root.start_mark.line, source, file)
    for node, _ in root.value:
        if node.tag != _TEXT:
            raise _invalid("a key that is no text", node.start_mark.line, source, file)
    return root


def _places(root: yaml.MappingNode, source: str, file: str) -> Mapping[str, Place]:
    """Return the place of every key; raise ``SourceError`` for one that is twice there, or not for here."""
    lines = source.split("\n")
    found: dict[str, Place] = {}
    for node, _ in root.value:
        key, line = str(node.value), node.start_mark.line
        if key in found:
            raise _invalid(f"{key} is there twice", line, source, file)
        found[key] = Place(file, line + _FIRST_LINE, excerpt=excerpt(lines[line]))
        if key in NOT_FOR_MARKDOWN:
            raise SourceError(finding("M014", found[key], key=key, why=NOT_FOR_MARKDOWN[key]))
    return found


def _invalid(reason: str, line: int, source: str, file: str) -> SourceError:
    lines = source.split("\n")
    text = excerpt(lines[min(line, len(lines) - 1)])
    return SourceError(
        finding("M015", Place(file, line + _FIRST_LINE, excerpt=text), reason=reason, text=text)
    )
