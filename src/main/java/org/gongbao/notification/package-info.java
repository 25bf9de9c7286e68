/**
 * Feeds, mail, webhooks: who is told when something is published, corrected or withdrawn; and readers' reports of mistakes
 * (the site takes them, the desk reads them). Everything that goes out is made from public packages alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "publication", "access", "system"})
package org.gongbao.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
