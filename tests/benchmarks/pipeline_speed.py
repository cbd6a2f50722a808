"""How fast the bundled pipeline is, and what memory it keeps, on articles of one's own.

    python -m tests.benchmarks.pipeline_speed FILE_OR_FOLDER

A CSV file with the column ``text``, or a folder of text files. In one run, on one thread: words a
second of the encoder alone, of the bundled pipeline as plain spaCy with ``nlp.pipe``, and of all
components; microseconds a word of each component; and the resident memory as articles pass by.
Words are tokens that are neither punctuation nor white space. Times are those of the processor.
"""

from __future__ import annotations

import csv
import resource
import sys
import time
from itertools import cycle, islice
from pathlib import Path

import claimx
import claimx_en
from claimx.assemble import make_doc
from claimx.reading import read_article

ARTICLES = 500
STEP = 100
BATCH = 16


def read_texts(path: Path) -> list[str]:
    """The articles at ``path``."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.txt"))]
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if row["text"].strip()]


def read_memory() -> float:
    """Resident memory in MB; the highest so far where the system does not tell the present one."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_memory(texts: list[str]) -> None:
    """Print the memory that stays as articles pass by."""
    records = ({"text": text} for text in islice(cycle(texts), ARTICLES))
    for number, _ in enumerate(claimx.extract_many(records), 1):
        if number % STEP == 0:
            print(f"memory after {number:4}       {read_memory():8.0f} MB")


def main(path: Path) -> None:
    """Print speed and memory."""
    from spacy.util import load_model_from_path

    texts = read_texts(path)
    measure_memory(texts)
    plain = load_model_from_path(claimx_en.pipeline_path())
    docs = [plain.make_doc(text) for text in texts]
    words = sum(not (token.is_punct or token.is_space) for doc in docs for token in doc)
    print(f"articles {len(texts)}  words {words}")
    encoder = plain.get_pipe("tok2vec")
    encoder.predict(docs[:BATCH])  # type: ignore[attr-defined]
    start = time.process_time()
    for place in range(0, len(docs), BATCH):
        encoder.predict(docs[place : place + BATCH])  # type: ignore[attr-defined]
    print(f"encoder alone           {words / (time.process_time() - start):8,.0f} words/s")
    with plain.select_pipes(disable=["attribution_roles"]):
        start = time.process_time()
        for _ in plain.pipe(texts, batch_size=BATCH):
            pass
        print(f"pipeline, without claimx {words / (time.process_time() - start):7,.0f} words/s")
    nlp = claimx.load()
    seconds = dict.fromkeys(nlp.pipe_names, 0.0)
    for text in texts:
        doc = make_doc(nlp, read_article(text))
        for name, component in nlp.pipeline:
            start = time.process_time()
            doc = component(doc)
            seconds[name] += time.process_time() - start
    for name, spent in seconds.items():
        print(f"  {name:24} {1e6 * spent / words:7.1f} µs a word")
    print(f"all components          {words / sum(seconds.values()):8,.0f} words/s")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
