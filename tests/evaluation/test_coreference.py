"""Gold standards of coreference and of speech events: how they are read and scored."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from claimx.evaluation import GoldError, evaluate_predictions, read_gold, read_predictions
from claimx.evaluation.coreference import CoreferenceFigures
from claimx.evaluation.json_form import to_json
from claimx.evaluation.mention_matching import match_mentions
from claimx.evaluation.standards import CoreferentText, GoldMention
from claimx.evaluation.surface import find_head_word
from claimx.evaluation.tables import format_evaluation

WORDS = (
    "0 Ferry/1 line/2",
    "1 June/3 12/4",
    "2 Director/5 Ines/6 Vogel/7 said/8 it/9 sank/10 ./11",
    "3 She/12 blamed/13 US/14 rules/15 ./16",
    "6 Vogel/17 laughed/18 ./19",
)
# Words for saying: a class, its words, and the mention that says it.
MARKED = (
    ("ENTITY_MENTION", "a", (5, 6, 7)),
    ("ENTITY_MENTION", "b", (12,)),
    ("ENTITY_MENTION", "c", (14,)),
    ("ENTITY_MENTION", "d", (17,)),
    ("EVENT_MENTION", "x", (8,)),
    ("EVENT_MENTION", "y", (10,)),
    ("EVENT_MENTION", "z", (13,)),
)


@pytest.fixture
def meantime(tmp_path: Path) -> Path:
    """One document of MEANTIME: Vogel and "She" say, and something sinks."""
    tokens = []
    for line in WORDS:
        number, *words = line.split()
        for word in words:
            form, _, key = word.partition("/")
            tokens.append(f'<token sentence="{number}" t_id="{key}">{form}</token>')
    marks = []
    for tag, key, places in MARKED:
        anchors = "".join(f'<token_anchor t_id="{place}"/>' for place in places)
        marks.append(f'<{tag} m_id="{key}">{anchors}</{tag}>')
    marks += ['<ENTITY m_id="P" ent_type="PER"/>', '<ENTITY m_id="G" ent_type="LOC"/>']
    marks += ['<EVENT m_id="S" class="SPEECH_COGNITIVE"/>', '<EVENT m_id="O" class="OTHER"/>']
    relations = [
        _relate("REFERS_TO", "a b d", "P"),
        _relate("REFERS_TO", "c", "G"),
        _relate("REFERS_TO", "x z", "S"),
        _relate("REFERS_TO", "y", "O"),
        _relate('HAS_PARTICIPANT sem_role="Arg0"', "x", "a"),
        _relate('HAS_PARTICIPANT sem_role="Arg0"', "y", "c"),
        _relate('HAS_PARTICIPANT sem_role="Arg0"', "z", "b"),
    ]
    folder = tmp_path / "meantime"
    folder.mkdir()
    (folder / "ferry.xml").write_text(
        f"<Document>{''.join(tokens)}<Markables>{''.join(marks)}</Markables>"
        f"<Relations>{''.join(relations)}</Relations></Document>",
        encoding="utf-8",
    )
    return folder


def _relate(opening: str, sources: str, target: str) -> str:
    inside = "".join(f'<source m_id="{key}"/>' for key in sources.split())
    return f'<{opening}>{inside}<target m_id="{target}"/></{opening.split()[0]}>'


def spell(text: CoreferentText) -> list[list[str]]:
    """The words of all chains."""
    return [[text.text[m.start : m.end] for m in chain] for chain in text.chains]


def test_meantime_gives_chains_and_speech_events_of_its_annotated_sentences(meantime: Path) -> None:
    (text,) = read_gold(meantime, "coreference").coreferent
    assert spell(text) == [["Director Ines Vogel", "She"], ["US"]]
    assert [[m.is_pronoun for m in chain] for chain in text.chains] == [[False, True], [False]]
    events = [(text.text[e.start : e.end], e.speaker) for e in text.events]
    assert events == [("said", 0), ("blamed", 0)]


ONTOGUM = (
    "0\tAnn\t(1\n1\tHill\t1)\n2\tcan\t_\n3\tnot\t_\n4\tswim\t_\n5\tin\t_\n6\ta\t(2\n7\tpool\t2)\n"
    "8\t.\t_\n\n9\tShe\t(1)\n10\ttold\t_\n11\tTarn\t(3)\n12\tthe\t(2\n13\tpool\t2)\n"
    "14\tloves\t_\n15\tTarn\t(3)\n"
)
DEP = """# meta::genre = news
# meta::dateCreated = 2019-05-04
# newpar
1\tAnn\t_\tPROPN\tNNP\t_\t5\tnsubj\t_\tEntity=(1-person-new
2\tHill\t_\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3-4\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
3\tcan\t_\tAUX\tMD\t_\t5\taux\t_\t_
4\tnot\t_\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tswim\t_\tVERB\tVB\t_\t0\troot\t_\t_
6\tin\t_\tADP\tIN\t_\t8\tcase\t_\t_
7\ta\t_\tDET\tDT\t_\t8\tdet\t_\tEntity=(2-object-new
8\tpool\t_\tNOUN\tNN\t_\t5\tobl\t_\tEntity=2)|SpaceAfter=No
9\t.\t_\tPUNCT\t.\t_\t5\tpunct\t_\t_

# newpar
1\tShe\t_\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv)
2\ttold\t_\tVERB\tVBD\t_\t0\troot\t_\t_
3\tTarn\t_\tPROPN\tNNP\t_\t2\tobj\t_\tEntity=(3-place-new)
4\tthe\t_\tDET\tDT\t_\t5\tdet\t_\tEntity=(2-object-giv
5\tpool\t_\tNOUN\tNN\t_\t6\tnsubj\t_\tEntity=2)
6\tloves\t_\tVERB\tVBZ\t_\t2\tccomp\t_\t_
7\tTarn\t_\tPROPN\tNNP\t_\t6\tobj\t_\tEntity=(3-place-giv)

