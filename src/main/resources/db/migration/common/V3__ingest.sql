-- The queue of files on their way to publication. Instants that are compared are milliseconds since 1970.
CREATE TABLE ingest_counter (
    name  TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO ingest_counter (name, value) VALUES ('batch', 0), ('job', 0), ('claim', 0);

-- Files that came together: one command, one upload, the samples.
CREATE TABLE batch (
    id         BIGINT PRIMARY KEY,
    origin     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    submitted  INTEGER NOT NULL
);

-- One arrival to be worked on. A file that could not even be received has no receipt.
CREATE TABLE job (
    id          BIGINT PRIMARY KEY,
    batch       BIGINT NOT NULL REFERENCES batch (id),
    name        TEXT NOT NULL,
    receipt     TEXT,
    sha256      TEXT,
    claimed     TEXT,
    purpose     TEXT NOT NULL,
    part        INTEGER,
    state       TEXT NOT NULL,
    tries       INTEGER NOT NULL,
    starts      INTEGER NOT NULL,
    due         BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until BIGINT,
    error       TEXT
);
CREATE INDEX job_open ON job (id) WHERE state IN ('queued', 'running');
CREATE INDEX job_by_batch ON job (batch);
CREATE INDEX job_by_original ON job (sha256);
CREATE INDEX job_by_receipt ON job (receipt);

-- Which document an original holds: fixed before anything of it is published, and never changed.
CREATE TABLE document_source (
    sha256 TEXT NOT NULL,
    part   INTEGER NOT NULL,
    uid    TEXT NOT NULL UNIQUE,
    PRIMARY KEY (sha256, part)
);

-- What became of each document of a job. "base" is the version that was public before the job began.
CREATE TABLE job_document (
    job     BIGINT NOT NULL REFERENCES job (id),
    part    INTEGER NOT NULL,
    uid     TEXT,
    base    INTEGER NOT NULL,
    title   TEXT,
    outcome TEXT,
    reasons TEXT,
    PRIMARY KEY (job, part)
);
CREATE INDEX job_document_by_uid ON job_document (uid);
