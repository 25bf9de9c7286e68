/** The desk: pages for people who are signed in, and the addresses at which machines deposit. */
@NullMarked
package org.gongbao.web.desk;

import org.jspecify.annotations.NullMarked;
