/**
 * What departments hand in and what people decide about it: submissions and their states, reviews, corrections of fields and
 * decisions on personal data, with who, when and why.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "archive", "privacy", "publication", "access", "system"})
package org.gongbao.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
