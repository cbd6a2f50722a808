"""The recipe that fits the bundled English pipeline ``claimx_en`` from open corpora.

Run it stage by stage with ``python -m claimx_training STAGE``; ``--help`` lists the stages.
"""

from __future__ import annotations

__all__: list[str] = []