"""


@pytest.fixture
def ontogum(tmp_path: Path) -> Path:
    """One document of OntoGUM with its words beside it."""
    for folder, name, content in (
        ("ontogum-conll", "GUM_news_pool.conll", ONTOGUM),
        ("dep", "GUM_news_pool.conllu", DEP),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(content, encoding="utf-8")
    return tmp_path / "ontogum-conll"


def test_ontogum_gives_chains_of_people_bodies_and_named_places(ontogum: Path) -> None:
    (text,) = read_gold(ontogum).coreferent
    assert text.text == "Ann Hill cannot swim in a pool.\n\nShe told Tarn the pool loves Tarn"
    assert spell(text) == [["Ann Hill", "She"], ["Tarn", "Tarn"]]
    assert text.text[slice(*text.chains[0][0].head)] == "Ann"
    assert (text.genre, text.published) == ("news", "2019-05-04")


def test_texts_of_another_genre_are_left_out(ontogum: Path) -> None:
    with pytest.raises(GoldError, match="no text of the genre speech"):
        read_gold(ontogum, genres=["speech"])


def test_ontogum_without_its_words_is_refused(ontogum: Path) -> None:
    (ontogum.parent / "dep" / "GUM_news_pool.conllu").unlink()
    with pytest.raises(GoldError, match="OntoGUM needs dep/ beside it"):
        read_gold(ontogum)


def test_ontogum_with_other_words_is_refused(ontogum: Path) -> None:
    path = ontogum.parent / "dep" / "GUM_news_pool.conllu"
    path.write_text(DEP.replace("loves", "hates"), encoding="utf-8")
    with pytest.raises(GoldError, match="do not hold the same words"):
        read_gold(ontogum)


@pytest.mark.parametrize(
    ("predicted", "matched"),
    [
        ([(0, 19)], 1),  # the same limits
        ([(9, 19)], 1),  # without the title
        ([(0, 8)], 0),  # without the head
        ([(9, 25)], 0),  # with more than the mention
        ([(9, 19), (14, 19)], 1),  # one to one
    ],
)
def test_a_mention_matches_where_it_holds_the_head_and_no_more(
    predicted: list[tuple[int, int]], matched: int
) -> None:
    gold = [GoldMention(0, 19, (14, 19))]  # "Director Ines Vogel"
    assert len(match_mentions(predicted, gold)) == matched


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("Director Ines Vogel", "Vogel"),
        ("the head of the line", "head"),
        ("Ines Vogel, the director", "Vogel"),
        ("Tarn's", "Tarn"),
        ("those who swam", "those"),
    ],
)
def test_the_head_of_a_phrase_is_found_by_its_words(phrase: str, head: str) -> None:
    start, end = find_head_word(f"So {phrase} left", (3, 3 + len(phrase)))
    assert f"So {phrase} left"[start:end] == head


TEXT = (
    "Ferry line\n\nJune 12\n\nDirector Ines Vogel said it sank. She blamed US rules. Vogel laughed."
)


def make_record(spoken: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    """A record with Vogel and the US as entities; claims by cue, source and speaker's id."""

    def span(words: str, after: int = 20) -> dict[str, Any]:
        start = TEXT.index(words, after)
        return {"start": start, "end": start + len(words), "text": words}

    return {
        "metadata": {"path": "ferry.txt"},
        "entities": [
            {"id": "E1", "label": "PERSON", "mentions": [span("Ines Vogel")]},
            {"id": "E2", "label": "GPE", "mentions": [span("US")]},
        ],
        "speakers": [
            {
                "id": "S1",
                "kind": "person",
                "entity": "E1",
                "mentions": [{"span": span("Ines Vogel")}, {"span": span("She")}],
            },
            {"id": "S2", "kind": "organization", "entity": "E2", "mentions": []},
        ],
        "claims": [
            {
                "cue": {"spans": [span(cue)]},
                "source": {"spans": [span(source)], "speakers": [speaker]},
            }
            for cue, source, speaker in spoken
        ],
    }


