"""Named entities out of GUM's mentions and WikiGold's tags."""

from __future__ import annotations

from collections.abc import Sequence

from claimx_training.conllu import Document, Mention, Word, read_mentions
from claimx_training.detokenize import guess_spaces
from claimx_training.documents import TaggedWord
from claimx_training.gmb import mark_entity, skip_possessive, skip_titles
from claimx_training.places import Gazetteer

_GUM_LABELS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "event": "EVENT"}
_JOINING = frozenset({"of", "the", "for", "and", "&", "-", "–", "in", "de", "von", "van", "al"})
_CAPITALISED = frozenset({"ADJ", "NOUN", "VERB", "ADV"})  # "United States", "Living Room"
_NUMBERED = frozenset({"NUM", "X", "SYM"})
_NO_NAME = frozenset({"time"})


def label_gum_document(document: Document, gazetteer: Gazetteer) -> list[list[TaggedWord]]:
    """The paragraphs of a GUM document, its proper-noun-headed mentions labelled.

    Of a mention, the run of proper nouns around its head is the name; where names overlap, the
    longest stays. Proper nouns outside of names are missing values, but for dates: among them are
    works, products and laws, which GUM does not tell apart. Nationalities are NORP by the
    gazetteer, since GUM annotates nouns only.
    """
    words = [word for sentence in document.sentences for word in sentence.words]
    tagged = [TaggedWord(word.form, word.space_after) for word in words]
    offsets = _find_sentence_starts(document)
    mentions = read_mentions(document)
    names = []
    dated: set[int] = set()
    for mention in mentions:
        if mention.type in _NO_NAME:
            dated.update(range(mention.start, mention.end))
        name = find_name(words, offsets, mention)
        if name is not None:
            names.append(name)
    for place, word in enumerate(words):
        if gazetteer.is_demonym(word.form) and word.form[:1].isupper():
            tagged[place].label, tagged[place].starts_entity = "NORP", True
        elif word.upos == "PROPN" and place not in dated:
            tagged[place].label = None
    _mark_names(tagged, words, names, gazetteer)
    return _divide_paragraphs(tagged, document)


def _mark_names(
    tagged: list[TaggedWord],
    words: Sequence[Word],
    names: Sequence[tuple[int, int, str]],
    gazetteer: Gazetteer,
) -> None:
    """Label the names, the longest first; one that overlaps a labelled one is left out."""
    taken: set[int] = set()
    for start, end, type_ in sorted(names, key=lambda name: name[0] - name[1]):
        inside = set(range(start, end))
        surface = " ".join(word.form for word in words[start:end])
        if taken & inside or gazetteer.is_demonym(surface):
            continue
        taken |= inside
        label = gazetteer.classify_place(surface) if type_ == "GPE" else type_
        mark_entity(tagged, start, end, label)


def _divide_paragraphs(tagged: list[TaggedWord], document: Document) -> list[list[TaggedWord]]:
    paragraphs = []
    position = 0
    for paragraph in document.paragraphs:
        length = sum(len(sentence.words) for sentence in paragraph)
        paragraphs.append(tagged[position : position + length])
        position += length
    return paragraphs


def _find_sentence_starts(document: Document) -> list[int]:
    """For each word of the document, the offset at which its sentence starts."""
    starts: list[int] = []
    for sentence in document.sentences:
        starts += [len(starts)] * len(sentence.words)
    return starts


def find_name(
    words: Sequence[Word], offsets: Sequence[int], mention: Mention
) -> tuple[int, int, str] | None:
    """The name in a mention whose head is a proper noun, and its label (GPE for any place)."""
    label = _GUM_LABELS.get(mention.type)
    if label is None:
        return None
    heads = [
        place
        for place in range(mention.start, mention.end)
        if not mention.start <= offsets[place] + words[place].head < mention.end
        or words[place].deprel == "ROOT"
    ]
    if not heads or words[heads[0]].upos != "PROPN":
        return None
    start, end = heads[0], heads[0] + 1
    while start > mention.start and _continues_name(words, start - 1, -1, mention):
        start -= 1
    while end < mention.end and _continues_name(words, end, 1, mention):
        end += 1
    while start < heads[0] and words[start].form.lower() in _JOINING:
        start += 1
    while end > heads[0] + 1 and words[end - 1].form.lower() in _JOINING:
        end -= 1
    forms = [word.form for word in words]
    if label == "PERSON":
        start = skip_titles(forms, start, end)
    end = skip_possessive(forms, start, end)
    return (start, end, label) if start < end else None


def _continues_name(words: Sequence[Word], place: int, step: int, mention: Mention) -> bool:
    word = words[place]
    if word.upos == "PROPN":
        return True
    if mention.type != "person" and word.upos in _NUMBERED:
        return True
    if mention.type != "person" and word.form[:1].isupper() and word.upos in _CAPITALISED:
        return True
    beyond = place + step
    return (
        word.form.lower() in _JOINING
        and mention.start <= beyond < mention.end
        and words[beyond].upos == "PROPN"
        and (mention.type != "person" or word.form in ("-", "–", "de", "von", "van", "al"))
    )


def label_wikigold_sentence(
    sentence: Sequence[tuple[str, str]], gazetteer: Gazetteer
) -> list[TaggedWord]:
    """A WikiGold sentence in our labels; MISC is NORP where it is a nationality, else missing."""
    forms = [form for form, _ in sentence]
    words = [
        TaggedWord(form, space) for form, space in zip(forms, guess_spaces(forms), strict=True)
    ]
    labels = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
    start = 0
    while start < len(sentence):
        type_ = sentence[start][1]
        end = start + 1
        while end < len(sentence) and type_ and sentence[end][1] == type_:
            end += 1
        surface = " ".join(forms[start:end])
        if type_ == "MISC" and gazetteer.is_demonym(surface):
            mark_entity(words, start, end, "NORP")
        elif type_ == "MISC":
            for word in words[start:end]:
                word.label = None
        elif type_:
            label = labels[type_]
            name_start = skip_titles(forms, start, end) if label == "PERSON" else start
            if label == "GPE":
                label = gazetteer.classify_place(surface)
            if name_start < end:
                mark_entity(words, name_start, end, label)
        start = end
    return words
