"""A page as it comes out of the printer."""

import io

import pypdf


def printed(page) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, tagged=True, print_background=True)))
