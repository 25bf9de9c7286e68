/**
 * The commands of the program and {@code bench}.
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
            "search",
            "linkeddata",
            "bulk",
            "ingest",
            "quality",
            "system"
        })
package org.gongbao.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
