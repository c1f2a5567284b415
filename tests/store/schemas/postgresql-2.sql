-- Schema 2 as the first release with a server store made it, with one capture that was read. Never change it.
CREATE TABLE meta (key TEXT COLLATE "C" PRIMARY KEY, value TEXT COLLATE "C" NOT NULL);
CREATE TABLE capture (
  id TEXT COLLATE "C" PRIMARY KEY,
  address TEXT COLLATE "C" NOT NULL,
  digest TEXT COLLATE "C" NOT NULL,
  media_type TEXT COLLATE "C" NOT NULL,
  metadata TEXT COLLATE "C" NOT NULL,
  failure TEXT COLLATE "C",
  failed_by TEXT COLLATE "C",
  gone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX capture_address ON capture USING hash (address);
CREATE TABLE sighting (
  capture TEXT COLLATE "C" NOT NULL,
  captured TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (capture, captured, source)
);
CREATE TABLE reading (
  capture TEXT COLLATE "C" PRIMARY KEY,
  address TEXT COLLATE "C" NOT NULL,
  digest TEXT COLLATE "C" NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  json TEXT COLLATE "C" NOT NULL
);
CREATE INDEX reading_address ON reading USING hash (address);
CREATE TABLE article (
  id TEXT COLLATE "C" PRIMARY KEY, address TEXT COLLATE "C", headline TEXT COLLATE "C", outlet TEXT COLLATE "C", published TEXT COLLATE "C", status TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL
);
CREATE TABLE passage (id TEXT COLLATE "C" PRIMARY KEY, original TEXT COLLATE "C", copy TEXT COLLATE "C", kind TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE newsroom (id TEXT COLLATE "C" PRIMARY KEY, name TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE actor (id TEXT COLLATE "C" PRIMARY KEY, name TEXT COLLATE "C", kind TEXT COLLATE "C", mentions INTEGER, json TEXT COLLATE "C" NOT NULL);
CREATE TABLE voice (id TEXT COLLATE "C" PRIMARY KEY, name TEXT COLLATE "C", kind TEXT COLLATE "C", party TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE utterance (id TEXT COLLATE "C" PRIMARY KEY, voice TEXT COLLATE "C", said TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE event (
  id TEXT COLLATE "C" PRIMARY KEY, event_type TEXT COLLATE "C", status TEXT COLLATE "C", time TEXT COLLATE "C", place TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL
);
CREATE TABLE series (id TEXT COLLATE "C" PRIMARY KEY, measured TEXT COLLATE "C", of_whom TEXT COLLATE "C", unit TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE claim (
  id TEXT COLLATE "C" PRIMARY KEY, about TEXT COLLATE "C", kind TEXT COLLATE "C", label TEXT COLLATE "C", independent INTEGER, independent_at_most INTEGER,
  words TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL
);
CREATE INDEX claim_about ON claim USING hash (about);
CREATE TABLE conflict (id TEXT COLLATE "C" PRIMARY KEY, kind TEXT COLLATE "C", reason TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE change (id TEXT COLLATE "C" PRIMARY KEY, kind TEXT COLLATE "C", was TEXT COLLATE "C", became TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE judgement (
  id TEXT COLLATE "C" PRIMARY KEY, decision TEXT COLLATE "C", who TEXT COLLATE "C", decided TEXT COLLATE "C", status TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL
);
CREATE TABLE set_aside (id TEXT COLLATE "C" PRIMARY KEY, words TEXT COLLATE "C", json TEXT COLLATE "C" NOT NULL);
CREATE TABLE doubt (id TEXT COLLATE "C" PRIMARY KEY, kind TEXT COLLATE "C", score DOUBLE PRECISION, weight INTEGER, json TEXT COLLATE "C" NOT NULL);
CREATE TABLE schema_version (version INTEGER NOT NULL);
CREATE TABLE bytes (digest TEXT COLLATE "C" PRIMARY KEY, data BYTEA NOT NULL);
CREATE TABLE decision (
  file TEXT COLLATE "C" NOT NULL, number INTEGER NOT NULL, line TEXT COLLATE "C" NOT NULL, PRIMARY KEY (file, number)
);
CREATE TABLE article_text (
  id TEXT COLLATE "C" PRIMARY KEY, headline TEXT COLLATE "C" NOT NULL, text TEXT COLLATE "C" NOT NULL,
  spaced TEXT COLLATE "C" NOT NULL, length INTEGER NOT NULL, words TSVECTOR NOT NULL
);
ALTER TABLE article_text ALTER COLUMN spaced SET STORAGE EXTERNAL;
CREATE INDEX article_text_words ON article_text USING gin (words);
CREATE TABLE article_total (articles INTEGER NOT NULL, length BIGINT NOT NULL);
INSERT INTO schema_version VALUES (2);
INSERT INTO capture (id, address, digest, media_type, metadata) VALUES ('c1', 'a', '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed', 'text/plain', '{"title": "A"}');
INSERT INTO sighting VALUES ('c1', '2024-03-05', '');
INSERT INTO bytes VALUES ('7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed', 'one');
INSERT INTO reading VALUES ('c1', 'a', '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed', 'rules', '{"article":{"id":"x","address":"a","text":"One.","headline":null,"outlet":null,"publisher":null,"credited_newsrooms":[],"authors":[],"contributors":[],"agencies":[],"dateline":null,"language":"und","zone":null,"published":null,"unknown_because":null,"removed":[],"captions":[],"date_candidates":[],"credit_lines":[],"origins":[],"capture":"","url":null,"modified":null,"section":null,"notices":[]},"mentions":[],"times":[],"places":[],"figures":[],"statements":[],"events":[],"sentences":[],"pipeline":"","method":"","anchored_on":null}');
