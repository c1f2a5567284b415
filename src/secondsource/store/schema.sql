-- One story. Every table of the record has the whole item as JSON, with the names of the export, and
-- the columns that people ask for. Times are EDTF, days ISO 8601.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- What came in. `failure` says why nothing could be taken in or read from it.
CREATE TABLE capture (
  address TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  media_type TEXT NOT NULL,
  captured TEXT,
  metadata TEXT NOT NULL,
  failure TEXT
) STRICT;

-- Unanchored readings, one a capture, kept so that nothing is read twice. `method` names the language
-- pipeline and the rules that made it.
CREATE TABLE reading (
  address TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  method TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;

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

CREATE VIRTUAL TABLE article_text USING fts5(id UNINDEXED, headline, text);
