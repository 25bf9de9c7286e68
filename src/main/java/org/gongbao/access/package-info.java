/**
 * Who may do what: people, their roles and how they prove who they are, tokens of machines, and the audit trail of what
 * everybody did.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "system"})
package org.gongbao.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
