package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well personal data is found in 500 invented papers, half of which only look as if they held some. The papers share no
 * list and no code with the finder; the seed is fixed, {@code -Dgongbao.test.seed=…} gives another.
 */
class PersonalDataQualityTest {

    private static final int PAPERS = 500;

    @TempDir
    Path folder;

    @Test
    void atLeast98PercentIsFoundAndAtLeast95PercentOfWhatIsFoundIsPersonal() throws IOException {
        long seed = Long.getLong("gongbao.test.seed", 20_240_601L);
        FinderScore score = score(seed);
        System.out.println("personal data, seed " + seed + "\n" + score.report());
        if (Boolean.getBoolean("gongbao.test.faults")) {
            score.faults().forEach(System.out::println);
        }

        assertThat(score.recall()).as("recall, seed %d", seed).isGreaterThanOrEqualTo(0.98);
        assertThat(score.precision()).as("precision, seed %d", seed).isGreaterThanOrEqualTo(0.95);
        assertThat(score.kinds())
                .contains(
                        "identity-number",
                        "bank-card",
                        "mobile",
                        "landline",
                        "travel-document",
                        "plate",
                        "e-mail",
                        "address",
                        "name",
                        "minor",
                        "birth-date",
                        "health",
                        "religion",
                        "credit-code");
        for (String kind : score.kinds()) {
            assertThat(score.recall(kind))
                    .as("recall of %s, seed %d", kind, seed)
                    .isGreaterThanOrEqualTo(0.9);
            assertThat(score.precision(kind))
                    .as("precision of %s, seed %d", kind, seed)
                    .isGreaterThanOrEqualTo(0.85);
        }
    }

    private FinderScore score(long seed) throws IOException {
        Inventions invent = new Inventions(new Random(seed));
        PersonPapers persons = new PersonPapers(invent);
        LookalikePapers lookalikes = new LookalikePapers(invent);
        PaperForms forms = new PaperForms(folder);
        FinderScore score = new FinderScore();
        for (int i = 0; i < PAPERS; i++) {
            MarkedPaper paper = i % 2 == 0 ? persons.next() : lookalikes.next();
            score.add(paper, PersonalData.over(null).mark(form(forms, paper, i / 2 % 10)));
        }
        return score;
    }

    /** A page of little but a footer's words is cut as one; then another form is taken. */
    private static boolean whole(MarkedPaper paper, DocumentRecord record) {
        return MarkedPaper.unblank(record.text()).equals(MarkedPaper.unblank(paper.text("\t")));
    }

    /** Six in ten as text, with several ways to part columns; the others read from files. */
    private static DocumentRecord form(PaperForms forms, MarkedPaper paper, int turn) throws IOException {
        return switch (turn) {
            case 0, 1 -> whole(paper, forms.html(paper)) ? forms.html(paper) : forms.docx(paper);
            case 2, 3 -> forms.docx(paper);
            case 4 -> PaperForms.text(paper, "    ");
            case 5 -> PaperForms.text(paper, " | ");
            default -> PaperForms.text(paper, "\t");
        };
    }
}
