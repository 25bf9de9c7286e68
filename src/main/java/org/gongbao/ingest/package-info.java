/**
 * Runs a file through archive, extraction, recognition and privacy to publication: a durable queue, one outcome a document.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "archive",
            "extraction",
            "recognition",
            "record",
            "privacy",
            "publication",
            "review",
            "system"
        })
package org.gongbao.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
