"""Proposals from the exemplars, the index behind them, and how rules and likeness are combined."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import list_shipped, load_codebook
from eventbook.coder.kinds import exemplar_index
from eventbook.coder.kinds.exemplar_index import SHIPPED, exemplar_key, load_index, read_index
from eventbook.coder.kinds.similarity import NOTHING, propose_kinds

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture
def small(codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Codebook:
    """A codebook of its own with few exemplars, and a cache folder of its own."""
    monkeypatch.setattr(exemplar_index, "_cache_folder", lambda: tmp_path / "cache")
    exemplar_index._find.cache_clear()
    kept = [item for item in codebook.exemplars if item.kind in (None, "grenade", "peaceful_protest")]
    return codebook.model_copy(update={"exemplars": tuple(kept[::12])})


@pytest.mark.parametrize("name", list_shipped())
def test_the_shipped_index_is_of_the_shipped_exemplars(name: str) -> None:
    shipped = load_codebook(name)
    index = read_index(SHIPPED / f"{name}.npz", shipped, exemplar_key(shipped))
    assert index is not None, "stale: run python coder/training/embedding/build_index.py"
    assert len(index.quantised) == len(shipped.exemplars)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two men on a motorcycle hurled a hand grenade into a bar, wounding six drinkers.", "grenade"),
        ("Thousands of pensioners marched peacefully through Lisbon to demand higher pensions.", "peaceful_protest"),
        ("The government and the guerrillas signed a ceasefire that takes effect at midnight.", "agreement"),
        ("Fighter jets bombed a training camp of the rebels, killing nine.", "air_drone_strike"),
        ("The goalkeeper saved two penalties and the club reached the final.", None),
        ("A strong earthquake shook the island and brought down houses.", None),
    ],
)
def test_plain_sentences_get_their_kind(text: str, kind: str | None, codebook: Codebook) -> None:
    (proposal,) = propose_kinds([text], codebook)
    assert proposal.kind_id == kind
    assert proposal.confidence > 0.5
    assert len(proposal.nearest) == 3


def test_scores_are_probabilities_in_falling_order(codebook: Codebook) -> None:
    (proposal,) = propose_kinds(["Gunmen attacked a bus."], codebook)
    values = [score for _, score in proposal.scores]
    assert values == sorted(values, reverse=True)
    assert sum(values) == pytest.approx(1, abs=0.01)
    assert proposal.scores[:2] == (
        (proposal.kind_id, proposal.confidence),
        (proposal.runner_up, proposal.runner_up_confidence),
    )


def test_a_proposal_does_not_depend_on_the_other_texts(codebook: Codebook) -> None:
    texts = [exemplar.text for exemplar in codebook.exemplars[::300]]
    together = [proposal.kind_id for proposal in propose_kinds(texts, codebook)]
    alone = [propose_kinds([text], codebook)[0].kind_id for text in texts]
    assert together == alone


@pytest.mark.parametrize("text", ["", "1234 5678", "\U0001f525" * 9, "\0\0", "..."])
def test_text_without_a_letter_is_not_codable(text: str, codebook: Codebook) -> None:
    (proposal,) = propose_kinds([text], codebook)
    assert (proposal.kind_id, proposal.confidence) == (None, 1.0)


@pytest.mark.parametrize("text", ["a" * 1_000_000, "هاجم مسلحون القرية", "a\0b", "POLICE FIRED TEAR GAS"])
def test_odd_text_gets_a_proposal(text: str, codebook: Codebook) -> None:
    assert len(propose_kinds([text], codebook)[0].scores) == 26


def test_a_codebook_without_exemplars_proposes_nothing(codebook: Codebook) -> None:
    bare = codebook.model_copy(update={"exemplars": ()})
    assert propose_kinds(["Gunmen attacked a bus."], bare) == (NOTHING,)


def test_another_codebook_gets_an_index_that_is_kept(small: Codebook, tmp_path: Path) -> None:
    first = propose_kinds(["A grenade was thrown into a shop."], small)
    assert first[0].kind_id == "grenade"
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".npz"]
    exemplar_index._find.cache_clear()
    assert propose_kinds(["A grenade was thrown into a shop."], small) == first


def test_a_cache_that_cannot_be_written_is_done_without(
    small: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setattr(exemplar_index, "_cache_folder", lambda: tmp_path / "file" / "cache")
    assert load_index(small) is not None


def test_a_damaged_cache_is_made_anew(small: Codebook, tmp_path: Path) -> None:
    path = tmp_path / "cache" / f"{exemplar_key(small)}.npz"
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04 broken")
    assert load_index(small) is not None
    assert read_index(path, small, exemplar_key(small)) is not None


def test_proposals_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "from eventbook.codebook.loading import load_codebook\n"
        "from eventbook.coder.kinds.similarity import propose_kinds\n"
        "print(propose_kinds(['Gunmen attacked a bus.', 'A march was held.'], load_codebook()))\n"
    )
    printed = set()
    for seed in ("0", "4711"):
        path = os.pathsep.join([str(ROOT / "codebook"), str(ROOT / "coder")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
        )
        printed.add(done.stdout)
    assert len(printed) == 1
