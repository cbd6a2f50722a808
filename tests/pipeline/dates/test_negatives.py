"""What looks like a time expression and is none."""

from __future__ import annotations

import pytest
from tests.pipeline.dates.reading import make_doc, read_dates

from claimx.pipeline.annotations import Quotation, get_timexes, set_quotations
from claimx.pipeline.dates.component import Dates

PUBLISHED = "2025-03-14"


@pytest.mark.parametrize(
    "sentence",
    [
        "He may resign if they ask him.",
        "They believe that this may help.",
        "You may not!",
        "May I ask why?",
        "They march through the town and march back.",
        "Theresa May resigned.",
        "Mrs May resigned.",
        "Veterans of World War II came.",
        "The 49ers won.",
        "There are five AM radio stations in town.",
        "They showed 3D printers.",
        "She won in times of 2:20:51 and 2:20:55.",
        "They dubbed the first two seasons of the show.",
        "A quarter million people came.",
        "They held a Halloween-themed party.",
        "With 3:24 left in the fourth quarter, the Hawks led 78-70.",
        "The goal came at 3:24 of the second period.",
        "They put up a Christmas tree.",
        "The Christmas and New Year sales went well.",
        "Temperatures were in the 70s and 80s.",
        "They won 3-2.",
        "It costs $2019.",
        "It costs 1,500 euros.",
        "There were 2,019 people there.",
        "There were 2019 people there.",
        "Nearly 2000 people came.",
        "A Boeing 2019 landed.",
        "Flight 1549 landed safely.",
        "See page 2019.",
        "He came second and got a second chance.",
        "They read 1984 pages.",
        "She lives at 2000 Main Street.",
        "We watched Friday Night Lights.",
        "He wrote for the Sunday Times.",
        "It was a black monday for the team.",
        "The Good Friday Agreement held.",
        "Call 555-12-3456.",
        "Version 10.4.11 is out.",
        "The server at 10.0.0.1 failed.",
        "See www.example.com/2019/03/14/story for more.",
        "The ratio is 4:3.",
        "COVID-2019 spread.",
        "The sun rose and he sat down.",
        "He is in his 30s.",
        "At the end of the day, it hardly counts.",
        "He arrived on a Monday.",
        "He was the man of the year.",
        "They hold three quarters of the seats.",
        "The fall of Kabul came fast.",
        "1/2 of them left.",
        "It is a row of 12345678901234567890 digits.",
        "They came as soon as they could.",
        "Tourists saw Easter Island.",
        "The Daily Mail said so.",
        "He told USA Today that it was over.",
        "The UN adopted Agenda 2030 and then Vision 2030.",
        "COP28 ended there.",
        "In her early 20s she left for good.",
        "He was in his late 30s.",
    ],
)
def test_nothing_is_found(sentence: str) -> None:
    found = [timex.span.text for timex in read_dates(sentence, PUBLISHED)]
    assert found == []


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("He may resign in May.", "May"),
        ("They march in March.", "March"),
        ("Theresa May resigned on May 24, 2019.", "May 24, 2019"),
        ("It was worn by 2,019 people in 2019.", "2019"),
        ("In 2019, people left.", "2019"),
        ("He joined the 2008 Beijing team.", "2008"),
        ("He signed the 1815 treaty.", "1815"),
        ("He came on a Monday morning flight.", "Monday morning"),
        ("In a Wednesday memo he agreed.", "Wednesday"),
        ("The 1991 agreement ended.", "1991"),
        ("They will host the World Cup 2026 there.", "2026"),
        ("It fell in the early '90s.", "the early '90s"),
        ("It began at night (2100 UTC) there.", "2100 UTC"),
        ("It will be warmer by the year 2100.", "the year 2100"),
    ],
)
def test_date_beside_its_double_is_found(sentence: str, text: str) -> None:
    assert [timex.span.text for timex in read_dates(sentence, PUBLISHED)] == [text]


def test_name_of_a_person_is_no_month() -> None:
    doc = make_doc("Ms April Jones spoke. It was April who won.", PUBLISHED)
    person = doc.char_span(3, 14, label="PERSON")
    assert person is not None
    doc.ents = [person]
    assert get_timexes(Dates()(doc)) == []


def test_title_of_a_work_holds_no_date() -> None:
    doc = make_doc("She read “The Winter of 1972” aloud.", PUBLISHED)
    title = doc.char_span(9, 29)
    assert title is not None
    set_quotations(doc, [Quotation(spans=[title], kind="title")])
    assert get_timexes(Dates()(doc)) == []
