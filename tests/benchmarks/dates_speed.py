"""What the dates component costs, on articles of one's own.

    python -m tests.benchmarks.dates_speed FOLDER

FOLDER holds text files. Parsing is not counted; the figures are the component's share in
microseconds a word (a token with a letter), and, after one pass to warm up, the slowest
expressions: a sentence with a date alone in a document.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import claimx
from claimx.pipeline.annotations import get_timexes
from claimx.pipeline.dates.component import Dates
from claimx.pipeline.layout_annotations import Context, set_context

_PUBLISHED = Context(published="2025-03-14")
_FIRST_CLAIMX_COMPONENT = "claimx_quotes"
_SLOWEST = 5


def parse(nlp: Language, texts: list[str]) -> list[Doc]:
    """The texts with tags, parse and entities, before the components that read them."""
    after = nlp.pipe_names[nlp.pipe_names.index(_FIRST_CLAIMX_COMPONENT) :]
    with nlp.select_pipes(disable=after):
        docs = list(nlp.pipe(texts))
    for doc in docs:
        set_context(doc, _PUBLISHED)
    return docs


def clock(action: Callable[[], object]) -> float:
    """Processor seconds that ``action`` takes."""
    start = time.process_time()
    action()
    return time.process_time() - start


def main(folder: Path) -> None:
    """Print the cost a word of a first and a second pass, and the slowest expressions."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    nlp, component = claimx.load(), Dates()
    docs = parse(nlp, texts)
    words = sum(any(letter.isalpha() for letter in token.text) for doc in docs for token in doc)
    print(f"articles {len(docs)}  words {words}")
    for name in ("first", "second"):
        seconds = clock(lambda: [component(doc) for doc in docs])
        print(f"{name} pass: {1e6 * seconds / words:.1f} µs a word")
    sentences = {
        timex.span.sent.text: timex.span.text for doc in docs for timex in get_timexes(doc)
    }
    alone = parse(nlp, list(sentences))
    # What all the articles before left behind is not collected at one sentence's cost.
    gc.collect()
    gc.disable()
    times = sorted(((clock(partial(component, doc)), doc.text) for doc in alone), reverse=True)
    print(f"sentences with a date: {len(times)}; the slowest:")
    for seconds, text in times[:_SLOWEST]:
        print(f"{1e3 * seconds:6.2f} ms  {' '.join(text.split())[:80]}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
