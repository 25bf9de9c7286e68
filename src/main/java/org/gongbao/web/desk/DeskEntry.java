package org.gongbao.web.desk;

import java.util.Set;
import org.gongbao.access.Role;

/**
 * An entry of the desk's navigation; each bean of this type is one.
 *
 * @param order entries are shown from small to large
 * @param word the last part of the message {@code desk.nav.…}
 * @param roles who sees it; of one of them
 */
public record DeskEntry(int order, String word, String address, Set<Role> roles) {}
