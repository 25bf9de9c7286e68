/** The public pages: home, search, documents; and the same things in the forms that machines read. */
@NullMarked
package org.gongbao.web.site;

import org.jspecify.annotations.NullMarked;
