"""CoNLL-U files of UD-EWT and GUM: documents of paragraphs of sentences.

Paragraphs come from ``# newpar`` and ``# newdoc``, white space from ``SpaceAfter`` and the
limits of multiword tokens. A GUM mention comes from the bracket notation of ``Entity=``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Word:
    """A syntactic word. ``head`` is an index into its sentence, its own where it is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space_after: bool
    entity: str = ""


@dataclass(slots=True)
class Sentence:
    """The words of a sentence, whether a paragraph begins with it, and its ``sent_id``."""

    words: list[Word]
    starts_paragraph: bool = False
    id: str = ""


@dataclass(slots=True)
class Document:
    """The sentences of a document, in order."""

    id: str
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[list[Sentence]]:
        """The sentences, grouped by paragraph."""
        groups: list[list[Sentence]] = []
        for sentence in self.sentences:
            if sentence.starts_paragraph or not groups:
                groups.append([])
            groups[-1].append(sentence)
        return groups


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity mention: half-open word offsets in its document, and the corpus' own type."""

    start: int
    end: int
    type: str


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file; text before the first ``# newdoc`` is one of its own."""
    document = Document(path.stem)
    for block in _read_blocks(path.read_text(encoding="utf-8").splitlines()):
        starts_paragraph = False
        identifier = ""
        for line in block:
            if line.startswith("# newdoc"):
                if document.sentences:
                    yield document
                document = Document(line.partition("=")[2].strip() or path.stem)
                starts_paragraph = True
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                starts_paragraph = True
            elif line.startswith("# sent_id"):
                identifier = line.partition("=")[2].strip()
        words = read_words(line for line in block if not line.startswith("#"))
        if words:
            document.sentences.append(Sentence(words, starts_paragraph, identifier))
    if document.sentences:
        yield document


def _read_blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_words(lines: Iterable[str]) -> list[Word]:
    """The words of a sentence's token lines; empty nodes are left out.

    The words of a multiword token are written as the text has them, without space between.
    """
    rows = [line.split("\t") for line in lines]
    glued: set[str] = set()  # words that another word of the same multiword token follows
    space_after: dict[str, bool] = {}
    surfaces: list[tuple[list[str], str]] = []
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            inside = [str(number) for number in range(int(first), int(last) + 1)]
            glued.update(inside[:-1])
            space_after[inside[-1]] = "SpaceAfter=No" not in row[9]
            surfaces.append((inside, row[1]))
    plain = [row for row in rows if row[0].isdigit()]
    forms = {row[0]: row[1].replace(" ", "") for row in plain}
    for inside, surface in surfaces:
        forms.update(zip(inside, _split_surface(surface, [forms[i] for i in inside]), strict=True))
    index = {row[0]: position for position, row in enumerate(plain)}
    words = []
    for position, row in enumerate(plain):
        space = row[0] not in glued and space_after.get(row[0], "SpaceAfter=No" not in row[9])
        misc = dict(part.partition("=")[::2] for part in row[9].split("|"))
        words.append(
            Word(
                form=forms[row[0]],
                lemma=row[2],
                upos=row[3],
                xpos=row[4],
                feats="" if row[5] == "_" else row[5],
                head=index.get(row[6], position),
                deprel="ROOT" if row[7] == "root" else row[7],
                space_after=space,
                entity=misc.get("Entity", ""),
            )
        )
    return words


def _split_surface(surface: str, forms: list[str]) -> list[str]:
    """Cut a multiword token into its words; where they spell it otherwise, by their lengths."""
    if "".join(forms) == surface or len(surface) < len(forms):
        return forms
    pieces = []
    for number, form in enumerate(forms[:-1]):
        length = max(1, min(len(form), len(surface) - (len(forms) - 1 - number)))
        pieces.append(surface[:length])
        surface = surface[length:]
    return [*pieces, surface]


def read_mentions(document: Document) -> list[Mention]:
    """The entity mentions of a GUM document, discontinuous ones left out."""
    open_mentions: list[tuple[str, int, str]] = []
    mentions = []
    position = 0
    for sentence in document.sentences:
        for word in sentence.words:
            for kind, content in _read_brackets(word.entity):
                if kind != "close":
                    parts = content.split("-")
                    open_mentions.append((parts[0], position, parts[1] if parts[1:] else ""))
                if kind == "open":
                    continue
                identifier = content.split("-")[0]
                for place in range(len(open_mentions) - 1, -1, -1):
                    if open_mentions[place][0] == identifier:
                        _, start, type_ = open_mentions.pop(place)
                        if "[" not in identifier:
                            mentions.append(Mention(start, position + 1, type_))
                        break
            position += 1
    return sorted(mentions, key=lambda mention: (mention.start, -mention.end))


def _read_brackets(value: str) -> Iterator[tuple[str, str]]:
    """Pairs (open, single or close; what stands in the bracket) of an ``Entity=`` value."""
    rest = value
    while rest:
        if rest.startswith("("):
            ends = [place for place in (rest.find("(", 1), rest.find(")", 1)) if place > 0]
            end = min(ends, default=len(rest))
            is_single = end < len(rest) and rest[end] == ")"
            yield ("single" if is_single else "open"), rest[1:end]
            rest = rest[end + is_single :]
        else:
            content, _, rest = rest.partition(")")
            yield "close", content
