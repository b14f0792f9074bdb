"""Pictures: drawn offline, the same each time, with a caption that says what they show."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib
import pytest

from eventbook.datasets import BadQuestion, NotWritable, Version

DRAW: dict[str, Callable[..., Any]] = {
    "timeline": lambda version, **options: version.plot.timeline(**options),
    "map": lambda version, **options: version.plot.map(**options),
    "heatmap": lambda version, **options: version.plot.heatmap(**options),
    "actors": lambda version, **options: version.plot.actors(**options),
}  # fmt: skip


@pytest.mark.parametrize("name", DRAW)
def test_a_picture_names_its_version_its_events_and_its_sources(some: Version, name: str) -> None:
    picture = DRAW[name](some)
    assert "Clashes, version 1: 5 events" in picture.caption
    assert "Sources: 5 articles of 2 outlets" in picture.caption
    assert some.manifest.row_hash[:12] in picture.caption
    assert picture._repr_png_().startswith(b"\x89PNG")


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_picture_has_the_same_bytes(some: Version, tmp_path: Path, ending: str) -> None:
    files = [some.plot.map().save(tmp_path / f"{n}.{ending}") for n in range(2)]
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize("name", DRAW)
def test_names_of_actors_and_types_are_only_text(make_version, event, tmp_path: Path, name: str) -> None:
    hostile = r"$\frac{1}{0$ <script>alert(1)</script> & % _"
    version = make_version([event(1, event_type=hostile, actor1=hostile, country="Kenya", admin1=hostile), event(2)])
    options = {"unit": "admin1"} if name == "heatmap" else {}
    text = DRAW[name](version, **options).save(tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert "<script>" not in text
    assert r"$\frac" in text or name == "heatmap"


def test_what_a_user_has_set_for_matplotlib_stays_and_does_not_show(some: Version) -> None:
    plain = some.plot.timeline()._repr_png_()
    with matplotlib.rc_context({"figure.facecolor": "red", "font.size": 30, "lines.linewidth": 9}):
        before = dict(matplotlib.rcParams)
        assert some.plot.timeline()._repr_png_() == plain
        assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        pytest.param("timeline", {"freq": "Q"}, ["D, W, M, Y"], id="period"),
        pytest.param("timeline", {"measure": "deaths"}, ["events, fatalities"], id="measure"),
        pytest.param("map", {"by": "event_typ"}, ["did you mean 'event_type'?"], id="column"),
        pytest.param("map", {"countries": "Kenia"}, ["did you mean 'Kenya'?"], id="country"),
        pytest.param("map", {"countries": "Chad", "measure": "fatalities"}, ["0 in all"], id="nothing to draw"),
        pytest.param("heatmap", {"unit": "village"}, ["country, admin1"], id="unit"),
        pytest.param("actors", {"top": 0}, ["1 or more"], id="no bars"),
        pytest.param("actors", {"start": "2024-01-01"}, ["no such event", "2024-01-01"], id="no events"),
    ],
)
def test_a_wrong_wish_is_answered_in_words(
    some: Version, name: str, options: dict[str, Any], words: list[str]
) -> None:
    with pytest.raises(BadQuestion) as caught:
        DRAW[name](some, **options)
    assert all(word in str(caught.value) for word in words), str(caught.value)


@pytest.mark.parametrize("name", DRAW)
def test_a_version_without_events_has_no_picture(make_version, name: str) -> None:
    with pytest.raises(BadQuestion, match="no events"):
        DRAW[name](make_version([]))


def test_a_picture_is_written_only_where_and_how_it_can_be(some: Version, tmp_path: Path) -> None:
    picture = some.plot.actors()
    with pytest.raises(BadQuestion, match="png, svg, pdf"):
        picture.save(tmp_path / "picture.gif")
    with pytest.raises(NotWritable):
        picture.save(tmp_path / "nowhere" / "picture.png")


def test_a_choice_of_events_stands_in_the_caption(some: Version) -> None:
    caption = some.plot.map(countries=["Kenya"], start="2023-03-15").caption
    assert "2 events (only Kenya, from 2023-03-15), 2023-03-20 to 2023-04-30" in caption


def test_places_known_only_by_their_division_are_open_circles(some: Version) -> None:
    assert "Open circles" in some.plot.map().caption
    assert "Open circles" not in some.plot.map(countries=["Kenya"]).caption


def test_periods_that_no_article_covers_are_hatched(make_version, event, tmp_path: Path) -> None:
    spans = [("2023-03-01", "2023-03-31"), ("2023-06-01", "2023-06-30")]
    version = make_version([event(1), event(2, "2023-06-14")], covered=spans)
    assert "no article read" in version.plot.timeline("M").save(tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "hatched" in version.plot.heatmap(freq="M").caption


def test_a_type_keeps_its_colour(some: Version, tmp_path: Path) -> None:
    def colour(picture) -> str:
        legend = picture.figure.axes[0].get_legend()
        keys = dict(zip((text.get_text() for text in legend.get_texts()), legend.legend_handles, strict=True))
        return str(matplotlib.colors.to_hex(keys["Protests"].get_facecolor()))

    whole, part = some.plot.timeline(), some.plot.timeline(countries=["Chad"])
    assert colour(whole) == colour(part)


def test_more_types_than_colours_share_grey(make_version, event, tmp_path: Path) -> None:
    rows = [event(n, actor1=f"Group {n % 12}") for n in range(40)]
    text = make_version(rows).plot.timeline("D", by="actor1").save(tmp_path / "a.svg").read_text(encoding="utf-8")
    assert len(re.findall(r">Group \d+<", text)) == 7 and ">other<" in text


def test_places_too_many_to_be_seen_are_gathered(make_version, event) -> None:
    rows = [event(n, latitude=n % 30 / 10, longitude=30 + n // 30 / 10) for n in range(900)]
    picture = make_version(rows).plot.map()
    drawn = picture.figure.axes[0].collections[-1].get_offsets()
    assert 10 < len(drawn) < 400
    assert "drawn as one circle" in picture.caption and "most frequent" not in picture.caption
