package org.gongbao.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.NumberAddress;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Relation;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.record.Task;
import org.gongbao.record.Validity;
import org.gongbao.web.ReprDigest;

/** Documents of an invented city, made to judge pages by. */
final class DemoDocuments {

    private static final Path FILE = file();

    static final Uid PLAN = new Uid("p1an000000000001");
    static final Uid DECREE = new Uid("decree0000000002");
    static final Uid REPEALED = new Uid("repea1ed00000003");
    static final Uid ISSUE = new Uid("1ss0e00000000004");
    static final Uid HOSTILE = new Uid("h0st11e000000005");
    static final Uid CLEANUP = new Uid("c1eanep000000006");
    static final Uid WITHDRAWN = new Uid("w1thdrawn0000007");
    static final Uid ERASED = new Uid("erased0000000008");
    /** Has no file, and may not travel farther than its page. */
    static final Uid NO_PDF = new Uid("n0pdf00000000009");

    static final Uid LONG = new Uid("10ng000000000010");

    static final NumberAddress PLAN_NUMBER = new NumberAddress("990100", "yun-zheng-ban-zi", 2023, 22);

    private static final Instant RELEASED = Instant.parse("2023-05-20T01:30:00Z");
    private static final List<String> SUBJECTS =
            List.of("老旧小区改造", "义务教育学校招生", "汛期地质灾害防治", "农村公路养护", "政务服务便民热线运行", "节约用水", "公共体育设施开放", "食品安全监督抽检");

    private DemoDocuments() {}

    static FakeDocuments all() {
        FakeDocuments documents = new FakeDocuments();
        documents.publish(document(
                PLAN,
                2,
                41,
                DemoPlan.record(),
                true,
                List.of(
                        new Relation("依据", true, DECREE, "云州市养老服务促进办法", "云州市人民政府令第8号", "根据《云州市养老服务促进办法》，结合我市实际，制定本方案。"),
                        new Relation("依据", true, null, "江海省养老服务条例", null, "为贯彻落实《江海省养老服务条例》"),
                        new Relation("解读", false, NO_PDF, "一图读懂养老服务体系建设实施方案", null, "现就实施方案解读如下"))));
        documents.publish(document(DECREE, 1, 12, DemoRecords.decree(), true, List.of()));
        documents.publish(document(
                REPEALED,
                1,
                30,
                DemoRecords.repealed(),
                true,
                List.of(new Relation(
                        "废止", false, CLEANUP, "云州市人民政府关于废止部分规范性文件的决定", "云政发〔2022〕9号", "《云州市城市道路占用管理暂行办法》予以废止"))));
        documents.publish(document(ISSUE, 1, 42, DemoRecords.issue(), true, List.of()));
        documents.publish(document(HOSTILE, 1, 43, DemoRecords.hostile(), true, List.of()));
        documents.publish(document(CLEANUP, 1, 30, DemoRecords.cleanup(), true, List.of()));
        documents.publish(document(NO_PDF, 1, 44, DemoRecords.interpretation(), false, List.of()));
        documents.publish(document(LONG, 1, 45, longest(), false, List.of()));
        for (int i = 0; i < 36; i++) {
            documents.publish(document(number(i), 1, 50 + i, plain(i), true, List.of()));
        }
        documents.bury(new PublicState.Gone(
                WITHDRAWN, LogEvent.Type.WITHDRAWN, Instant.parse("2023-05-25T03:00:00Z"), "附件内容有误，更正后另行公布。"));
        documents.bury(new PublicState.Gone(
                ERASED, LogEvent.Type.ERASED, Instant.parse("2023-05-26T03:00:00Z"), "含有不应公开的个人信息。"));
        return documents;
    }

    static PublishedDocument document(
            Uid uid, int version, long position, DocumentRecord record, boolean pdf, List<Relation> relations) {
        List<PublicPackage.File> files = pdf
                ? List.of(new PublicPackage.File("document.pdf", "application/pdf", size(), digest(), FILE))
                : StatedTerms.files(uid.equals(NO_PDF) ? Terms.PAGE : Terms.OPEN);
        if (uid.equals(PLAN)) {
            files = Stream.concat(files.stream(), DemoPages.of(record.text()).stream())
                    .toList();
        }
        return new PublishedDocument(
                uid,
                version,
                position,
                RELEASED,
                RELEASED.plusSeconds(3600L * version),
                new PublicPackage(uid, version, record, files),
                relations,
                null,
                uid.equals(PLAN) ? PLAN_NUMBER : null);
    }

    private static String digest() {
        try {
            return ReprDigest.hex(Files.readAllBytes(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(String name, boolean ocr) {
        return new Source(name, "5f".repeat(32), "application/pdf", 348_211, null, 6, ocr);
    }

    private static Uid number(int i) {
        return new Uid(String.format("p1a1n%011d", i));
    }

    private static DocumentRecord plain(int i) {
        String title = "云州市人民政府办公室关于做好" + (2020 + i % 4) + "年" + SUBJECTS.get(i % SUBJECTS.size()) + "工作的通知";
        LocalDate day = LocalDate.of(2020 + i % 4, 1 + i % 12, 1 + i % 27);
        return DocumentRecord.builder(source("通知" + i + ".pdf", false))
                .title(title)
                .documentNumber("云政办字〔" + day.getYear() + "〕" + (20 + i) + "号")
                .documentKind(i % 5 == 0 ? "意见" : i % 7 == 0 ? "公告" : "通知")
                .issuers(List.of(i % 3 == 0 ? "云州市财政局" : "云州市人民政府办公室"))
                .issuedOn(day)
                .validity(
                        i % 2 == 0
                                ? new Validity(Validity.IN_FORCE, LocalDate.of(2023, 5, 1), "清理结果目录", "stated")
                                : null)
                .text(title + "\n各县（区）人民政府，市政府各部门：\n现就有关工作通知如下。\n一、提高认识。各单位要压实责任，把" + SUBJECTS.get(i % SUBJECTS.size())
                        + "工作落到实处。\n二、加强督查。市政府办公室定期通报进展情况。")
                .build();
    }

    /** A document as long as they come. */
    private static DocumentRecord longest() {
        return DocumentRecord.builder(source("汇编.pdf", false))
                .title("云州市规范性文件汇编")
                .issuedOn(LocalDate.of(2019, 1, 2))
                .tasks(IntStream.range(0, 1_200)
                        .mapToObj(i -> new Task(null, null, "事项" + i, List.of(), null, List.of()))
                        .toList())
                .text(IntStream.range(0, 10_000).mapToObj(i -> "第" + i + "段文字。").collect(Collectors.joining("\n")))
                .build();
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("gongbao-demo", ".pdf");
            file.toFile().deleteOnExit();
            return Files.write(file, DemoPdf.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size() {
        try {
            return Files.size(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
