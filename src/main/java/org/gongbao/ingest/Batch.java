package org.gongbao.ingest;

/** Files that were submitted together. Kept in the database, so that any process may follow it. */
public record Batch(long id) {}
