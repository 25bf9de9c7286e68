package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationsTest extends OnAStore {

    private static Citation byNumber(String number) {
        return new Citation(null, number, "依据", "根据" + number);
    }

    private static Citation byTitle(String title) {
        return new Citation(title, null, "依据", "根据《" + title + "》");
    }

    private Relation onlyOf(Uid uid) {
        List<Relation> relations = store.document(uid).relations();
        assertThat(relations).hasSize(1);
        return relations.get(0);
    }

    @Test
    void aCitationByNumberIsSeenFromBothSidesWhateverItsBrackets() {
        Uid old = store.publish(Papers.notice(8, "旧办法"));
        Uid citing = store.publish(Papers.citing(Papers.notice(9, "新办法"), byNumber("云政办字[2023]第08号")));

        assertThat(onlyOf(citing))
                .isEqualTo(new Relation(
                        "依据", true, old, "旧办法", "云政办字〔2023〕8号", "根据云政办字[2023]第08号", LocalDate.of(2023, 5, 6)));
        assertThat(onlyOf(old).other()).isEqualTo(citing);
        assertThat(onlyOf(old).outgoing()).isFalse();
        assertThat(onlyOf(old).title()).isEqualTo("新办法");
    }

    @Test
    void aTitleFindsTheNoticeThatCarriesTheInstrument() {
        DocumentRecord notice =
                Papers.notice(1).toBuilder().enclosedTitle("云州市〈数字政府〉建设方案").build();
        Uid carrier = store.publish(notice);
        Uid citing = store.publish(Papers.citing(Papers.notice(2), byTitle("云州市《数字政府》建设 方案")));

        assertThat(onlyOf(citing).other()).isEqualTo(carrier);
    }

    @Test
    void anUnpublishedDocumentIsNamedAsTheCitationNamesItAndFoundWhenItComes() {
        Uid citing = store.publish(Papers.citing(Papers.notice(2), byNumber("云政办字〔2023〕1号")));
        assertThat(onlyOf(citing).other()).isNull();
        assertThat(onlyOf(citing).documentNumber()).isEqualTo("云政办字〔2023〕1号");

        Uid later = store.publish(Papers.notice(1));

        assertThat(onlyOf(citing).other()).isEqualTo(later);
        assertThat(store.document(citing).position()).isEqualTo(2);
        assertThat(store.documents.all().map(PublishedDocument::position)).containsExactly(2L, 2L);
    }

    @Test
    void aCitedDocumentThatIsNotHereHasAStubThatLeadsToItWhenItComes() {
        CitedStubs stubs = new RegisterStubs(store.database);
        Uid first = store.publish(Papers.citing(Papers.notice(2), byNumber("云政办字〔2023〕1号")));
        Uid second = store.publish(Papers.citing(
                Papers.notice(3), new Citation("第1号通知", "云政办字[2023]第01号", "废止", "同时废止", "云州市人民政府", null)));
        String key = onlyOf(first).stub();
        assertThat(key).isNotNull().isEqualTo(onlyOf(second).stub());

        CitedStubs.Stub stub = stubs.find(key).orElseThrow();
        assertThat(stub.title()).isEqualTo("第1号通知");
        assertThat(stub.documentNumber()).isEqualTo("云政办字〔2023〕1号");
        assertThat(stub.issuer()).isEqualTo("云州市人民政府");
        assertThat(stub.published()).isNull();
        assertThat(stub.citing())
                .extracting(Relation::other, Relation::kind)
                .containsExactly(tuple(first, "依据"), tuple(second, "废止"));

        Uid come = store.publish(Papers.notice(1));
        assertThat(stubs.find(key).orElseThrow().published()).isEqualTo(come);
        assertThat(onlyOf(first).stub()).isNull();

        store.publisher.withdraw(come, "依法撤下");
        store.publisher.withdraw(second, "依法撤下");
        assertThat(stubs.find(key).orElseThrow().citing())
                .extracting(Relation::other)
                .containsExactly(first);
        store.publisher.withdraw(first, "依法撤下");
        assertThat(stubs.find(key)).isEmpty();
    }

    @Test
    void whatANoticePrintsIsTheNoticeItself() {
        CitedStubs stubs = new RegisterStubs(store.database);
        DocumentRecord notice = Papers.notice(5, "关于印发数据开放方案的通知").toBuilder()
                .enclosedTitle("数据开放方案")
                .build();
        Uid carrier = store.publish(
                Papers.citing(notice, new Citation("数据开放方案", null, "印发", "现将《数据开放方案》印发给你们"), byTitle("数据条例")));

        assertThat(store.document(carrier).relationsToOthers())
                .extracting(Relation::title)
                .containsExactly("数据条例");
        String key = store.document(carrier).relations().get(0).stub();
        assertThat(stubs.find(key).orElseThrow().published()).isEqualTo(carrier);
    }

    @Test
    void anOlderDocumentOfTheSameTitleIsAnotherOne() {
        CitedStubs stubs = new RegisterStubs(store.database);
        DocumentRecord notice = Papers.notice(5, "关于印发停车管理办法的通知").toBuilder()
                .enclosedTitle("停车管理办法")
                .build();
        Uid carrier = store.publish(Papers.citing(notice, new Citation("停车管理办法", null, "废止", "原《停车管理办法》同时废止")));

        assertThat(store.document(carrier).relationsToOthers()).hasSize(1);
        assertThat(stubs.find(onlyOf(carrier).stub()).orElseThrow().published()).isNull();
    }

    @Test
    void aWithdrawnDocumentIsLinkedNoMoreAndSaysNothingOfOthers() {
        Uid first = store.publish(Papers.notice(1));
        Uid middle = store.publish(Papers.citing(Papers.notice(2), byNumber("云政办字〔2023〕1号")));
        Uid last = store.publish(Papers.citing(Papers.notice(3), byNumber("云政办字〔2023〕2号")));

        store.publisher.withdraw(middle, "依法撤下");

        assertThat(store.document(first).relations()).isEmpty();
        assertThat(store.document(first).position()).isEqualTo(4);
        assertThat(onlyOf(last).other()).isNull();
        assertThat(store.document(last).position()).isEqualTo(4);
    }

    @Test
    void aNewTitleIsShownByThoseThatCiteTheDocument() {
        Uid old = store.publish(Papers.notice(1, "旧题"));
        Uid citing = store.publish(Papers.citing(Papers.notice(2), byNumber("云政办字〔2023〕1号")));

        store.publisher.publish(
                old, Papers.notice(1, "新题"), Papers.content(Papers.notice(1, "新题")), LogEvent.Type.CORRECTED);

        assertThat(onlyOf(citing).title()).isEqualTo("新题");
        assertThat(store.document(citing).position()).isEqualTo(3);
    }

    @Test
    void aRevisionWithoutNewNamesTouchesNobody() {
        Uid old = store.publish(Papers.notice(1));
        Uid citing = store.publish(Papers.citing(Papers.notice(2), byNumber("云政办字〔2023〕1号")));
        DocumentRecord better = Papers.notice(1).toBuilder().summary("摘要").build();

        store.publisher.publish(old, better, Papers.content(better), LogEvent.Type.REVISED);

        assertThat(store.document(citing).position()).isEqualTo(2);
        assertThat(store.document(old).position()).isEqualTo(3);
        assertThat(onlyOf(citing).other()).isEqualTo(old);
    }

    @Test
    void aTitleThatDifferentDocumentsBearMeansNoneOfThem() {
        store.publish(Papers.notice(1, "云州市年度工作要点"));
        Uid citing = store.publish(Papers.citing(Papers.notice(3), byTitle("云州市年度工作要点")));
        assertThat(onlyOf(citing).other()).isNotNull();

        Uid second = store.publish(Papers.notice(2, "云州市年度工作要点"));

        assertThat(onlyOf(citing).other()).isNull();
        store.publisher.withdraw(second, "重复");
        assertThat(onlyOf(citing).other()).isNotNull();
    }

    @Test
    void ofTwoCopiesWithOneNumberTheFirstIsMeant() {
        Uid first = store.publish(Papers.notice(1, "甲"));
        store.publish(Papers.notice(1, "乙"));
        Uid citing = store.publish(Papers.citing(Papers.notice(3), byNumber("云政办字〔2023〕1号")));

        assertThat(onlyOf(citing).other()).isEqualTo(first);
    }

    @Test
    void aTitleDoesNotStandForADocumentOfAnotherNumber() {
        store.publish(Papers.notice(1, "云州市停车办法"));
        Uid citing =
                store.publish(Papers.citing(Papers.notice(3), new Citation("云州市停车办法", "云政办字〔2019〕7号", "废止", "废止")));

        assertThat(onlyOf(citing).other()).isNull();
    }

    private static DocumentRecord plan(int number, String issuer, LocalDate issuedOn) {
        return Papers.notice(number, "云州市年度工作要点").toBuilder()
                .documentNumber(null)
                .issuers(List.of(issuer))
                .issuedOn(issuedOn)
                .publishedOn(null)
                .build();
    }

    private Uid meant(@Nullable String issuer, @Nullable LocalDate date) {
        Citation repeal = new Citation("云州市年度工作要点", null, "废止", "《云州市年度工作要点》同时废止", issuer, date);
        Uid citing = store.publish(Papers.citing(Papers.notice(9), repeal));
        Relation relation = onlyOf(citing);
        store.publisher.withdraw(citing, "仅供比较");
        return relation.other();
    }

    @Test
    void documentsOfOneTitleAreToldApartByIssuerAndDate() {
        Uid city2021 = store.publish(plan(1, "云州市人民政府", LocalDate.of(2021, 2, 1)));
        Uid city2022 = store.publish(plan(2, "云州市人民政府", LocalDate.of(2022, 2, 1)));
        Uid schools = store.publish(plan(3, "云州市教育局", LocalDate.of(2022, 2, 1)));

        assertThat(meant("市教育局", null)).isEqualTo(schools);
        assertThat(meant("云州市人民政府", LocalDate.of(2021, 2, 1))).isEqualTo(city2021);
        assertThat(meant("市政府", LocalDate.of(2022, 3, 5))).isEqualTo(city2022);
        assertThat(meant("云州市人民政府", null)).as("which year").isNull();
        assertThat(meant(null, LocalDate.of(2022, 2, 1))).as("whose").isNull();
        assertThat(meant("云州市财政局", null)).as("nobody's").isNull();
        assertThat(meant("云州市人民政府", LocalDate.of(2019, 2, 1))).as("of no year").isNull();
    }

    @Test
    void aCitationFindsItsDocumentWhenTheOthersOfItsTitleAreCorrected() {
        Uid plan = store.publish(plan(1, "云州市人民政府", LocalDate.of(2021, 2, 1)));
        Citation repeal = new Citation("云州市年度工作要点", null, "废止", "同时废止", "云州市教育局", null);
        Uid citing = store.publish(Papers.citing(Papers.notice(9), repeal));
        assertThat(onlyOf(citing).other()).isNull();

        DocumentRecord corrected = plan(1, "云州市教育局", LocalDate.of(2021, 2, 1));
        store.publisher.publish(plan, corrected, Papers.content(corrected), LogEvent.Type.CORRECTED);

        assertThat(onlyOf(citing).other()).isEqualTo(plan);
    }

    @Test
    void ofCopiesWithOneNumberTheOneOfTheTitleIsMeant() {
        store.publish(Papers.notice(1, "甲"));
        Uid second = store.publish(Papers.notice(1, "乙"));
        Uid citing = store.publish(Papers.citing(Papers.notice(3), new Citation("乙", "云政办字〔2023〕1号", "依据", "根据《乙》")));

        assertThat(onlyOf(citing).other()).isEqualTo(second);
    }

    @Test
    void whatADraftSaysOfOthersIsOnlyACitation() {
        Uid old = store.publish(Papers.notice(1));
        Citation repeal = new Citation(null, "云政办字〔2023〕1号", "废止", "同时废止");
        DocumentRecord draft =
                Papers.citing(Papers.notice(2), repeal).toBuilder().draft(true).build();
        store.publish(draft);
        store.publish(Papers.citing(Papers.notice(3, "关于拟废止文件的公示"), repeal));

        assertThat(store.document(old).relations()).extracting(Relation::kind).containsExactly("引用", "引用");
    }

    @Test
    void aDocumentNeverCitesItself() {
        DocumentRecord notice = Papers.citing(Papers.notice(1), byNumber("云政办字〔2023〕1号"));

        assertThat(onlyOf(store.publish(notice)).other()).isNull();
    }

    @Test
    void numbersOfOneDocumentHaveOneKey() {
        assertThat(RelationKeys.ofNumber("云政办字〔２０２３〕１２号"))
                .isEqualTo(RelationKeys.ofNumber("云政办字(2023)第012号"))
                .isEqualTo("n:云政办字|2023|12");
        assertThat(RelationKeys.ofNumber("国务院令第711号")).isEqualTo("n:国务院令第711号");
        assertThat(RelationKeys.ofNumber(" ")).isNull();
        assertThat(RelationKeys.ofTitle("《》")).isNull();
    }
}
