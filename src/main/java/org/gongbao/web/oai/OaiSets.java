package org.gongbao.web.oai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gongbao.publication.Harvest.Group;
import org.gongbao.publication.Harvest.Item;
import org.gongbao.publication.Pinyin;
import org.jspecify.annotations.Nullable;

/**
 * Sets: by kind of document under {@code kind:}, by issuing agency under {@code agency:}, by gazette under {@code gazette:} with its
 * name read out; gazettes whose names read alike are one set.
 */
final class OaiSets {

    /** 十五种公文 (中办发〔2012〕14号, article 8) by their spelling: a set's name has no Chinese characters. */
    private static final Map<String, String> KINDS = kinds();

    private static final String KIND = "kind:";
    private static final String AGENCY = "agency:";
    private static final String GAZETTE = "gazette:";

    /** What a set's name may not have. */
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

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
     * @param kind 文种, null where it is not by kind
     * @param gazettes series, none where it is not by gazette
     */
    record Chosen(@Nullable String kind, @Nullable String agency, List<String> gazettes) {
        static final Chosen ALL = new Chosen(null, null, List.of());
    }

    /**
     * Empty for a set that cannot be.
     *
     * @param gazettes every gazette that there ever was
     */
    static Optional<Chosen> chosen(String spec, Supplier<List<String>> gazettes) {
        if (spec.startsWith(GAZETTE)) {
            List<String> alike = gazettes.get().stream()
                    .filter(gazette -> gazette(gazette).filter(spec::equals).isPresent())
                    .toList();
            return alike.isEmpty() ? Optional.empty() : Optional.of(new Chosen(null, null, alike));
        }
        if (spec.startsWith(KIND)) {
            return KINDS.entrySet().stream()
                    .filter(kind -> kind.getValue().equals(spec.substring(KIND.length())))
                    .findFirst()
                    .map(kind -> new Chosen(kind.getKey(), null, List.of()));
        }
        String agency = spec.startsWith(AGENCY) ? spec.substring(AGENCY.length()) : "";
        return IDENTIFIER.matcher(agency).matches()
                ? Optional.of(new Chosen(null, agency, List.of()))
                : Optional.empty();
    }

    static List<OaiSet> of(List<Group> groups) {
        Map<String, OaiSet> sets = new LinkedHashMap<>();
        for (Group group : groups) {
            spec(group)
                    .ifPresent(spec -> sets.merge(
                            spec,
                            new OaiSet(spec, group.label()),
                            (first, other) -> new OaiSet(spec, first.name() + "、" + other.name())));
        }
        return List.copyOf(sets.values());
    }

    private static Optional<String> spec(Group group) {
        if (group.gazette() != null) {
            return gazette(group.gazette());
        }
        return group.agency() != null ? agency(group.agency()) : kind(group.label());
    }

    /** The sets that an item is in. */
    static List<String> of(Item item) {
        List<String> specs = new ArrayList<>();
        kind(item.kind()).ifPresent(specs::add);
        item.agencies().forEach(agency -> agency(agency).ifPresent(specs::add));
        gazette(item.gazette()).ifPresent(specs::add);
        return specs;
    }

    private static Optional<String> agency(String agency) {
        return IDENTIFIER.matcher(agency).matches() ? Optional.of(AGENCY + agency) : Optional.empty();
    }

    private static Optional<String> kind(@Nullable String kind) {
        return Optional.ofNullable(kind).map(KINDS::get).map(KIND::concat);
    }

    private static Optional<String> gazette(@Nullable String series) {
        return Optional.ofNullable(series)
                .map(name -> OTHER.matcher(Pinyin.of(name)).replaceAll("-").replaceAll("^-|-$", ""))
                .filter(name -> !name.isEmpty())
                .map(GAZETTE::concat);
    }
}
