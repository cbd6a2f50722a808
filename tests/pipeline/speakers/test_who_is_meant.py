"""Who is meant, through the shipped pipeline: roles without names, relatives, names that name."""

from __future__ import annotations

import pytest

import claimx
from claimx.article import Article


def _names(article: Article) -> list[list[str]]:
    """The names of the speakers of each claim that has a source."""
    names = {speaker.id: speaker.name for speaker in article.speakers}
    return [[names[key] for key in c.source.speakers] for c in article.claims if c.source]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "“The signal was green,” the conductor said.\n\nRail inspector Nell Brandt said "
            "the signal had failed. Brandt said it would be replaced.\n",
            "conductor",
        ),
        (
            "The tenant said the ceiling had leaked for months.\n\nThe councillor, Hugo Lind, "
            "called it a disgrace. Lind said the town would act.\n",
            "tenant",
        ),
    ],
)
def test_a_role_without_name_is_not_given_the_next_name(text: str, first: str) -> None:
    assert _names(claimx.extract(text))[0] == [first]


def test_a_surname_used_before_a_relative_is_introduced_is_not_the_relative_s() -> None:
    text = (
        "Brandt rejected the charge. “I never signed,” Brandt said. His daughter, Nell Brandt, said"
        " he had been abroad.\n"
    )
    found = _names(claimx.extract(text))
    assert found[-1] == ["Nell Brandt"]
    assert all(names == ["Brandt"] for names in found[:-1])


