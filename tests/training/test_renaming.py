"""Other people's names in the sentences of a corpus."""

from __future__ import annotations

from random import Random

from claimx_training.documents import TaggedWord
from claimx_training.renaming import NamePool, collect_names, find_persons, replace_names


def make_words(text: str) -> list[TaggedWord]:
    """Words of a string in which ``Ann/B Hill/I`` is a person and ``Acme/O`` an organization."""
    labels = {"B": ("PERSON", True), "I": ("PERSON", False), "O": ("ORG", True), "": ("", False)}
    words = []
    for part in text.split():
        form, _, tag = part.partition("/")
        label, starts = labels[tag]
        words.append(TaggedWord(form, True, label, starts))
    return words


def get_text(words: list[TaggedWord]) -> str:
    return " ".join(word.form for word in words)


POOL = NamePool(given=("Zoe",), family=("Quist",))


def test_neighbouring_persons_are_told_apart() -> None:
    assert find_persons(make_words("Ann/B Bob/B Hill/I ran")) == [(0, 1), (1, 3)]


def test_given_and_family_names_are_collected_by_their_place() -> None:
    documents = [make_words("Ann/B Hill/I and Hill/B and J./B Poe/I met Mary/B Ann/I Lee/I")]
    pool = collect_names(documents)
    assert pool == NamePool(given=("Ann", "Mary"), family=("Hill", "Lee"))


def test_a_name_is_replaced_the_same_way_throughout() -> None:
    words = make_words("Ann/B Hill/I left . Hill/B ran to Acme/O .")
    assert get_text(replace_names(words, POOL, Random(1))) == "Zoe Quist left . Quist ran to Acme ."


def test_labels_and_the_words_that_were_given_stay_as_they_are() -> None:
    words = make_words("Ann/B Hill/I left")
    renamed = replace_names(words, POOL, Random(1))
    assert [word.label for word in renamed] == [word.label for word in words]
    assert get_text(words) == "Ann Hill left"


def test_initials_and_small_words_in_names_are_kept() -> None:
    words = make_words("J./B de/I Hill/I left")
    assert get_text(replace_names(words, POOL, Random(1))) == "J. de Quist left"
