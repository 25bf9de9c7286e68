/**
 * Small typed steps turn extracted text into a draft record with claims and findings, driven by {@code ingest/profiles}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"extraction", "record", "system"})
package org.gongbao.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
