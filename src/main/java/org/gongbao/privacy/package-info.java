/**
 * Finds personal data and secrecy marks, makes public copies, and holds back what must not go out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"extraction", "recognition", "record", "publication", "system"})
package org.gongbao.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
