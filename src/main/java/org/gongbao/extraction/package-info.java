/**
 * One extractor per format turns a file into {@link org.gongbao.extraction.ExtractedText}: pages, blocks, lines, boxes and
 * findings. Parsing runs in warm worker processes, which also host named tasks of other packages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "system"})
package org.gongbao.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
