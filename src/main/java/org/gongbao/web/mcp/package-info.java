/** The Model Context Protocol at {@code /mcp}: programs that speak for people search, read with places, and list duties. */
@NullMarked
package org.gongbao.web.mcp;

import org.jspecify.annotations.NullMarked;
