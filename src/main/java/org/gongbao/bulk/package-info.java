/**
 * Releases for download with their manifests and catalogue entry.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "publication", "linkeddata", "system"})
package org.gongbao.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
