/** Gongbao (公报): a government's gazettes as an open, verifiable public record. */
@NullMarked
package org.gongbao;

import org.jspecify.annotations.NullMarked;
