package org.gongbao.ingest;

import java.nio.file.Path;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;

/**
 * A document as the desk works on it, whether it is public or not.
 *
 * @param name of the file that holds it
 * @param part 0 for the file itself, from 1 for a document in it
 * @param sha256 of the file
 * @param original the file's bytes; to be read at once
 * @param machine the record by today's rules
 * @param record the same with what people said of it
 */
public record WorkingDocument(
        Uid uid, String name, int part, String sha256, Path original, DocumentRecord machine, DocumentRecord record) {}
