"""How salient a chain is: by its mentions' functions, and less with every sentence."""

from __future__ import annotations

from claimx.pipeline.coreference.chains import Chain, Salience


def test_a_sentence_makes_nobody_more_salient_than_its_weightiest_mention() -> None:
    often, once, salience = Chain(0, "person"), Chain(1, "person"), Salience()
    for _ in range(4):
        salience.touch(often, 1.0, 0)
    salience.touch(once, 1.0, 1)
    assert often.salience_at(0) < 2 * once.salience_at(1)
    assert often.salience_at(1) < once.salience_at(1)


def test_a_lighter_mention_before_a_weightier_one_does_not_add_up() -> None:
    chain, salience = Chain(0, "person"), Salience()
    salience.touch(chain, 0.5, 0)
    salience.touch(chain, 1.0, 0)
    assert 1.0 <= chain.salience_at(0) < 1.5


def test_who_was_named_last_is_listed_first() -> None:
    one, other, salience = Chain(0, "person"), Chain(1, "person"), Salience()
    salience.touch(one, 1.0, 0)
    salience.touch(other, 1.0, 0)
    assert [chain for chain, _ in salience.list_present(0)] == [other, one]
    assert list(salience.list_present(9)) == []
