package org.gongbao.privacy;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;

/** Holds back what says of itself that it is not disclosed proactively (公开方式): 政府信息公开条例 art. 13. */
final class DisclosureModeGate implements PublicationGate {

    @Override
    public String name() {
        return "disclosure-mode";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        return Stream.concat(Stream.of(working, content.record()), working.items().stream())
                .map(record -> record.disclosure().mode())
                .filter(mode -> mode != null && !mode.equals(Disclosure.PROACTIVE))
                .map(mode -> "its mode of disclosure is " + mode + ", expected " + Disclosure.PROACTIVE)
                .distinct()
                .toList();
    }
}
