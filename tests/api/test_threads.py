"""Threads share the bundled pipeline, and wait for each other."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from typing import Any

import pytest
import spacy
from spacy.language import Language

import claimx
from claimx.batch.exclusive import _lock_of, use_alone

TEXTS = [
    "“The bridge stays shut,” Mayor Ida Krohn said on Friday. She said it was not safe.",
    "The union said on Monday that 40 buses would stop. “We had no choice,” Paul Adeyemi said.",
    "Officials warned that the river Tarn may rise. Residents, they said, should leave by noon.",
]


@pytest.fixture(scope="module")
def alone() -> list[str]:
    return [claimx.extract(text, published="2025-03-14").to_json() for text in TEXTS]


@pytest.fixture
def switching_often() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("switching_often")
def test_threads_get_what_one_thread_gets(alone: list[str]) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = pool.map(lambda text: claimx.extract(text, published="2025-03-14"), TEXTS * 5)
        assert [article.to_json() for article in found] == alone * 5
    assert claimx.extract(TEXTS[0], published="2025-03-14").to_json() == alone[0]


@pytest.mark.usefixtures("switching_often")
def test_so_do_tasks_of_asyncio(alone: list[str]) -> None:
    async def run() -> list[claimx.Article]:
        calls = (
            asyncio.to_thread(claimx.extract, text, published="2025-03-14") for text in TEXTS * 3
        )
        return await asyncio.gather(*calls)

    assert [article.to_json() for article in asyncio.run(run())] == alone * 3


def test_two_generators_in_two_threads(alone: list[str]) -> None:
    records = [{"text": text, "date": "2025-03-14"} for text in TEXTS]

    def run() -> list[Any]:
        return [result.to_json() for result in claimx.extract_many(records)]

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.submit(run), pool.submit(run)
        assert first.result() == second.result()


def test_a_component_may_call_claimx_on_its_own_pipeline() -> None:
    nlp = Language()
    with use_alone(nlp), use_alone(spacy.blank("en")):
        pass


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork")
def test_a_process_forked_meanwhile_does_not_wait_for_ever() -> None:
    nlp = spacy.blank("en")
    held, enough = Event(), Event()

    def hold() -> None:
        with use_alone(nlp):
            held.set()
            enough.wait(60)

    holder = Thread(target=hold)
    holder.start()
    held.wait(60)
    # The child has the lock of a thread that it has not.
    process = multiprocessing.get_context("fork").Process(target=_enter, args=(nlp,))
    process.start()
    process.join(30)
    code = process.exitcode
    process.kill()
    enough.set()
    holder.join()
    assert code == 0


def _enter(nlp: Language) -> None:
    with _lock_of(nlp):
        pass
