/**
 * Measures records against what is known to be true of their documents: the quality ledger and its reliability table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record"})
package org.gongbao.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
