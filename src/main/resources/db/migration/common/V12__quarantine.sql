-- An arrival of which only the receipt is left has settled = 2, no name, no digest and no size; its file is sealed in the
-- folder "quarantine". What two people released comes in again under another receipt, with the basis of that.
CREATE TABLE quarantine_release (
    receipt     TEXT PRIMARY KEY,
    held_as     TEXT NOT NULL,
    basis       TEXT NOT NULL,
    released_at TEXT NOT NULL
);
