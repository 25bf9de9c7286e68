package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.notification.ReaderReport.Outcome;
import org.gongbao.notification.ReaderReport.Place;
import org.gongbao.notification.ReportIntake;
import org.gongbao.notification.ReportOutcomes;
import org.gongbao.publication.Uid;

/** Takes every report; of the plan one was right. The newest report of a document is what its number shows. */
final class FakeReports implements ReportIntake, ReportOutcomes {

    static final String OPEN = "0123456789abcdef01234567";
    static final String CLOSED = "123456789abcdef012345678";
    static final String UNKNOWN = "ffffffffffffffffffffffff";

    private final List<Entry> received = new ArrayList<>();

    @Override
    public String token(Uid uid) {
        return "token";
    }

    @Override
    public String number(String token) {
        return OPEN;
    }

    @Override
    public synchronized Result receive(Entry entry) {
        received.add(entry);
        return Result.RECEIVED;
    }

    synchronized Entry newest() {
        return received.get(received.size() - 1);
    }

    @Override
    public Optional<Receipt> receipt(String number) {
        Place place = new Place("field.issuedOn", "2023-05-06");
        return switch (number) {
            case OPEN -> Optional.of(new Receipt(DemoDocuments.PLAN, 3, place, DemoSite.NOW, null, null));
            case CLOSED ->
                Optional.of(new Receipt(
                        DemoDocuments.WITHDRAWN,
                        1,
                        new Place(Place.part(4), "各区人民政府"),
                        DemoSite.NOW,
                        Outcome.CORRECTED,
                        DemoSite.NOW));
            default -> Optional.empty();
        };
    }

    @Override
    public Map<Outcome, Integer> sums(Uid uid) {
        return uid.equals(DemoDocuments.PLAN) ? Map.of(Outcome.CORRECTED, 1, Outcome.DUPLICATE, 4) : Map.of();
    }
}
