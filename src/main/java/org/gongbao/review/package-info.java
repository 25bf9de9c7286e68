/**
 * What people decide about documents before and after publication: their corrections of fields, with who, when and why.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "archive", "privacy", "publication", "system"})
package org.gongbao.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
