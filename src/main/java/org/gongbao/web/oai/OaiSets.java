package org.gongbao.web.oai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongbao.publication.Harvest.Group;
import org.gongbao.publication.Harvest.Item;
import org.jspecify.annotations.Nullable;

/** Sets: by kind of document under {@code kind:}, by issuing agency under {@code agency:}. */
final class OaiSets {

    /** 十五种公文 (中办发〔2012〕14号, article 8) by their spelling: a set's name has no Chinese characters. */
    private static final Map<String, String> KINDS = kinds();

    private static final String KIND = "kind:";
    private static final String AGENCY = "agency:";

    /** {@code 990100-finance}; an issuer that the authority file does not know has no set. */
    private static final Pattern IDENTIFIER = Pattern.compile("\\d{6}(?:-[a-z0-9-]+)?");

    private OaiSets() {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        String[] all = {
            "决议", "jueyi", "决定", "jueding", "命令", "mingling", "公报", "gongbao", "公告", "gonggao",
            "通告", "tonggao", "意见", "yijian", "通知", "tongzhi", "通报", "tongbao", "报告", "baogao",
            "请示", "qingshi", "批复", "pifu", "议案", "yian", "函", "han", "纪要", "jiyao"
        };
        for (int i = 0; i < all.length; i += 2) {
            kinds.put(all[i], all[i + 1]);
        }
        return kinds;
    }

    /** A set and what it is called. */
    record OaiSet(String spec, String name) {}

    /**
     * What a set asks for.
     *
     * @param kind 文种, null where it is by agency
     */
    record Chosen(@Nullable String kind, @Nullable String agency) {}

    /** Empty for a set that cannot be. */
    static Optional<Chosen> chosen(String spec) {
        if (spec.startsWith(KIND)) {
            return KINDS.entrySet().stream()
                    .filter(kind -> kind.getValue().equals(spec.substring(KIND.length())))
                    .findFirst()
                    .map(kind -> new Chosen(kind.getKey(), null));
        }
        String agency = spec.startsWith(AGENCY) ? spec.substring(AGENCY.length()) : "";
        return IDENTIFIER.matcher(agency).matches() ? Optional.of(new Chosen(null, agency)) : Optional.empty();
    }

    static List<OaiSet> of(List<Group> groups) {
        List<OaiSet> sets = new ArrayList<>();
        for (Group group : groups) {
            String agency = group.agency();
            spec(agency == null ? group.label() : null, agency)
                    .ifPresent(spec -> sets.add(new OaiSet(spec, group.label())));
        }
        return sets;
    }

    /** The sets that an item is in. */
    static List<String> of(Item item) {
        List<String> specs = new ArrayList<>();
        spec(item.kind(), null).ifPresent(specs::add);
        item.agencies().forEach(agency -> spec(null, agency).ifPresent(specs::add));
        return specs;
    }

    private static Optional<String> spec(@Nullable String kind, @Nullable String agency) {
        if (agency != null) {
            return IDENTIFIER.matcher(agency).matches() ? Optional.of(AGENCY + agency) : Optional.empty();
        }
        return kind == null
                ? Optional.empty()
                : Optional.ofNullable(KINDS.get(kind)).map(KIND::concat);
    }
}
