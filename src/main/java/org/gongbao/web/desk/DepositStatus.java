package org.gongbao.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.State;
import org.gongbao.review.Submission;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.web.desk.Understandings.Understood;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a submission stands, as machines are told: what was understood of each file, and all that is missing or doubtful. */
@Component
class DepositStatus {

    private final Understandings understandings;
    private final GongbaoSettings settings;

    DepositStatus(Understandings understandings, GongbaoSettings settings) {
        this.understandings = understandings;
        this.settings = settings;
    }

    Map<String, @Nullable Object> of(Submission submission) {
        List<Understood> understood = understandings.of(submission);
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("id", submission.id());
        status.put("state", submission.state().code());
        status.put("review", submission.review());
        status.put("receivedAt", submission.createdAt());
        status.put("dueOn", submission.dueOn());
        status.put("releaseAt", submission.releaseAt());
        status.put("complete", understood.stream().allMatch(Understood::isRead));
        status.put(
                "files", understood.stream().map(each -> file(each, submission)).toList());
        status.put("problems", problems(submission, understood));
        return status;
    }

    private Map<String, @Nullable Object> file(Understood understood, Submission submission) {
        Uid uid = understood.document().uid();
        DocumentRecord record = understood.record();
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("name", understood.document().name());
        file.put("role", understood.document().kind().code());
        file.put("outcome", understood.document().outcome());
        file.put("document", uid == null ? null : uid.value());
        boolean isPublic = uid != null && submission.state() == State.PUBLISHED;
        file.put("address", isPublic ? settings.base() + "/id/doc/" + uid : null);
        if (record != null) {
            file.put("title", record.displayTitle());
            file.put("documentNumber", record.documentNumber());
            file.put("issuers", record.issuers());
            file.put("issuedOn", record.issuedOn());
            file.put("personalData", understood.personalData());
        }
        return file;
    }

    private static List<Map<String, @Nullable Object>> problems(Submission submission, List<Understood> understood) {
        List<Map<String, @Nullable Object>> problems = new ArrayList<>();
        submission.statement().problems().forEach(word -> problems.add(problem(null, "statement." + word, null)));
        for (Understood each : understood) {
            String name = each.document().name();
            each.missing().forEach(field -> problems.add(problem(name, "missing." + field, null)));
            each.doubts().forEach(finding -> problems.add(problem(name, finding.code(), finding.message())));
            if (each.isRead() && each.document().uid() == null) {
                problems.add(problem(
                        name,
                        "file." + each.document().outcome(),
                        each.document().reason()));
            }
        }
        if (submission.problem() != null) {
            problems.add(problem(null, "release.held-back", submission.problem()));
        }
        return problems;
    }

    private static Map<String, @Nullable Object> problem(@Nullable String file, String code, @Nullable String message) {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("file", file);
        problem.put("code", code);
        problem.put("message", message);
        return problem;
    }
}
