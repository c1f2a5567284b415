-- One story. Every table of the record has the whole item as JSON, with the names of the export, and
-- the columns that people ask for. Times are EDTF, days ISO 8601.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- What came in: every capture of every address. `failure` says why nothing could be taken in (then there
-- is no digest) or read from it, `failed_by` by which pipeline and rules, `gone` that the server says that there
-- is nothing any more at an address.
CREATE TABLE capture (
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  digest TEXT NOT NULL,
  media_type TEXT NOT NULL,
  metadata TEXT NOT NULL,
  failure TEXT,
  failed_by TEXT,
  gone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX capture_address ON capture (address);

-- When a capture was seen (ISO 8601 as its source states it, else empty), and under which source.
CREATE TABLE sighting (
  capture TEXT NOT NULL,
  captured TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (capture, captured, source)
) STRICT;

-- Unanchored readings, one a capture, kept so that nothing is read twice. `method` names the language
-- pipeline and the rules that made it. `grammar` holds the parses of the sentences, which a record does not ask for.
CREATE TABLE reading (
  capture TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  digest TEXT NOT NULL,
  method TEXT NOT NULL,
  json TEXT NOT NULL,
  grammar BLOB
) STRICT;
CREATE INDEX reading_address ON reading (address);

-- The record.
CREATE TABLE article (
  id TEXT PRIMARY KEY, address TEXT, headline TEXT, outlet TEXT, published TEXT, status TEXT NOT NULL,
  reason TEXT, json TEXT NOT NULL
) STRICT;
CREATE TABLE passage (id TEXT PRIMARY KEY, original TEXT, copy TEXT, kind TEXT, json TEXT NOT NULL) STRICT;
CREATE TABLE newsroom (id TEXT PRIMARY KEY, name TEXT, json TEXT NOT NULL) STRICT;
CREATE TABLE actor (id TEXT PRIMARY KEY, name TEXT, kind TEXT, mentions INTEGER, json TEXT NOT NULL) STRICT;
CREATE TABLE voice (id TEXT PRIMARY KEY, name TEXT, kind TEXT, party TEXT, json TEXT NOT NULL) STRICT;
CREATE TABLE utterance (id TEXT PRIMARY KEY, voice TEXT, said TEXT, json TEXT NOT NULL) STRICT;
CREATE TABLE event (
  id TEXT PRIMARY KEY, event_type TEXT, status TEXT, time TEXT, place TEXT, json TEXT NOT NULL
) STRICT;
CREATE TABLE series (id TEXT PRIMARY KEY, measured TEXT, of_whom TEXT, unit TEXT, json TEXT NOT NULL) STRICT;
CREATE TABLE claim (
  id TEXT PRIMARY KEY, about TEXT, kind TEXT, label TEXT, independent INTEGER, independent_at_most INTEGER,
  words TEXT, json TEXT NOT NULL
) STRICT;
CREATE INDEX claim_about ON claim (about);
CREATE TABLE conflict (id TEXT PRIMARY KEY, kind TEXT, reason TEXT, json TEXT NOT NULL) STRICT;
CREATE TABLE change (id TEXT PRIMARY KEY, kind TEXT, was TEXT, became TEXT, json TEXT NOT NULL) STRICT;

-- What people decided (also where it fits nothing any more), what they judged wrong, and pairs that may
-- be one and were kept apart.
CREATE TABLE judgement (
  id TEXT PRIMARY KEY, decision TEXT, who TEXT, decided TEXT, status TEXT, json TEXT NOT NULL
) STRICT;
CREATE TABLE set_aside (id TEXT PRIMARY KEY, words TEXT, json TEXT NOT NULL) STRICT;
CREATE TABLE doubt (id TEXT PRIMARY KEY, kind TEXT, score REAL, weight INTEGER, json TEXT NOT NULL) STRICT;

CREATE VIRTUAL TABLE article_text USING fts5(id UNINDEXED, headline, text);
