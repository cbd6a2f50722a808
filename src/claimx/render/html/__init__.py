"""A report for the browser: one file that needs nothing else."""

from __future__ import annotations

from claimx.render.html.document import render_frame, render_html

__all__ = ["render_frame", "render_html"]
