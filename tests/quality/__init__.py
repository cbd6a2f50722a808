"""How right claimx is: sentences, labels and corpora, and floors below which nothing may fall.

``python -m tests.quality`` prints all figures; see README.md.
"""
