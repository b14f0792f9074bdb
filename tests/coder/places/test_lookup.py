"""The shipped gazetteer: what it holds, and how a name is resolved or refused."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from eventbook.coder.places import Context, Gazetteer, GazetteerError, open_gazetteer, resolve, resolve_place
from eventbook.coder.places.distance import kilometres


@pytest.mark.parametrize(
    ("name", "options", "kind", "point", "precision"),
    [
        pytest.param("Balkhash", {"country": "Kazakhstan"}, "town", (46.85, 74.98), 1, id="another name of a town"),
        pytest.param("Tripoli", {"context": "Lebanon"}, "town", (34.43, 35.84), 1, id="Tripoli near Lebanon"),
        pytest.param("Tripoli", {"country": "LY"}, "town", (32.89, 13.19), 1, id="Tripoli by ISO code"),
        pytest.param("Paris, Texas", {}, "town", (33.66, -95.56), 1, id="Paris, Texas"),
        pytest.param("Hyderabad in Pakistan's Sindh province", {}, "town", (25.39, 68.37), 1, id="Hyderabad in Sindh"),
        pytest.param("North Kivu", {}, "division", (-1.68, 29.22), 3, id="a division is its capital"),
        pytest.param("Nineveh province", {"country": "Iraq"}, "division", (36.34, 43.12), 3, id="Nineveh is Mosul"),
        pytest.param("Northern Darfur", {"country": "Sudan"}, "division", (13.63, 25.35), 3, id="an older name"),
        pytest.param("North-West Frontier Province", {}, "division", (34.01, 71.58), 3, id="a name of the past"),
        pytest.param("20 km south of Mosul", {}, "town", (36.34, 43.12), 2, id="a distance is precision 2"),
        pytest.param("near Goma", {}, "town", (-1.68, 29.22), 2, id="near is precision 2"),
        pytest.param("Popasna raion", {"country": "Ukraine"}, "town", (48.63, 38.38), 2, id="a raion by its town"),
        pytest.param("Sinai", {"country": "Egypt"}, "region", (31.13, 33.80), 3, id="a region"),
        pytest.param("Lake Chad", {"country": "Nigeria"}, "feature", (13.1, 13.85), 3, id="a natural feature"),
        pytest.param("Lyari", {"country": "Pakistan"}, "district", (24.87, 66.99), 1, id="a district of a city"),
        pytest.param("Zamzam", {"country": "Sudan"}, "town", (13.49, 25.31), 1, id="a town of the hand list"),
        pytest.param("Xyzzy village", {"country": "Mali", "admin1": "Gao"}, "division", (16.27, -0.05), 3,
                     id="an unknown village falls back to its division"),
        pytest.param("Lashkargah", {"country": "Afghanistan"}, "town", (31.59, 64.37), 1, id="joined spelling"),
    ],
)  # fmt: skip
def test_a_name_is_resolved(
    book: Gazetteer, name: str, options: dict[str, str], kind: str, point: tuple[float, float], precision: int
) -> None:
    best = resolve(name, **options, gazetteer=book)[0]
    assert best.place.kind == kind
    assert kilometres((best.place.latitude, best.place.longitude), point) < 20
    assert best.precision == precision
    assert 0 < best.score <= 1
    assert best.reason


@pytest.mark.parametrize(
    ("name", "options", "because"),
    [
        pytest.param("Springfield", {}, "may be any of", id="too many namesakes"),
        pytest.param("Xyzzyville", {"country": "Mali"}, "not in the gazetteer", id="an unknown name"),
        pytest.param("", {}, "empty", id="an empty name"),
        pytest.param("Goma", {"country": "Atlantis"}, "not known", id="an unknown country"),
    ],
)
def test_it_abstains_with_a_reason(book: Gazetteer, name: str, options: dict[str, str], because: str) -> None:
    found = resolve_place(name, **options, gazetteer=book)
    assert found.candidates == ()
    assert found.best is None
    assert because in (found.abstained_because or "")


def test_a_similar_spelling_is_taken_inside_the_country_alone_and_flagged(book: Gazetteer) -> None:
    found = resolve("Maiduguri city", country="Nigeria", gazetteer=book)
    assert found[0].place.name == "Maiduguri"
    flagged = resolve("Maidugurri", country="Nigeria", gazetteer=book)
    assert flagged[0].place.name == "Maiduguri"
    assert "similar spelling" in flagged[0].reason
    assert resolve("Maidugurri", gazetteer=book) == ()


def test_a_district_is_written_after_its_city(book: Gazetteer) -> None:
    assert book.location(resolve("Lyari", country="Pakistan", gazetteer=book)[0].place) == "Karachi - Lyari"
    assert book.location(resolve("Mosul", country="Iraq", gazetteer=book)[0].place) == "Mosul"


def test_votes_choose_among_namesakes(book: Gazetteer) -> None:
    assert resolve("Hyderabad", context=Context(votes=(("PK", 1.0),)), gazetteer=book)[0].place.country == "PK"
    assert resolve("Hyderabad", context=Context(votes=(("IN", 1.0),)), gazetteer=book)[0].place.country == "IN"


def test_the_same_name_resolves_the_same_twice(book: Gazetteer) -> None:
    assert resolve("Santiago", gazetteer=book) == resolve("Santiago", gazetteer=open_gazetteer())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("DRC", "CD"), ("DR Congo (Zaire)", "CD"), ("US", "US"), ("U.S.", "US"), ("Burma", "MM"), ("XKX", "XK"),
        ("Côte d'Ivoire", "CI"), ("palestine", "PS"), ("Yemen (North Yemen)", "YE"), ("Bosnia-Herzegovina", "BA"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_many_names(book: Gazetteer, text: str, code: str) -> None:
    assert book.country_code(text) == code


def test_the_first_look_up_is_quick_and_memory_small() -> None:
    root = Path(__file__).resolve().parents[3]
    program = (
        "import time, pathlib; start = time.process_time()\n"
        "from eventbook.coder.places.gazetteer import open_gazetteer\n"
        "assert open_gazetteer().lookup('Mosul'); took = time.process_time() - start\n"
        "status = pathlib.Path('/proc/self/status')\n"  # the peak of getrusage is the parent's where it is larger
        "lines = status.read_text().splitlines() if status.exists() else []\n"
        "print(took, next((int(line.split()[1]) / 1024 for line in lines if line.startswith('VmHWM')), 0))"
    )
    paths = [str(root / stage) for stage in ("codebook", "coder")]
    runs = []
    for _ in range(3):
        made = subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{program}"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        runs.append(tuple(map(float, made.stdout.split())))
    assert min(run[0] for run in runs) < 0.1
    assert max(run[1] for run in runs) < 100


def test_look_ups_are_fast(book: Gazetteer) -> None:
    names = [f"{name}{suffix}" for name in ("Mosul", "Goma", "Aleppo", "Kyiv", "Lagos") for suffix in range(2000)]
    start = time.process_time()
    for name in names:
        book.lookup(name)
    assert len(names) / (time.process_time() - start) > 10_000


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a database at all" * 100)
    with pytest.raises(GazetteerError, match=r"broken\.sqlite: not a gazetteer file"):
        open_gazetteer([broken])
    with pytest.raises(GazetteerError, match="no such gazetteer file"):
        open_gazetteer([tmp_path / "absent.sqlite"])
