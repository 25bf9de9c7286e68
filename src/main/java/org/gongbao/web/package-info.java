/**
 * The addresses of the service: pages for people, and the same things for machines. Public addresses are served from
 * public packages alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "publication", "search", "linkeddata", "bulk", "quality", "system"})
package org.gongbao.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
