/** Addresses for machines: queries, downloads, the vocabulary, the transparency log. */
@NullMarked
package org.gongbao.web.api;

import org.jspecify.annotations.NullMarked;