@pytest.mark.parametrize(
    ("spoken", "of_all", "of_found"),
    [
        ([("said", "Ines Vogel", "S1"), ("blamed", "She", "S1")], (2, 2), (2, 2)),
        ([("said", "Ines Vogel", "S1")], (1, 2), (1, 1)),
        ([("said", "Ines Vogel", "S1"), ("blamed", "She", "S2")], (1, 2), (1, 2)),
        ([], (0, 2), (0, 0)),
    ],
)
def test_the_speaker_of_a_speech_event_is_right_where_its_entity_is(
    meantime: Path,
    write_records: Callable[..., Path],
    spoken: list[tuple[str, str, str]],
    of_all: tuple[int, int],
    of_found: tuple[int, int],
) -> None:
    figures = measure(meantime, write_records([make_record(spoken)]))
    assert figures.speakers is not None
    assert figures.speakers_of_found is not None
    assert (figures.speakers.counts.right, figures.speakers.counts.predicted) == of_all
    found = figures.speakers_of_found.counts
    assert (found.right, found.predicted) == of_found


def measure(gold: Path, records: Path) -> CoreferenceFigures:
    standard = read_gold(gold, "coreference")
    figures = evaluate_predictions(standard, read_predictions(records)).figures
    assert isinstance(figures, CoreferenceFigures)
    return figures


def test_chains_are_scored_beside_string_matching(
    meantime: Path, write_records: Callable[..., Path]
) -> None:
    (group,) = measure(meantime, write_records([make_record([])])).groups
    assert group.mentions.counts.f1 == 1.0
    assert [score.f1 for score in group.chains.scores] == [1.0, 1.0, 1.0]
    # One name and no pronoun: there is nothing that is written alike.
    assert (group.chains.mean, group.names.mean) == (1.0, 0.0)


def test_both_forms_show_every_figure(meantime: Path, write_records: Callable[..., Path]) -> None:
    records = write_records([make_record([("said", "Ines Vogel", "S1")])])
    evaluation = evaluate_predictions(read_gold(meantime, "coreference"), read_predictions(records))
    body = json.loads(to_json(evaluation))
    assert body["kind"] == "coreference"
    assert body["groups"]["all"]["chains"]["mean"] == 1.0
    assert body["groups"]["all"]["string_matching_of_names"]["MUC"]["f1"] == 0.0
    assert body["speech_events"]["speaker_right"]["value"] == 0.5
    lines = list(format_evaluation(evaluation))
    assert lines[0] == (
        "all: texts 1  without a prediction 0  mentions in chains: gold 2  predicted 2"
    )
    assert lines[-2] == "speaker of speech events right   50.0  (1 of 2)  (95 %: 50.0 to 50.0)"


def test_a_record_of_another_text_is_refused(
    meantime: Path, write_records: Callable[..., Path]
) -> None:
    record = make_record([("said", "Ines Vogel", "S1")])
    record["claims"][0]["cue"]["spans"][0]["text"] = "sang"
    with pytest.raises(GoldError, match="another text"):
        measure(meantime, write_records([record]))


@pytest.mark.parametrize("kind", ["records", "brat"])
def test_gold_without_chains_is_refused(
    data: Path, write_records: Callable[..., Path], kind: str
) -> None:
    path = write_records([]) if kind == "records" else data / "brat"
    with pytest.raises(GoldError, match="coreference"):
        read_gold(path, "coreference")


def test_dates_of_gum_are_no_gold_of_coreference(data: Path) -> None:
    with pytest.raises(GoldError, match="coreference is read from MEANTIME"):
        read_gold(data / "gum", "coreference")
