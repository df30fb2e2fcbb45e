"""Labels of pages: viewers call each page by the number that it bears, or would bear on page 1."""

import pydyf


def label_pages(pdf: pydyf.PDF) -> None:
    """Label the pages of ``pdf`` with decimal numbers from 1 (ISO 32000-1, 12.4.2)."""
    numbers = pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})
