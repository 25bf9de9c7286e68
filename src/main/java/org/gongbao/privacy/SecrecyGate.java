package org.gongbao.privacy;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.DocumentRecord;

/** Holds back what bears a secrecy or internal mark (密级, 内部): 政府信息公开条例 art. 14 and 16. */
final class SecrecyGate implements PublicationGate {

    @Override
    public String name() {
        return "secrecy";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        return Stream.of(working, content.record())
                .flatMap(SecrecyGate::withItems)
                .filter(record -> record.secrecy() != null)
                .map(record -> "it bears the mark " + record.secrecy())
                .distinct()
                .toList();
    }

    private static Stream<DocumentRecord> withItems(DocumentRecord record) {
        return Stream.concat(Stream.of(record), record.items().stream());
    }
}