def test_the_title_tells_two_people_of_one_surname_apart() -> None:
    text = (
        "Judge Nell Brandt and her husband, Otto Brandt, bought the mill. Otto Brandt said the "
        "price was fair. Judge Brandt said she would sell it.\n"
    )
    assert _names(claimx.extract(text))[-1] == ["Nell Brandt"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rev. C. D. Frost said the roof was safe.\n", "C. D. Frost"),
        ("Prosecutor Nell Brandt QC said the jury had heard enough.\n", "Nell Brandt"),
        (
            "Former US ambassador to Norway Nell Brandt said the talks had failed.\n",
            "Nell Brandt",
        ),
        (
            "The speaker of the parliament Nell Brandt said the session was over.\n",
            "Nell Brandt",
        ),
        (
            "Ricardo Montero Vidal won the vote. Montero said he would raise taxes.\n",
            "Ricardo Montero Vidal",
        ),
    ],
)
def test_what_names_itself_in_the_source_is_the_speaker(text: str, name: str) -> None:
    assert _names(claimx.extract(text))[-1] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A spokeswoman for Governor Nell Brandt said the vote was fair. “She is away,” the"
            " spokeswoman said.",
            ["spokeswoman for Governor Nell Brandt"],
        ),
        (
            "The widow of Judge Hugo Lind said the files had been burnt.",
            ["widow of Judge Hugo Lind"],
        ),
        (
            "Nell Brandt, along with her deputy, Hugo Lind, said the ward would stay open.",
            ["Nell Brandt", "Hugo Lind"],
        ),
        (
            "Brothers Hugo Lind and Otto Lind pleaded guilty on Monday. The brothers said they"
            " were sorry.",
            ["Hugo Lind", "Otto Lind"],
        ),
        (
            "Nell Brandt said the roof leaked. The principal, who had met Brandt twice, said it"
            " was new.",
            ["principal"],
        ),
        (
            "Harrow Mills will shut its plant in Selby. The company said costs had risen.",
            ["Harrow Mills"],
        ),
        (
            "The Coastal Workers Union left the talks. “The offer is an insult,” the CWU said.",
            ["Coastal Workers Union"],
        ),
        (
            "Robert Lind mends clocks in Harwick. “They all lie a little,” Bob said.",
            ["Robert Lind"],
        ),
        ("“It gets cold,” said a 19-year-old who asked to be called Rook.", ["Rook"]),
        (
            "Mayor Nell Brandt opened the line on Monday. “We were late,” the driver said.",
            ["driver"],
        ),
        (
            "Hugo Lind came back to Oslo on Monday. The 71-year-old envoy said that both sides"
            " were tired.",
            ["Hugo Lind"],
        ),
        ("Hugo Lind was found at noon. “I sang,” the father of three said.", ["Hugo Lind"]),
        ("His sister, Nell Brandt, is a vet. The foxes came back, the vet said.", ["Nell Brandt"]),
        (
            "Harrow Motors will build a plant with Selby Cells. The two companies said it would"
            " open in May.",
            ["Harrow Motors", "Selby Cells"],
        ),
        ("Hugo Lind and Otto Lind own the shop. Lind said it would close.", ["Lind"]),
        ("A spokesman for the operator, Greenmere, Hugo Lind, said it would close.", ["Hugo Lind"]),
        ("Her publisher, Nell Brandt, said the book was late.", ["Nell Brandt"]),
        (
            "He and other rivals of Nell Brandt said the vote was unfair.",
            ["other rivals of Nell Brandt"],
        ),
        (
            "Hugo Lind, known to his fans as Otto, left in May. “It is over,” Otto said.",
            ["Hugo Lind"],
        ),
        (
            "The U.S. Ferry Board met. The United States Ferry Board (USFB) said it was over.",
            ["United States Ferry Board"],
        ),
        (
            "Chef Hugo Lind and accountant Nell Brandt bought the inn. The accountant said it was"
            " dear.",
            ["Nell Brandt"],
        ),
        (
            "Hugo Lind and Otto Lind came to court. The brothers denied that they had lied.",
            ["Hugo Lind", "Otto Lind"],
        ),
        (
            "Nell Brandt, Hugo Lind and a third director said the merger was off.",
            ["Nell Brandt", "Hugo Lind", "third director"],
        ),
        (
            "Nell Brandt, head of the ferry board and a former adviser to President Hugo Lind, said"
            " it was over.",
            ["Nell Brandt"],
        ),
        (
            "The Harvest Alliance lost nine seats. The party said it would rebuild.",
            ["Harvest Alliance"],
        ),
        ("Lind and U.S. envoys said the plan would fail.", ["Lind", "U.S. envoys"]),
        ("The UN and aid groups said the plan would fail.", ["UN", "aid groups"]),
        (
            "Nell Brandt, the Red Cross and NATO said the plan would fail.",
            ["Nell Brandt", "Red Cross", "NATO"],
        ),
        ("Republicans such as Senator Nell Brandt said it would fail.", ["Nell Brandt"]),
        (
            "The leaders of France and Germany, Emmanuel Macron and Friedrich Merz, said no.",
            ["Emmanuel Macron", "Friedrich Merz"],
        ),
        ("Engineers and even some pilots said it was late.", ["Engineers", "some pilots"]),
        ("Officials in Oslo and Bergen said it was late.", ["Officials"]),
        ("Doctors, nurses and teachers said it was late.", ["Doctors", "nurses", "teachers"]),
        (
            "Sens. Nell Brandt of Ohio, Hugo Lind of Utah, and Ruth Obi (D-Iowa) said it was over.",
            ["Nell Brandt", "Hugo Lind", "Ruth Obi"],
        ),
        (
            "Hugo Lind, introduced by Otto Brandt, opened the fair. Brandt said it would rain.",
            ["Otto Brandt"],
        ),
        (
            "Judge Hugo Lind opened the trial. The 19-year-old student said he was attacked.",
            ["19-year-old student"],
        ),
        ("A woman calling herself Madame Lunt said her group had taken the bells.", ["Lunt"]),
    ],
)
def test_whoever_is_meant_speaks_and_nobody_beside(text: str, names: list[str]) -> None:
    article = claimx.extract(text)
    assert _names(article)[-1] == names
    assert len({speaker.name for speaker in article.speakers}) == len(article.speakers)


