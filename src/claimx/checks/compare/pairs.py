"""Which article of the old inputs is which of the new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from claimx.checks.engine import CheckedArticle


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """Two versions of an article; None where one side has none."""

    name: str
    old: CheckedArticle | None
    new: CheckedArticle | None


def pair_articles(
    old: Sequence[CheckedArticle], new: Sequence[CheckedArticle], roots: tuple[str, str]
) -> list[ArticlePair]:
    """Pair the articles of two inputs.

    One against one are a pair whatever their names. Of several, those are pairs whose paths below
    the inputs are the same, then those whose ids are.

    Args:
        old: Articles of the old input.
        new: Articles of the new input.
        roots: The two inputs as the user named them.
    """
    if len(old) == 1 and len(new) == 1:
        return [ArticlePair(_path(new[0]), old[0], new[0])]
    by_name = {_name(item, roots[1]): item for item in new}
    by_id = {item.article.id: item for item in new}
    taken: set[int] = set()
    pairs = []
    for item in old:
        name = _name(item, roots[0])
        found = by_name.get(name)
        if found is None:
            found = by_id.get(item.article.id)
        if found is not None and id(found) in taken:
            found = None
        if found is not None:
            taken.add(id(found))
        pairs.append(ArticlePair(name, item, found))
    pairs += [
        ArticlePair(_name(item, roots[1]), None, item) for item in new if id(item) not in taken
    ]
    return sorted(pairs, key=lambda pair: pair.name)


def _path(item: CheckedArticle) -> str:
    return item.article.metadata.path or "-"


def _name(item: CheckedArticle, root: str) -> str:
    """The path below the input, by which two versions of a folder are matched."""
    path = _path(item)
    try:
        return PurePosixPath(path).relative_to(root.rstrip("/") or "/").as_posix()
    except ValueError:
        return path
