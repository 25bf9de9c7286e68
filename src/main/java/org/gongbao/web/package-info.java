/**
 * The addresses of the service: pages for people, and the same things for machines. Public addresses are served from
 * public packages alone; accounts, reviews, originals and the queue are for {@code web.desk}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "record",
            "recognition",
            "publication",
            "search",
            "linkeddata",
            "bulk",
            "notification",
            "quality",
            "access",
            "review",
            "ingest",
            "privacy",
            "archive",
            "system"
        })
package org.gongbao.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
