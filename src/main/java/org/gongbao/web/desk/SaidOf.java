package org.gongbao.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.review.Correction;
import org.gongbao.review.Step;
import org.jspecify.annotations.Nullable;

/**
 * Who said something of a field, when and why (更正记录).
 *
 * @param name of the person as the history has it
 * @param value as JSON, null where it was taken back
 */
record SaidOf(String name, Instant at, @Nullable String value, String reason) {

    /** By field, the latest first. */
    static Map<String, List<SaidOf>> fields(List<Correction> corrections, List<Step> history) {
        Map<String, String> names = new HashMap<>();
        history.forEach(step -> names.put(step.person(), step.name()));
        Map<String, List<SaidOf>> said = new LinkedHashMap<>();
        for (Correction each : corrections) {
            String name = names.getOrDefault(each.person(), each.person());
            said.computeIfAbsent(each.field(), field -> new ArrayList<>())
                    .add(0, new SaidOf(name, each.at(), each.value(), each.reason()));
        }
        return said;
    }
}
