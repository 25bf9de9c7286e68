package org.gongbao.privacy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.DocumentRecord;

/**
 * Holds back what bears a secrecy or internal mark (密级, 内部): 政府信息公开条例 art. 14 and 16. A mark of
 * which it is noted that it is in force no longer does not count.
 */
final class SecrecyGate implements PublicationGate {

    @Override
    public String name() {
        return "secrecy";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        Set<String> declassified = Declassified.marks(working);
        return Stream.of(working, content.record())
                .flatMap(SecrecyGate::withItems)
                .filter(record -> record.secrecy() != null && !declassified.contains(record.secrecy()))
                .map(record -> "it bears the mark " + record.secrecy())
                .distinct()
                .toList();
    }

    private static Stream<DocumentRecord> withItems(DocumentRecord record) {
        return Stream.concat(Stream.of(record), record.items().stream());
    }
}
