package org.gongbao.ingest;

import java.nio.file.Path;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A document of a file as it was read for a job.
 *
 * @param base the version that was public before the job began
 * @param original the file
 * @param record by today's rules, with what people said of its fields
 * @param earlier by an earlier reading, null where none is kept
 */
record Reading(
        Job job,
        int part,
        Uid uid,
        int base,
        Path original,
        DocumentRecord record,
        @Nullable DocumentRecord earlier) {}
