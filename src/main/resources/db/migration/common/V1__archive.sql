-- Arrivals: one row a receipt. It is committed after the bytes are forced, and before anyone is told that they arrived.
CREATE TABLE archive_counter (
    name  TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO archive_counter (name, value) VALUES ('arrival', 0);

CREATE TABLE arrival (
    seq        BIGINT PRIMARY KEY,
    receipt    TEXT NOT NULL UNIQUE,
    arrived_at TEXT NOT NULL,
    name       TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    bytes      BIGINT NOT NULL,
    claimed    TEXT,
    settled    INTEGER NOT NULL
);
CREATE INDEX arrival_by_original ON arrival (sha256);
CREATE INDEX arrival_unsettled ON arrival (seq) WHERE settled = 0;
