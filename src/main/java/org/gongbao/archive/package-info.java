/**
 * Arrivals and published packages as they are: a durable inbox, then OCFL in two roots, {@code received} and {@code public}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"system"})
package org.gongbao.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
