package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Validity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidityOnTest {

    private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
    private static final LocalDate YEAR_2025 = LocalDate.of(2025, 1, 1);
    private static final LocalDate YEAR_2030 = LocalDate.of(2030, 1, 1);

    private static PublishedDocument document(DocumentRecord record, Relation... relations) {
        Uid uid = new Uid("0123456789abcdef");
        return new PublishedDocument(
                uid,
                1,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                new PublicPackage(uid, 1, record, List.of()),
                List.of(relations));
    }

    private static DocumentRecord record(@Nullable LocalDate effective, @Nullable LocalDate expires) {
        return Papers.notice(1).toBuilder()
                .effectiveOn(effective)
                .expiresOn(expires)
                .build();
    }

    private static Relation saidOf(String kind, String quote, LocalDate on) {
        return new Relation(kind, false, new Uid("1123456789abcdef"), "后来的文件", null, quote, on);
    }

    private static String status(PublishedDocument document, LocalDate day) {
        return ValidityOn.of(document, day).status();
    }

    @Test
    void silenceIsNotValidity() {
        ValidityOn validity = ValidityOn.of(document(record(null, null)), MAY);

        assertThat(validity).isEqualTo(new ValidityOn(Validity.UNKNOWN, null, null, ValidityOn.Cause.NONE));
    }

    @Test
    void aCommencementAloneSaysOnlyWhenItWasNotInForceYet() {
        PublishedDocument document = document(record(JUNE, null));

        assertThat(status(document, MAY)).isEqualTo(Validity.NOT_YET);
        assertThat(status(document, JUNE)).isEqualTo(Validity.UNKNOWN);
    }

    @Test
    void aStatedPeriodSaysWhenADocumentExpiredAndNotThatNobodyRepealedItBefore() {
        PublishedDocument document = document(record(JUNE, LocalDate.of(2028, 5, 31)));

        assertThat(status(document, LocalDate.of(2028, 5, 31))).isEqualTo(Validity.UNKNOWN);
        assertThat(status(document, LocalDate.of(2028, 6, 1))).isEqualTo(Validity.EXPIRED);
        assertThat(ValidityOn.of(document, JUNE))
                .satisfies(validity -> assertThat(validity.from()).isEqualTo(JUNE))
                .satisfies(validity -> assertThat(validity.until()).isEqualTo(LocalDate.of(2028, 6, 1)))
                .satisfies(validity -> assertThat(validity.cause())
                        .isEqualTo(new ValidityOn.Cause("computed", "施行日期 2023-06-01，有效期至 2028-05-31", null)));
    }

    @Test
    void whatWasComputedOnceGivesWayToALaterExtension() {
        DocumentRecord expired = record(JUNE, LocalDate.of(2024, 5, 31)).toBuilder()
                .validity(new Validity(Validity.EXPIRED, YEAR_2025, "有效期至 2024-05-31", "computed"))
                .build();
        Relation extension = saidOf("延长有效期", "有效期延长至2029年12月31日", LocalDate.of(2024, 5, 1));

        assertThat(status(document(expired), YEAR_2025)).isEqualTo(Validity.EXPIRED);
        assertThat(status(document(expired, extension), YEAR_2025)).isEqualTo(Validity.IN_FORCE);
        assertThat(status(document(expired, extension), YEAR_2030)).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void aDraftOrAPublicNoticeHasNoValidityWhateverItSays() {
        DocumentRecord stated = record(JUNE, LocalDate.of(2024, 5, 31)).toBuilder()
                .validity(new Validity(Validity.IN_FORCE, MAY, "有效性：有效", "stated"))
                .build();

        assertThat(ValidityOn.over(document(stated.toBuilder().draft(true).build())))
                .extracting(ValidityOn::status)
                .containsExactly(Validity.UNKNOWN);
        assertThat(ValidityOn.over(
                        document(stated.toBuilder().title("关于云州市停车管理办法的公示").build())))
                .extracting(ValidityOn::status)
                .containsExactly(Validity.UNKNOWN);
    }

    @Test
    void aRepealHoldsFromTheDayOfTheRepealingDocumentAndForEver() {
        PublishedDocument document = document(
                record(JUNE, LocalDate.of(2028, 5, 31)),
                saidOf("废止", "《云州市停车管理办法》同时废止", YEAR_2025),
                saidOf("继续有效", "继续有效的文件目录", YEAR_2030));

        assertThat(status(document, YEAR_2025.minusDays(1))).isEqualTo(Validity.UNKNOWN);
        assertThat(status(document, YEAR_2025)).isEqualTo(Validity.REPEALED);
        assertThat(status(document, YEAR_2030.plusYears(1))).isEqualTo(Validity.REPEALED);
        assertThat(ValidityOn.of(document, YEAR_2030).cause())
                .isEqualTo(new ValidityOn.Cause("extracted", "《云州市停车管理办法》同时废止", new Uid("1123456789abcdef")));
    }

    @Test
    void theRepealOfAPartIsPartial() {
        PublishedDocument document = document(record(null, null), saidOf("废止", "《云州市停车管理办法》第三条、第四条废止", YEAR_2025));

        assertThat(status(document, YEAR_2025)).isEqualTo(Validity.PARTLY);
    }

    @Test
    void aDeclarationAnAmendmentAndAListOfWhatStaysEachHaveTheirStatus() {
        assertThat(status(document(record(null, null), saidOf("宣布失效", "宣布失效", MAY)), JUNE))
                .isEqualTo(Validity.DECLARED_INVALID);
        assertThat(status(document(record(null, null), saidOf("修改", "修改为", MAY)), JUNE))
                .isEqualTo(Validity.AMENDED);
        assertThat(status(document(record(null, null), saidOf("继续有效", "继续有效", MAY)), JUNE))
                .isEqualTo(Validity.IN_FORCE);
        assertThat(status(document(record(null, null), saidOf("引用", "参见", MAY)), JUNE))
                .isEqualTo(Validity.UNKNOWN);
    }

    @Test
    void anExtensionMovesTheLastDay() {
        PublishedDocument document = document(
                record(JUNE, LocalDate.of(2024, 5, 31)),
                saidOf("延长有效期", "有效期延长至2026年12月31日", LocalDate.of(2024, 5, 1)));

        assertThat(status(document, YEAR_2025)).isEqualTo(Validity.IN_FORCE);
        assertThat(status(document, LocalDate.of(2027, 1, 1))).isEqualTo(Validity.EXPIRED);
        assertThat(ValidityTimeline.extendedTo("延长至2026年13月1日")).isNull();
        assertThat(ValidityTimeline.extendedTo("延长二年")).isNull();
    }

    @Test
    void whatACatalogueStatesHoldsFromItsDay() {
        DocumentRecord stated = record(JUNE, null).toBuilder()
                .validity(new Validity(Validity.IN_FORCE, YEAR_2025, "有效性：现行有效", "stated"))
                .build();

        assertThat(status(document(stated), JUNE)).isEqualTo(Validity.UNKNOWN);
        assertThat(ValidityOn.of(document(stated), YEAR_2025).cause().method()).isEqualTo("stated");
    }

    @Test
    void whatADocumentSaysOfOthersIsNotSaidOfItself() {
        Relation outgoing = new Relation("废止", true, null, "旧办法", null, "同时废止", MAY);

        assertThat(status(document(record(null, null), outgoing), JUNE)).isEqualTo(Validity.UNKNOWN);
    }

    @Test
    void statusesOverTimeCoverEveryDayWithoutOverlap() {
        List<ValidityOn> over =
                ValidityOn.over(document(record(JUNE, LocalDate.of(2028, 5, 31)), saidOf("修改", "修改为", YEAR_2025)));

        assertThat(over)
                .extracting(ValidityOn::status)
                .containsExactly(Validity.NOT_YET, Validity.UNKNOWN, Validity.AMENDED, Validity.EXPIRED);
        for (int i = 1; i < over.size(); i++) {
            assertThat(over.get(i).from()).isEqualTo(over.get(i - 1).until());
        }
        assertThat(over.get(0).from()).isNull();
        assertThat(over.get(3).until()).isNull();
    }
}
