"""Gazetteers that users add: formats, faults, nothing half-added."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from eventbook.coder.places import GazetteerError, resolve
from eventbook.coder.places.adding import add_files
from eventbook.coder.places.feeds import FeedError, open_feed
from eventbook.coder.places.gazetteer import GazetteerName
from eventbook.coder.places.user import list_gazetteers, open_all, remove_gazetteer, user_files


def dump_line(number: int, name: str, latitude: float, longitude: float, country: str = "ML", **more: str) -> str:
    cells = [
        str(number), name, name, more.get("alternates", ""), str(latitude), str(longitude), more.get("feature", "P"),
        more.get("code", "PPL"), country, "", more.get("admin1", "09"), "", "", "", "120", "", "300",
        "Africa/Bamako", "2024-01-01",
    ]  # fmt: skip
    return "\t".join(cells) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "ML.txt"
    path.write_text(
        dump_line(90000001, "Tinfaraka", 16.5, 0.4, alternates="Tin Faraka,In Faraka")
        + dump_line(90000002, "Oued Tinfaraka", 16.6, 0.4, feature="H", code="WAD")
        + dump_line(90000003, "Cercle Tinfaraka", 16.5, 0.5, feature="A", code="ADM2"),
        encoding="utf-8",
    )
    return path


CSV = "name,country,admin1,latitude,longitude\n"


def test_a_country_dump_is_added_found_listed_and_removed(home: Path, dump: Path) -> None:
    assert resolve("Tinfaraka", country="Mali", gazetteer=open_all()) == ()
    added = add_files([dump])
    assert (added.name, added.places, added.countries) == ("ML", 2, ("ML",))
    best = resolve("Tin Faraka", country="Mali", gazetteer=open_all())[0]
    assert (best.place.geonameid, best.place.admin1, best.place.source) == (90000001, "Gao", "ML")
    assert [one.name for one in list_gazetteers()] == ["ML"]
    assert open_all().names == ("shipped", "ML")
    assert len(open_all().sources[1]["sha256"]) == 64
    remove_gazetteer("ML")
    assert user_files() == ()
    with pytest.raises(GazetteerError, match="no gazetteer 'ML' was added"):
        remove_gazetteer("ML")


def test_resolving_looks_into_what_was_added_since(home: Path, dump: Path) -> None:
    assert resolve("Tinfaraka", country="Mali") == ()
    add_files([dump])
    assert resolve("Tinfaraka", country="Mali")[0].place.gazetteer == "ML"
    remove_gazetteer("ML")
    assert resolve("Tinfaraka", country="Mali") == ()


@pytest.mark.parametrize("name", ["../x", "a/b", "", "all", "Shipped", "x" * 61])
def test_a_name_that_is_a_path_or_means_others_is_refused(home: Path, dump: Path, name: str) -> None:
    with pytest.raises(GazetteerName):
        add_files([dump], name=name)
    assert not home.exists() or user_files() == ()


def test_divisions_are_called_as_the_shipped_gazetteer_calls_them(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "drc.csv"
    path.write_text(CSV + "Qqibumbu,DR Congo,Nord-Kivu province,-1.5,29.3\n", encoding="utf-8")
    add_files([path])
    first = open_all().lookup("Qqibumbu")[0]
    assert first.admin1 == "North Kivu"
    path.write_text(
        CSV + "Other,DR Congo,,-1.6,29.3\nQqibumbu,DR Congo,Nord-Kivu province,-1.5,29.3\n", encoding="utf-8"
    )
    add_files([path])
    assert open_all().lookup("Qqibumbu")[0].id == first.id  # in another line of a newer file


def test_a_zipped_dump_is_read_beside_its_readme(home: Path, dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "ML.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(dump, "ML.txt")
        archive.writestr("readme.txt", "columns and licence " * 900)
    assert add_files([packed]).places == 2


def test_alternate_names_go_to_the_dump_and_to_shipped_places(home: Path, dump: Path, tmp_path: Path) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text(
        "1\t90000001\ten\tGreywell\t\t\t\t\t\t\n2\t99072\ten\tNewmosulname\t\t\t\t\t\t\n", encoding="utf-8"
    )
    add_files([dump, names])
    book = open_all()
    assert resolve("Greywell", country="ML", gazetteer=book)[0].place.geonameid == 90000001
    found = resolve("Newmosulname", country="IQ", gazetteer=book)[0].place
    assert (found.geonameid, found.admin1) == (99072, "Nineveh")


def test_conflict_places_are_read_from_ged(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    path.write_text(
        "id,country,adm_1,adm_2,where_coordinates,where_prec,latitude,longitude\n"
        "1,DR Congo (Zaire),Nord Kivu province,,Qqalungu village,1,-1.1,29.1\n"
        "2,DR Congo (Zaire),Nord Kivu province,,Qqalungu village,1,-1.1,29.1\n"
        "3,DR Congo (Zaire),,,DR Congo (Zaire),6,-2.9,23.6\n",
        encoding="utf-8",
    )
    assert add_files([path]).places == 1
    best = resolve("Qqalungu village", country="DRC", gazetteer=open_all())[0]
    assert (best.place.latitude, best.precision) == (-1.1, 1)


def test_a_plain_table_is_added_under_a_name(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "own places.csv"
    path.write_text(CSV + "Foobarville,Mali,Gao,16.2,0.1\n", encoding="utf-8")
    assert add_files([path], name="mine").name == "mine"
    assert resolve("Foobarville", country="ML", admin1="Gao", gazetteer=open_all())[0].precision == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(CSV + "A,Mali,Gao,96.2,0.1\n", ":2: latitude 96.2, longitude 0.1: outside", id="out of range"),
        pytest.param(CSV + "A,Ukraine,,31.0,49.0\n", ":2: .*they look swapped", id="latitude and longitude swapped"),
        pytest.param(CSV + "A,ZZ,,1,1\n", ":2: country 'ZZ' is not known", id="a wrong country"),
        pytest.param(CSV + "A,Mali,Gao,x,0.1\n", ":2: .*not degrees", id="no number"),
        pytest.param(CSV + "A,Mali,Gao,16.2\n", ":2: 4 columns, expected 5", id="a column is missing"),
        pytest.param("id," + CSV + "1,A,Mali,,16,0\n1,B,Mali,,16,0\n", ":3: id '1' stands already", id="an id twice"),
        pytest.param("what,ever\n1,2\n", ":1: expected a GeoNames dump", id="no known format"),
        pytest.param("", "the file is empty", id="an empty file"),
        pytest.param(CSV, "no populated place", id="only a header"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(home: Path, tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FeedError, match=message):
        add_files([path])
    assert user_files() == ()
    assert not list(home.rglob("*part*"))


def test_all_faults_are_told_at_once(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(CSV + "A,ZZ,,1,1\nB,Mali,,99,1\n", encoding="utf-8")
    with pytest.raises(FeedError) as caught:
        add_files([path])
    assert [message.split(": ")[0].rsplit(":", 1)[-1] for message in caught.value.messages[:2]] == ["2", "3"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(
            dump_line(90000001, "Again", 16.0, 0.1),
            r"ML\.txt:4: geonameid 90000001 stands already in line 1",
            id="an id twice",
        ),
        pytest.param(dump_line(90000009, "Zed", 16.0, 0.1, "QQ"), "country code 'QQ' is not ISO", id="a wrong country"),
        pytest.param(dump_line(90000009, "Zed", 16.0, 0.1)[:40], "columns, expected 19; .*cut off", id="cut off"),
        pytest.param(dump_line(90000009, "Zed", 0.1, 116.0), "", id="far away but not swapped is taken"),
    ],
)
def test_a_bad_dump_is_refused_with_its_line(home: Path, dump: Path, line: str, message: str) -> None:
    with dump.open("a", encoding="utf-8") as stream:
        stream.write(line)
    if not message:
        assert add_files([dump]).places == 3
        return
    with pytest.raises(FeedError, match=message):
        add_files([dump])
    assert user_files() == ()


def test_an_archive_cut_in_the_middle_is_refused(home: Path, dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "ML.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(dump, "ML.txt")
    packed.write_bytes(packed.read_bytes()[:-40])
    with pytest.raises(FeedError, match=r"ML\.zip:1: the archive is cut off or damaged"):
        add_files([packed])


def test_a_file_above_the_limit_is_refused_unread(dump: Path) -> None:
    with pytest.raises(FeedError, match="bytes of text, more than 10"):
        open_feed(dump, max_bytes=10)


def test_an_existing_gazetteer_survives_a_bad_replacement(home: Path, dump: Path) -> None:
    add_files([dump])
    before = user_files()[0].read_bytes()
    dump.write_text(dump.read_text("utf-8") + "x\ty\n", encoding="utf-8")
    with pytest.raises(FeedError):
        add_files([dump])
    assert user_files()[0].read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_home_is_told(home: Path, dump: Path) -> None:
    home.mkdir()
    home.chmod(0o500)
    with pytest.raises(GazetteerError, match="cannot be written"):
        add_files([dump])


def test_a_home_that_is_a_file_is_told(home: Path, dump: Path) -> None:
    home.write_text("in the way")
    with pytest.raises(GazetteerError, match="cannot be written"):
        add_files([dump])


def test_the_same_input_gives_the_same_bytes(home: Path, dump: Path) -> None:
    add_files([dump], name="one")
    first = user_files()[0].read_bytes()
    add_files([dump], name="one")
    assert user_files()[0].read_bytes() == first
