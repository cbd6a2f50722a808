"""What joins one name to the next: "Ann Hill, Tom Kerr and the Harbour Trust"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc


def skip_link(doc: Doc, start: int, links: Collection[str]) -> int | None:
    """Where the name before a link ends, in tokens; None where no link stands before ``start``.

    Args:
        doc: The article.
        start: First token of the name behind, its title included.
        links: What may join them, in lower case ("and", ","). An article, and a comma before the
            link, are passed over.
    """
    place = start - 1
    if place > 0 and doc[place].lower_ == "the":
        place -= 1
    if place < 1 or doc[place].lower_ not in links:
        return None
    return place - 1 if doc[place - 1].text == "," else place
