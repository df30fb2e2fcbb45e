"""Reading: the text of a source and its metadata to a ``Document``, with every inference as a finding.

``read`` opens the files of a source; ``parse`` is pure. The keys of a metadata file, and those that
overrule an inference, are described in ``engross.reading.metadata``. Nothing in the text is changed,
and nothing in it is ever taken for markup, a template or a path.
"""

from engross.reading.parsing import parse
from engross.reading.sources import Source, discover, read

__all__ = ["Source", "discover", "parse", "read"]
