package org.gongbao.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;

/**
 * A search kept as a list to be cited (可引用清单): what was asked, and which versions were found at a position of the log. Nothing of
 * the documents is in it, so that what is withdrawn later leaves nothing behind but its identifier.
 *
 * @param query the parameters of the search as they stand in an address
 * @param members in the order of their identifiers
 */
public record FrozenSet(String query, long position, List<Member> members) {

    /** Most members of a list. */
    public static final int MOST = 2000;

    private static final int ID = 16;

    public FrozenSet {
        members = members.stream()
                .sorted(java.util.Comparator.comparing(Member::uid))
                .toList();
    }

    /** A version of a document. */
    public record Member(Uid uid, int version) {
        @Override
        public String toString() {
            return uid + "@" + version;
        }

        static Member parse(String text) {
            int at = text.indexOf('@');
            return new Member(new Uid(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
        }
    }

    /** The exact bytes that the digest is of: whoever has the list can compute it. */
    public byte[] canonical() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", query);
        json.put("position", position);
        json.put("members", members.stream().map(Member::toString).toList());
        return CanonicalJson.bytes(json);
    }

    public String sha256() {
        return Digest.of(canonical());
    }

    /** Its name in addresses, by its content. */
    public String id() {
        return sha256().substring(0, ID);
    }
}
