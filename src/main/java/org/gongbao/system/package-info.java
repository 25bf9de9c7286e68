/**
 * What every part stands on: the database, the data folder and its lock, shared settings, error pages, health and the
 * clock. Imports no other package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.gongbao.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
