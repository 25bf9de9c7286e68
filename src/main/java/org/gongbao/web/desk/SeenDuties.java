package org.gongbao.web.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.access.Person;
import org.gongbao.publication.Fulfilment;
import org.gongbao.publication.Fulfilments;
import org.gongbao.search.Duty;
import org.gongbao.search.DutyCursor;
import org.gongbao.search.DutyRequest;
import org.gongbao.search.DutyResult;
import org.gongbao.search.DutySearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The duties that a person may say something of: the office of all, a department of those of which it is a responsible unit. */
@Component
class SeenDuties {

    private static final int AT_ONCE = 500;

    /** {@code 0123456789abcdef-0123456789abcdef0123}, counted where words come twice. */
    private static final Pattern KEY = Pattern.compile("[0-9a-z]{1,40}-[0-9a-f]{20}(?:-\\d{1,6})?");

    private final DutySearch search;
    private final Fulfilments fulfilments;

    SeenDuties(DutySearch search, Fulfilments fulfilments) {
        this.search = search;
        this.fulfilments = fulfilments;
    }

    /** @param unit whose duties the office wants; a department always has its own */
    DutyResult list(Person person, String unit, @Nullable DutyCursor after, int size) {
        String department = person.department();
        List<String> units = department != null ? List.of(department) : unit.isEmpty() ? List.of() : List.of(unit);
        return search.search(request(units, null, Set.of(), after, size));
    }

    /** The duty, where the person may say something of it. */
    Optional<Duty> find(String key, Person person) {
        if (!KEY.matcher(key).matches()) {
            return Optional.empty();
        }
        String department = person.department();
        return search
                .search(request(department == null ? List.of() : List.of(department), true, Set.of(key), null, 1))
                .duties()
                .stream()
                .findFirst();
    }

    /** Evidence of duties that no public document has any more in these words. */
    List<Fulfilment> loose() {
        Set<String> loose = new HashSet<>(fulfilments.duties());
        Set<String> all = Set.copyOf(loose);
        @Nullable DutyCursor after = null;
        do {
            DutyResult page = search.search(request(List.of(), true, all, after, AT_ONCE));
            page.duties().forEach(duty -> loose.remove(duty.key()));
            after = page.next();
        } while (after != null);
        return fulfilments.of(loose).values().stream().flatMap(List::stream).toList();
    }

    private static DutyRequest request(
            List<String> units, @Nullable Boolean registered, Set<String> keys, @Nullable DutyCursor after, int size) {
        return DutyRequest.of(size)
                .units(units)
                .registered(registered, keys)
                .after(after)
                .build();
    }
}
