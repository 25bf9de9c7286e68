package org.gongbao.privacy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.recognition.Prompts;
import org.gongbao.record.DocumentRecord;

/** Holds back a template of which not every prompt was filled in (模板未填写完整): what it asks for is no public text. */
final class UnfilledTemplateGate implements PublicationGate {

    @Override
    public String name() {
        return "unfilled-template";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        return Stream.of(working, content.record())
                .flatMap(record -> Stream.concat(Stream.of(record), record.items().stream()))
                .flatMap(record -> record.findings().stream())
                .filter(finding -> finding.code().equals(Prompts.UNFILLED))
                .map(finding -> "prompts of its template are left: " + Objects.requireNonNullElse(finding.quote(), ""))
                .distinct()
                .toList();
    }
}
