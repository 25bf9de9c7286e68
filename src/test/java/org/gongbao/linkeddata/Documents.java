package org.gongbao.linkeddata;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Uid;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Section;
import org.gongbao.record.Source;
import org.gongbao.record.Task;

/** Published documents of an invented city. */
final class Documents {

    static final Uid UID = new Uid("0123456789abcdef");
    static final Uid OTHER = new Uid("fedcba9876543210");

    private Documents() {}

    static DocumentRecord.Builder plan() {
        return DocumentRecord.builder(new Source("document.pdf", "ab", "application/pdf", 9, null, 1, false))
                .title("关于印发数据开放工作方案的通知")
                .enclosedTitle("数据开放工作方案")
                .documentNumber("云政办发〔2024〕9号")
                .documentKind("通知")
                .issuers(List.of("云州市人民政府办公室"))
                .issuedOn(LocalDate.of(2024, 3, 12))
                .gazette(new GazetteIssue("云州市人民政府公报", 2024, 2, 90))
                .text("为深化数据开放，“开放”\n制定本方案。")
                .sections(List.of(
                        new Section("一", 1, "目标", "到年底。", List.of(new Section("（一）", 2, null, "第一。", List.of())))))
                .tasks(List.of(new Task(1, "目录", "编制目录", List.of("市数据局"), "公布", List.of(LocalDate.of(2024, 4, 30)))))
                .citations(List.of(new Citation("公共数据管理办法", "云州市人民政府令第15号", "依据", "根据《公共数据管理办法》")));
    }

    static PublishedDocument published(Uid uid, DocumentRecord record, long position) {
        List<PublicPackage.File> files = List.of(
                new PublicPackage.File("document.pdf", "application/pdf", 9, "ab".repeat(32), Path.of("document.pdf")));
        return new PublishedDocument(
                uid,
                1,
                position,
                Instant.parse("2024-03-13T02:00:00Z"),
                Instant.parse("2024-03-13T02:00:00Z"),
                new PublicPackage(uid, 1, record, files),
                List.of(new Relation("依据", true, OTHER, "公共数据管理办法", null, "根据")));
    }

    /** Fills a store with the vocabulary and the plan. */
    static void putPlanInto(TripleStore store, Vocabulary vocabulary) {
        new LinkedDataDissemination(store, vocabulary, new JenaOntology(vocabulary).model(), "1")
                .apply(List.of(new Change(1, UID, published(UID, plan().build(), 1))), 1);
    }
}
