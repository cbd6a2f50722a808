"""The bundled pipeline, loaded once for all workers: they share its memory, and start sooner."""

from __future__ import annotations

import gc
from contextlib import suppress

from claimx.pipeline.load import PipelineError, prepare

# Of a pipeline that is damaged each worker says so itself.
with suppress(PipelineError):
    prepare()
# A collection writes to every object that it looks at, and a page that is written to is shared no
# more.
gc.collect()
gc.freeze()
