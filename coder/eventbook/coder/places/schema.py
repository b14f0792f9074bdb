"""The tables of a gazetteer file, shipped or added by the user."""

#: Raised when the tables change; a file of another format is refused.
FORMAT = 1

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE country (
  iso2 TEXT PRIMARY KEY, iso3 TEXT, numeric INTEGER, name TEXT, capital INTEGER,
  first INTEGER, last INTEGER) WITHOUT ROWID;
CREATE TABLE word (key TEXT, country TEXT, what TEXT, PRIMARY KEY (key, country, what)) WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, ref, name TEXT, kind INTEGER, country TEXT,
  admin1, admin2, latitude INTEGER, longitude INTEGER, population INTEGER,
  seat INTEGER, source TEXT);
CREATE TABLE member (region INTEGER, division INTEGER, PRIMARY KEY (region, division)) WITHOUT ROWID;
CREATE TABLE name (key TEXT, place INTEGER, rank INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
