/** The Open Archives Initiative Protocol for Metadata Harvesting (OAI-PMH 2.0): {@code /oai}. */
@NullMarked
package org.gongbao.web.oai;

import org.jspecify.annotations.NullMarked;
