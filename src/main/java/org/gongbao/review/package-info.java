/**
 * What people decide about documents before and after publication: their corrections of fields and what becomes of personal
 * data, with who, when and why.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "record", "archive", "privacy", "publication", "system"})
package org.gongbao.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
