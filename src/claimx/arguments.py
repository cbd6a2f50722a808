"""What callers of `claimx.extract` may give, and the sentence for what they may not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.article import Failure

Day: TypeAlias = str | date
Item: TypeAlias = "str | os.PathLike[str] | Mapping[str, Any]"
# A path may have white space in it, but neither a line break nor as many words.
_MOST_WORDS_OF_A_PATH = 12
_LONGEST_PATH = 4096


def check_article_text(text: object) -> str:
    """``text``, if it is one.

    Raises:
        TypeError: If it is something else.
    """
    if isinstance(text, str):
        return text
    advice = "give the text of an article as a str"
    if isinstance(text, os.PathLike):
        advice = "claimx.extract_many reads files"
    if isinstance(text, bytes | bytearray):
        advice = "decode it, or give claimx.extract_many the path of the file"
    raise TypeError(f"text is {_name(text)}: {advice}")


def read_day(published: object) -> str | None:
    """A day of publication as `claimx.reading.parse_published` writes it; None for None.

    Raises:
        TypeError: If it is neither a str nor a date or a datetime.
        ValueError: If it is no date.
    """
    from claimx.reading import parse_published

    if published is None:
        return None
    if isinstance(published, date):
        published = published.isoformat()
    if not isinstance(published, str):
        raise TypeError(
            f"published is {_name(published)}: give a str such as '2025-03-14', a datetime.date "
            "or a datetime.datetime"
        )
    return parse_published(published)


def check_strings(**values: object) -> None:
    """Check that each of the named values is a str or None.

    Raises:
        TypeError: Naming the first that is something else.
    """
    for name, value in values.items():
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} is {_name(value)}: give a str or None")


def check_pipeline(nlp: Language | None) -> None:
    """Check that ``nlp`` is a pipeline or None.

    Raises:
        TypeError: If it is something else, such as the name of one.
    """
    from spacy.language import Language

    if nlp is not None and not isinstance(nlp, Language):
        advice = f"claimx.load({nlp!r}) gives it" if isinstance(nlp, str) else "see claimx.load"
        raise TypeError(f"nlp is {_name(nlp)} and must be a pipeline: {advice}")


def list_items(items: Iterable[Item] | Item) -> Iterable[Item]:
    """The inputs one by one; a single path or record stands for a list of one.

    Raises:
        TypeError: If ``items`` cannot be iterated over, or holds bytes or numbers by its nature.
    """
    if isinstance(items, str | os.PathLike | Mapping):
        return [items]
    if isinstance(items, bytes | bytearray) or not isinstance(items, Iterable):
        raise TypeError(
            f"paths_or_records is {_name(items)}: give paths, or mappings with the article in "
            "'text'"
        )
    return items


def refuse_item(item: object, number: int) -> Failure | None:
    """The failure that stands for an input which is neither a record nor a path.

    Args:
        item: One of those that `list_items` gave.
        number: Its place, from 1.
    """
    from claimx.reading.failures import BadRecordError

    name = f"record {number}"
    if isinstance(item, str):
        if not _looks_like_text(item) or os.path.exists(item):  # noqa: PTH110 (a Path may raise)
            return None
        reason = "is a text and not a path: give {'text': …} for it"
    elif isinstance(item, os.PathLike | Mapping):
        return None
    else:
        reason = f"is {_name(item)}: give a path, or a mapping with the article in 'text'"
    return BadRecordError(name, f"{name} {reason}").to_failure()


def _looks_like_text(item: str) -> bool:
    return (
        "\n" in item.strip("\n")
        or len(item) > _LONGEST_PATH
        or len(item.split(maxsplit=_MOST_WORDS_OF_A_PATH)) > _MOST_WORDS_OF_A_PATH
    )


def _name(value: object) -> str:
    return "None" if value is None else f"of type {type(value).__name__}"
