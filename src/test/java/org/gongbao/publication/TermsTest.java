package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongbao.archive.StorageException;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Citation;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Section;
import org.gongbao.record.Table;
import org.gongbao.record.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TermsTest {

    @TempDir
    Path folder;

    @TempDir
    Path work;

    private static PublishedDocument published(TestStore store, Uid uid) {
        return ((PublicState.Public) store.documents.find(uid).orElseThrow()).document();
    }

    @ParameterizedTest
    @EnumSource(Terms.class)
    void aPackageTellsItsTermsFromTheArchive(Terms terms) throws IOException {
        try (TestStore store = new TestStore(folder, TestStore.sqlite(folder))) {
            Uid uid = Uid.mint();
            PackageContent content = terms.in(Papers.content(Papers.notice(1)), work);
            store.publisher.publish(uid, Papers.notice(1), content, LogEvent.Type.RELEASED);

            assertThat(published(store, uid).terms()).isEqualTo(terms);
        }
    }

    @Test
    void whatIsOpenIsPackedAsItWasBeforeThereWereTerms() throws IOException {
        PackageContent content = Papers.content(Papers.notice(1));

        assertThat(Terms.OPEN.in(content, work)).isEqualTo(content);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void otherTermsAreAnotherVersion() throws IOException {
        try (TestStore store = new TestStore(folder, TestStore.sqlite(folder))) {
            Uid uid = Uid.mint();
            DocumentRecord record = Papers.notice(1);
            store.publisher.publish(uid, record, Papers.content(record), LogEvent.Type.RELEASED);
            store.publisher.publish(uid, record, Terms.PAGE.in(Papers.content(record), work), LogEvent.Type.REVISED);

            assertThat(published(store, uid).version()).isEqualTo(2);
            assertThat(published(store, uid).terms()).isEqualTo(Terms.PAGE);
        }
    }

    @Test
    void termsThatAreDamagedAreNotTakenForOpen() throws IOException {
        PublicPackage closed = StatedTerms.in(Uid.mint(), 1, Papers.notice(1), Terms.PAGE);
        Path file = closed.file(Terms.FILE).orElseThrow().path();
        Files.writeString(file, "{\"terms\":\"open\"}");

        assertThatThrownBy(closed::terms).isInstanceOf(StorageException.class).hasMessageContaining("digest");
    }

    @Test
    void datasetsHoldNoWordOfTheTextUnderAConditionAndNothingOfWhatIsNotOpen() {
        String canary = "金丝雀";
        DocumentRecord inner = Papers.notice(2).toBuilder().text(canary).build();
        DocumentRecord record = Papers.notice(1).toBuilder()
                .text(canary)
                .summary(canary)
                .sections(List.of(new Section("一", 1, canary, canary, List.of())))
                .tables(List.of(new Table(canary, List.of(canary), List.of(List.of(canary)), List.of(1))))
                .tasks(List.of(new Task(1, canary, canary, List.of(canary), canary, List.of())))
                .citations(List.of(new Citation(canary, null, "依据", canary)))
                .claims(Map.of("title", List.of(new Claim(canary, canary, 1, null, null, null, "a/1", 1, false))))
                .findings(List.of(Finding.info("a", canary).quoting(canary)))
                .items(List.of(inner))
                .build();

        DocumentRecord described = Terms.CONDITIONAL.open(record);
        assertThat(CanonicalJson.write(described)).doesNotContain(canary);
        assertThat(described.title()).isEqualTo(record.title());
        assertThat(described.items().get(0).title()).isEqualTo(inner.title());
        assertThat(Terms.OPEN.open(record)).isSameAs(record);
        assertThatThrownBy(() -> Terms.PAGE.open(record)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Terms.SEARCH_ENGINES.open(record)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNarrowerOfTwoCountsForWhatHoldsBoth() {
        assertThat(Terms.OPEN.and(Terms.PAGE)).isEqualTo(Terms.PAGE);
        assertThat(Terms.SEARCH_ENGINES.and(Terms.CONDITIONAL)).isEqualTo(Terms.SEARCH_ENGINES);
        assertThat(Terms.OPEN.and(Terms.OPEN)).isEqualTo(Terms.OPEN);
    }
}
