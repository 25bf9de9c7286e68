package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gongbao.search.YunzhouDocuments.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.solr.client.solrj.SolrQuery;
import org.gongbao.publication.Change;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Task;
import org.gongbao.record.Validity;
import org.gongbao.search.DutyRequest.Order;
import org.gongbao.search.DutyRequest.Role;
import org.gongbao.search.DutyResult.Facet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Duties are found by unit, deadline and document, and follow their document in the order of the log. */
interface DutyTests {

    SearchBench bench();

    private static Task task(String text, List<String> units, String... deadlines) {
        return new Task(
                null,
                "数据开放",
                text,
                units,
                "公开",
                java.util.Arrays.stream(deadlines).map(LocalDate::parse).toList());
    }

    private static AgencyReference agency(String name, String id, String fullName) {
        return new AgencyReference(name, id, "data", "990100", fullName, List.of("unit"), null, null, List.of(), null);
    }

    private static DocumentRecord record(Task... tasks) {
        return YunzhouDocuments.record("任务分工方案", "分工。").tasks(List.of(tasks)).build();
    }

    private static DutyRequest of(@Nullable Uid document, String... units) {
        return DutyRequest.of(50)
                .document(document == null ? null : document.value())
                .units(List.of(units))
                .build();
    }

    private static List<String> texts(DutyResult result) {
        return result.duties().stream().map(Duty::text).toList();
    }

    private void apply(long position, Change... changes) {
        bench().dissemination.apply(List.of(changes), position);
    }

    @Test
    default void aDutyComesWithItsUnitsDeadlinesAndEvidence() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        DocumentRecord record = record(task("编制清单", List.of("市数据局", "市档案馆"), "2024-06-30", "2024-04-30")).toBuilder()
                .agencies(List.of(agency("市数据局", "990100-data", "云州市数据局")))
                .claims(java.util.Map.of(
                        "tasks",
                        List.of(new Claim("编制清单", "1 编制清单 市数据局", 3, null, null, null, "task.table/1", 0.9, false))))
                .build();
        apply(position, change(uid, record, position));

        Duty duty = bench().duties.search(of(uid)).duties().get(0);

