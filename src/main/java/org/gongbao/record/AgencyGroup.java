package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a collective unit (集合机关, such as 各县（市、区）人民政府) was on a day.
 *
 * @param asOf the document's date, null where it has none
 * @param members identifiers of the agencies, or codes of the divisions; empty where no list says who belongs to it
 */
public record AgencyGroup(@Nullable LocalDate asOf, List<String> members) {

    public AgencyGroup {
        members = List.copyOf(members);
    }
}
