package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.Terms;
import org.gongbao.record.Validity;
import org.gongbao.search.Duty;
import org.gongbao.search.DutyRequest;
import org.gongbao.search.DutyResult;
import org.gongbao.search.DutySearch;

/** Two duties of the finance bureau, one of them of a document that was repealed; no other agency has any. */
final class FakeDuties implements DutySearch {

    @Override
    public DutyResult search(DutyRequest request) {
        List<Duty> all = request.units().contains(FakeAgencies.FINANCE)
                ? List.of(
                        duty(DemoDocuments.PLAN.value(), 1, "安排养老服务体系建设补助资金", Validity.UNKNOWN),
                        duty(DemoDocuments.REPEALED.value(), 1, "核定占用道路的收费标准", "废止"))
                : List.of();
        return new DutyResult(all.size(), 0, all, Map.of(), null);
    }

    private static Duty duty(String uid, int place, String text, String validity) {
        return new Duty(
                uid,
                place,
                null,
                uid + "-" + place,
                place,
                "资金保障",
                text,
                "在部门网站公开",
                List.of(new Duty.Unit("市财政局", FakeAgencies.FINANCE, "云州市财政局")),
                List.of(LocalDate.of(2023, 12, 31)),
                2,
                text,
                "云州市的文件",
                null,
                "zh-Hans",
                DemoSite.NOW,
                validity,
                Terms.OPEN);
    }
}
