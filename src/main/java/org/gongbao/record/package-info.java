/**
 * The pure model of a government document: record, claim, finding, section, table, task, citation, document number,
 * dates; and the one canonical JSON writer. No framework, no input or output; imports no other package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.gongbao.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
