"""What kind of gold standard a file or folder is, and its texts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from claimx.evaluation import gold_gum, gold_meantime, gold_ontogum
from claimx.evaluation.gold_brat import is_brat_folder, read_brat_folder
from claimx.evaluation.gold_labels import is_labels_file, read_labels
from claimx.evaluation.gold_meantime_chains import read_meantime_chains
from claimx.evaluation.gold_records import (
    is_records_file,
    read_attribution_records,
    read_date_records,
)
from claimx.evaluation.standards import (
    AttributedText,
    CoreferentText,
    DatedText,
    GoldError,
    LabelledText,
)

Kind = Literal["auto", "attributions", "dates", "coreference"]
GoldText = AttributedText | DatedText | CoreferentText | LabelledText

_READERS: dict[str, Callable[[ElementTree.Element, Path], DatedText]] = {
    gold_meantime.ROOT: gold_meantime.read_meantime,
    gold_gum.ROOT: gold_gum.read_gum,
}
_WHAT_IT_MAY_BE = (
    "give a brat folder (text/ and attributions/ in it), a file of claimx records or "
    "of labelled articles (.jsonl), XML of MEANTIME or GUM, or the .conll files of OntoGUM"
)


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold standard: texts with attributions, dates, chains of mentions, or all their labels.

    All lists but one are empty.
    """

    path: Path
    attributed: tuple[AttributedText, ...] = ()
    dated: tuple[DatedText, ...] = ()
    coreferent: tuple[CoreferentText, ...] = ()
    labelled: tuple[LabelledText, ...] = ()

    @property
    def texts(self) -> tuple[GoldText, ...]:
        """All texts, whatever is annotated in them."""
        return (*self.attributed, *self.dated, *self.coreferent, *self.labelled)


def read_gold(path: Path, kind: Kind = "auto", genres: Collection[str] = ()) -> Gold:
    """Read a gold standard.

    Args:
        path: A brat folder, a file of records, an XML file or a folder that holds such.
        kind: What to measure; auto takes attributions where there are any to be had.
        genres: If given, only texts of these genres are kept.

    Raises:
        GoldError: If it is none of these, does not hold what is asked for, or is damaged.
    """
    if not path.exists():
        raise GoldError(f"{path} does not exist: {_WHAT_IT_MAY_BE}")
    gold = _read(path, kind)
    if genres:
        gold = Gold(
            path,
            dated=tuple(text for text in gold.dated if text.genre in genres),
            coreferent=tuple(text for text in gold.coreferent if text.genre in genres),
        )
    if not gold.texts:
        raise GoldError(
            f"{path} holds no text of the genre {' or '.join(genres)}"
            if genres
            else f"{path} holds no annotated text: {_WHAT_IT_MAY_BE}"
        )
    return gold


def _read(path: Path, kind: Kind) -> Gold:
    if is_labels_file(path):
        return _read_labels_file(path, kind)
    if is_records_file(path):
        return _read_records_file(path, kind)
    if is_brat_folder(path):
        return _read_brat(path, kind)
    columns = _find_files(path, gold_ontogum.SUFFIX)
    if columns and kind in ("auto", "coreference"):
        return Gold(path, coreferent=tuple(map(gold_ontogum.read_ontogum, columns)))
    return _read_xml(path, kind)


def _read_labels_file(path: Path, kind: Kind) -> Gold:
    if kind != "auto":
        raise GoldError(f"{path} holds labelled articles, which are measured as a whole")
    return Gold(path, labelled=tuple(read_labels(path)))


def _read_records_file(path: Path, kind: Kind) -> Gold:
    if kind == "coreference":
        raise GoldError(f"{path} is a file of records, which are no gold of coreference")
    if kind == "dates":
        return Gold(path, dated=tuple(read_date_records(path)))
    return Gold(path, attributed=tuple(read_attribution_records(path)))


def _read_brat(path: Path, kind: Kind) -> Gold:
    if kind in ("dates", "coreference"):
        raise GoldError(f"{path} is a brat folder, which holds attributions and no {kind}")
    return Gold(path, attributed=tuple(read_brat_folder(path)))


def _read_xml(path: Path, kind: Kind) -> Gold:
    files = _find_files(path, ".xml")
    if not files:
        raise GoldError(f"{path} is no gold standard that claimx can read: {_WHAT_IT_MAY_BE}")
    if kind == "attributions":
        raise GoldError(f"{path} holds XML with dates and no attributions")
    if kind == "coreference":
        return Gold(path, coreferent=tuple(map(_read_chains, files)))
    return Gold(path, dated=tuple(map(_read_dates, files)))


def _find_files(path: Path, suffix: str) -> list[Path]:
    if path.is_file():
        return [path] if path.suffix.lower() == suffix else []
    return sorted(file for file in path.rglob(f"*{suffix}") if file.is_file())


def _read_chains(path: Path) -> CoreferentText:
    root = _parse(path)
    if root.tag != gold_meantime.ROOT:
        raise GoldError(
            f"{path} is not XML of MEANTIME: coreference is read from MEANTIME and from the "
            ".conll files of OntoGUM"
        )
    return read_meantime_chains(root, path)


def _parse(path: Path) -> ElementTree.Element:
    try:
        return ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError, ValueError) as error:
        raise GoldError(f"{path} cannot be read as XML ({error})") from error


def _read_dates(path: Path) -> DatedText:
    root = _parse(path)
    reader = _READERS.get(root.tag)
    if reader is None:
        raise GoldError(f"{path} is XML neither of MEANTIME nor of GUM: {_WHAT_IT_MAY_BE}")
    return reader(root, path)