        assertThat(duty.units())
                .containsExactly(new Duty.Unit("市数据局", "990100-data", "云州市数据局"), new Duty.Unit("市档案馆", null, null));
        assertThat(duty.deadlines()).containsExactly(LocalDate.of(2024, 4, 30), LocalDate.of(2024, 6, 30));
        assertThat(duty.page()).isEqualTo(3);
        assertThat(duty.quote()).isEqualTo("1 编制清单 市数据局");
        assertThat(duty.place()).isEqualTo(1);
        assertThat(duty.validity()).isEqualTo(Validity.UNKNOWN);
    }

    @Test
    default void theDutiesOfADigitisedIssueAreThoseOfItsDocuments() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        DocumentRecord first = record(task("编制样例清单", List.of("市数据局"))).toBuilder()
                .title("样例分工通知")
                .documentNumber("云政办发〔2024〕7号")
                .build();
        DocumentRecord second = record(task("编制样例清单", List.of("市水务局")), task("检查样例清单", List.of("市审计局")));
        DocumentRecord issue = YunzhouDocuments.record("云州市人民政府公报2024年第2期", "目录。")
                .items(List.of(first, second))
                .build();
        apply(position, change(uid, issue, position));

        List<Duty> duties = bench().duties.search(of(uid)).duties();

        assertThat(duties)
                .extracting(Duty::place, Duty::item, Duty::text, Duty::title)
                .containsExactlyInAnyOrder(
                        tuple(1, new Duty.Item(1, 1), "编制样例清单", "样例分工通知"),
                        tuple(2, new Duty.Item(2, 1), "编制样例清单", "任务分工方案"),
                        tuple(3, new Duty.Item(2, 2), "检查样例清单", "任务分工方案"));
        assertThat(duties).extracting(Duty::key).doesNotHaveDuplicates();
        assertThat(duties).extracting(Duty::documentNumber).contains("云政办发〔2024〕7号");
        assertThat(texts(bench().duties.search(of(uid, "市审计局")))).containsExactly("检查样例清单");
    }

    @Test
    default void shortAndFullNamesAndTheIdentifierMeanTheSameAgency() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        DocumentRecord record = record(
                        task("甲", List.of("市水务局")), task("乙", List.of("云州市水务局")), task("丙", List.of("市文旅局", "市水务局")))
                .toBuilder()
                .agencies(List.of(agency("市水务局", "990100-water", "云州市水务局"), agency("云州市水务局", "990100-water", "云州市水务局")))
                .build();
        apply(position, change(uid, record, position));

        for (String name : List.of("市水务局", "云州市水务局", "990100-water")) {
            assertThat(texts(bench().duties.search(of(uid, name)))).as(name).containsExactly("甲", "乙", "丙");
        }
        assertThat(texts(bench().duties.search(of(uid, "市文旅局")))).containsExactly("丙");
        DutyRequest lead = DutyRequest.of(50)
                .document(uid.value())
                .units(List.of("市水务局"))
                .role(Role.LEAD)
                .facets(true)
                .build();
        DutyResult leading = bench().duties.search(lead);
        assertThat(texts(leading)).containsExactly("甲", "乙");
        assertThat(leading.facets().get(Facet.UNIT)).containsExactly(new DutyResult.Count("990100-water", "云州市水务局", 2));
    }

    @Test
    default void pagesGoOnByPlaceInBothOrdersWithTheTrueTotal() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        List<Task> tasks = IntStream.range(0, 23)
                .mapToObj(i -> i % 4 == 3
                        ? task("第" + i, List.of())
                        : task("第" + i, List.of(), "2024-0" + (1 + i % 3) + "-10"))
                .toList();
        apply(position, change(uid, record(tasks.toArray(Task[]::new)), position));
        for (Order order : Order.values()) {
            List<Duty> seen = new ArrayList<>();
            @Nullable DutyCursor place = null;
            do {
                DutyResult page = bench().duties
                        .search(DutyRequest.of(5)
                                .document(uid.value())
                                .order(order)
                                .after(place)
                                .build());
                assertThat(page.total()).isEqualTo(23);
                seen.addAll(page.duties());
                place = page.next() == null
                        ? null
                        : DutyCursor.parse(page.next().toString());
            } while (place != null);
            assertThat(seen).hasSize(23).doesNotHaveDuplicates();
            List<LocalDate> dated =
                    seen.stream().flatMap(duty -> duty.deadlines().stream()).toList();
            assertThat(dated)
                    .isSortedAccordingTo(
                            order == Order.EARLIEST
                                    ? java.util.Comparator.naturalOrder()
                                    : java.util.Comparator.reverseOrder());
            assertThat(seen.subList(18, 23)).allMatch(duty -> duty.deadlines().isEmpty());
        }
    }

    @Test
    default void anyDeadlineInTheDaysAskedForCounts() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        apply(
                position,
                change(
                        uid,
                        record(
                                task("早", List.of(), "2024-01-31"),
                                task("两次", List.of(), "2024-01-01", "2024-02-29"),
                                task("无", List.of())),
                        position));
        DutyRequest february = DutyRequest.of(50)
                .document(uid.value())
                .due(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29))
                .build();
        assertThat(texts(bench().duties.search(february))).containsExactly("两次");
    }

    @Test
    default void dutiesFollowTheirDocumentAndNeverComeBack() throws Exception {
        Uid uid = bench().nextUid();
        long first = bench().nextPosition();
        long second = bench().nextPosition();
        long third = bench().nextPosition();
        apply(first, change(uid, record(task("一", List.of()), task("二", List.of()), task("三", List.of())), first));
        apply(second, change(uid, record(task("新一", List.of())), second));
        assertThat(texts(bench().duties.search(of(uid)))).containsExactly("新一");
        SolrIndex index = bench().connection.index();
        SolrQuery stored = new SolrQuery("duty_document:" + uid);
        stored.setRequestHandler("/documents");
        assertThat(index.client().query(index.name(), stored).getResults().getNumFound())
                .isEqualTo(1);

        apply(second, change(uid, record(task("一", List.of()), task("二", List.of())), first));
        assertThat(texts(bench().duties.search(of(uid)))).containsExactly("新一");

        apply(third, gone(uid, third));
        apply(third, change(uid, record(task("新一", List.of()), task("二", List.of())), second));
        assertThat(bench().duties.search(of(uid)).total()).isZero();
    }

    @Test
    default void aDutyIsKnownByItsWordsWhateverTheirPunctuation() {
        Uid uid = bench().nextUid();
        long first = bench().nextPosition();
        long second = bench().nextPosition();
        apply(first, change(uid, record(task("公开目录,按月 更新。", List.of()), task("另一项", List.of())), first));
        String key = bench().duties.search(of(uid)).duties().get(0).key();
        apply(
                second,
                change(
                        uid,
                        record(task("另一项", List.of()), task("公开目录，按月更新", List.of()), task("另一项", List.of())),
                        second));
        List<Duty> duties = bench().duties.search(of(uid)).duties();
        assertThat(duties.get(1).key()).isEqualTo(key);
        assertThat(duties).extracting(Duty::key).doesNotHaveDuplicates();

        for (boolean registered : List.of(true, false)) {
            DutyRequest some = DutyRequest.of(50)
                    .document(uid.value())
                    .registered(registered, Set.of(key, "unknown"))
                    .build();
            assertThat(bench().duties.search(some).total()).isEqualTo(registered ? 1 : 2);
        }
    }

    @Test
    default void searchesOfDocumentsSeeNoDuties() {
        Uid uid = bench().nextUid();
        long position = bench().nextPosition();
        long before = bench().find("").total();
        apply(position, change(uid, record(task("独一无二的萤石普查", List.of("云州市萤石所"))), position));
        assertThat(bench().find("").total()).isEqualTo(before + 1);
        assertThat(bench().found("独一无二的萤石普查")).isEmpty();
    }
}
