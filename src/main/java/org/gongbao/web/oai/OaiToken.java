package org.gongbao.web.oai;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.gongbao.publication.Harvest.Place;
import org.gongbao.publication.Uid;
import org.gongbao.web.oai.OaiException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on (resumptionToken). It says all that is needed, so that it holds for ever, on every node, and after a restart;
 * it says only what the list itself says, so that anybody's may be believed.
 *
 * @param seen items before it
 */
record OaiToken(OaiSelection selection, Place place, long seen) {

    private static final String FORM = "1";
    private static final String BETWEEN = "\n";
    private static final int PARTS = 8;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    String text() {
        String all = String.join(
                BETWEEN,
                FORM,
                selection.prefix(),
                or(selection.from()),
                or(selection.until()),
                or(selection.set()),
                Long.toString(place.seq()),
                place.uid().value(),
                Long.toString(seen));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    static OaiToken parse(String text) {
        try {
            List<String> parts =
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1));
            if (parts.size() == PARTS
                    && parts.get(0).equals(FORM)
                    && NUMBER.matcher(parts.get(5)).matches()
                    && NUMBER.matcher(parts.get(7)).matches()) {
                return new OaiToken(
                        new OaiSelection(parts.get(1), none(parts.get(2)), none(parts.get(3)), none(parts.get(4))),
                        new Place(Long.parseLong(parts.get(5)), new Uid(parts.get(6))),
                        Long.parseLong(parts.get(7)));
            }
        } catch (IllegalArgumentException e) {
            // No base 64, or no identifier: the same as any other text that is no token.
        }
        throw new OaiException(Code.badResumptionToken, "it is none that an answer of this repository gave");
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String none(String value) {
        return value.isEmpty() ? null : value;
    }
}