def test_initials_in_brackets_and_a_trade_tell_who_speaks_in_an_interview() -> None:
    text = (
        "Goalkeeper Hugo Lind (HL) leaves the club. Our writer Nell Brandt (NB) met him.\n\n"
        "NB: Why now?\n\nHL: My knee made up its mind.\n\nNB: And then?\n\nHL: Sleep.\n"
    )
    turns = [["Nell Brandt"], ["Hugo Lind"]]
    assert _names(claimx.extract(text)) == [*turns, *turns]
    text = (
        "Biologist Nell Brandt lives in Harwick Bay beside Dana Marsh. She met reporter Hugo"
        " Lind.\n\nQ: How many are left?\n\nA: There are 312 now.\n\nQ: Fewer than before?\n\n"
        "A: Far fewer.\n"
    )
    turns = [["Hugo Lind"], ["Nell Brandt"]]
    assert _names(claimx.extract(text)) == [*turns, *turns]


def test_a_description_that_gives_a_name_is_one_speaker_with_it() -> None:
    text = (
        "A miner, who asked to be identified only as “Rook,” said the shaft was flooded. “We heard"
        " it at night,” Rook said.\n"
    )
    article = claimx.extract(text)
    assert _names(article) == [["Rook"], ["Rook"]]
    (speaker,) = article.speakers
    assert speaker.anonymous
    assert speaker.anonymity is not None


def test_whoever_gives_a_name_is_one_speaker_where_only_the_pronoun_is_the_source() -> None:
    text = (
        "A miner who identified himself as Rook said the shaft was flooded. Rook said that nobody"
        " had come.\n"
    )
    assert _names(claimx.extract(text)) == [["Rook"], ["Rook"]]


def test_who_tells_what_was_said_did_not_say_it() -> None:
    text = "“The guard yelled, ‘Stand back!’ and then it fell,” said Nell Brandt, who was there.\n"
    article = claimx.extract(text)
    assert sorted(_names(article)) == [["Nell Brandt"], ["guard"]]
    outer, inner = article.quotes
    assert inner.speaker != outer.speaker


def test_the_words_of_a_joint_quotation_are_those_of_each() -> None:
    text = "“We lost it all,” said Nell Brandt and Hugo Lind, who both lived there.\n"
    article = claimx.extract(text)
    assert [speaker.quoted_words for speaker in article.speakers] == [4, 4]
    assert all(speaker.share == 1.0 for speaker in article.speakers)


def test_a_title_in_the_plural_is_a_role_of_each() -> None:
    text = "The film producers Nell Brandt and Hugo Lind said the studio had lost the reels.\n"
    roles = [[role.text for role in speaker.roles] for speaker in claimx.extract(text).speakers]
    assert roles == [["film producers"], ["film producers"]]


def test_who_speaks_for_the_company_belongs_to_the_one_that_is_meant() -> None:
    text = "Harrow Mills will shut. A spokesman for the company, Hugo Lind, said costs had risen.\n"
    (speaker,) = claimx.extract(text).speakers
    assert (speaker.name, speaker.affiliation) == ("Hugo Lind", "Harrow Mills")


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Coast guard spokeswoman Nell Brandt said the boat had sunk.\n", "Coast guard"),
        ("Nell Brandt, a spokeswoman for the union, said the talks had failed.\n", "union"),
    ],
)
def test_who_speaks_for_a_body_without_name_belongs_to_it(text: str, affiliation: str) -> None:
    (speaker,) = claimx.extract(text).speakers
    assert (speaker.name, speaker.affiliation) == ("Nell Brandt", affiliation)


def test_the_spokesman_of_one_side_is_not_that_of_the_other() -> None:
    text = (
        "The spokesman for Brandt said the vote was fair. Lind spokesman Hugo Marsh said it was"
        " stolen.\n"
    )
    first, second = _names(claimx.extract(text))
    assert first != ["Hugo Marsh"]
    assert second == ["Hugo Marsh"]
