"""``python -m claimx_training``."""

from __future__ import annotations

from claimx_training.cli import main

if __name__ == "__main__":
    main()
