package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongbao.command.BenchNotices.Fonts;
import org.gongbao.command.Comparison.Cost;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.record.DocumentRecord;

/**
 * Reading born-digital PDFs into records in a worker, one file after the other, against others' plain text of the same
 * files in the same run: the bare library and Apache Tika in this process, pdftotext in a process a file. Files that have to
 * be recognised from images are left out, and counted.
 */
final class ExtractionBench implements Bench {

    /** A page number alone in its line, {@code — 3 —}, which extraction leaves out. */
    static final Pattern PAGE_NUMBER = Pattern.compile("(?m)^\\s*[—-]\\s*\\d+\\s*[—-]\\s*$");

    private static final String OURS = "extraction with recognition";
    private static final String BARE = "bare PDFBox";

    /** Files that everything has read before it is measured: compilers go on for some hundred. */
    private static final int WARM_FILES = 300;

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        List<TextReader> others = others(plan);
        try (WorkerPool workers = plan.workers()) {
            FileReading reading = new FileReading(workers, plan.settings().gongbao());
            List<Figure> figures = new ArrayList<>();
            for (Map.Entry<String, List<Path>> group : groups(plan).entrySet()) {
                figures.addAll(new Group(plan, group.getKey(), reading, others).measure(group.getValue()));
            }
            return figures;
        } finally {
            for (TextReader other : others) {
                other.close();
            }
        }
    }

    private static List<TextReader> others(BenchPlan plan) throws IOException, ReflectiveOperationException {
        Optional<TextReader> tika = TikaText.find(TikaText.CLASS_PATH);
        if (tika.isEmpty()) {
            plan.note("not measured: Apache Tika (mvn -Ptika generate-resources writes " + TikaText.CLASS_PATH + ")");
        }
        Optional<TextReader> pdftotext = ToolText.pdftotext();
        if (pdftotext.isEmpty()) {
            plan.note("not measured: pdftotext (it is not on the PATH)");
        }
        List<TextReader> others = new ArrayList<>();
        others.add(new TextReader() {
            @Override
            public String name() {
                return BARE;
            }

            @Override
            public String text(Path file) throws IOException {
                return BarePdf.text(file);
            }
        });
        tika.ifPresent(others::add);
        pdftotext.ifPresent(others::add);
        return others;
    }

    /** Files by how they hold their fonts, which decides what reading them costs. */
    private static Map<String, List<Path>> groups(BenchPlan plan) throws IOException {
        Map<String, List<Path>> groups = new LinkedHashMap<>();
        if (!plan.files().isEmpty()) {
            groups.put("files", plan.pdfs());
            return groups;
        }
        groups.put("TrueType", plan.pdfs());
        Path folder = Files.createDirectories(plan.folder().resolve("other-fonts"));
        groups.put(
                "other fonts", new BenchNotices(plan.seed()).write(folder, plan.documents(), Fonts.DRAWN, Fonts.NAMED));
        return groups;
    }

    /** One group of files in one run. */
    private static final class Group {
        private final BenchPlan plan;
        private final String group;
        private final FileReading reading;
        private final List<TextReader> others;

        Group(BenchPlan plan, String group, FileReading reading, List<TextReader> others) {
            this.plan = plan;
            this.group = group;
            this.reading = reading;
            this.others = others;
        }

        List<Figure> measure(List<Path> all) throws Exception {
            Map<Path, String> texts = bornDigital(all);
            List<Path> files = List.copyOf(texts.keySet());
            if (files.isEmpty()) {
                throw new IllegalArgumentException("no born-digital PDF came, expected at least one");
            }
            List<Figure> figures = new ArrayList<>(quality(texts));
            Contest contest = contest(files);
            contest.warm(Math.max(2, WARM_FILES / files.size()));
            ProgressBar bar = ProgressBar.onTerminal(plan.rounds());
            for (int round = 0; round < plan.rounds(); round++) {
                contest.round();
                bar.step();
            }
            bar.end();
            figures.addAll(speed(contest, BarePdf.pages(files)));
            return figures;
        }

        private Map<Path, String> bornDigital(List<Path> all) {
            Map<Path, String> texts = new LinkedHashMap<>();
            for (Path file : all) {
                DocumentRecord record = reading.read(file);
                if (!record.source().recognisedByOcr() && !record.text().isEmpty()) {
                    texts.put(file, record.text());
                }
            }
            return texts;
        }

        private Contest contest(List<Path> files) {
            Contest contest = new Contest();
            contest.add(OURS, () -> {
                for (Path file : files) {
                    reading.read(file);
                }
            });
            for (TextReader other : others) {
                contest.add(other.name(), () -> {
                    for (Path file : files) {
                        other.text(file);
                    }
                });
            }
            return contest;
        }

        /** Speed is compared where the text is as good: the share of bare PDFBox's characters that each finds. */
        private List<Figure> quality(Map<Path, String> texts) throws Exception {
            List<Figure> figures = new ArrayList<>();
            figures.add(figure("born-digital files", texts.size(), "files"));
            int same = 0;
            List<TextShare> shares = new ArrayList<>();
            others.forEach(other -> shares.add(new TextShare()));
            TextShare ours = new TextShare();
            for (Map.Entry<Path, String> file : texts.entrySet()) {
                String bare = withoutPageNumbers(BarePdf.text(file.getKey()));
                same += BarePdf.characters(bare).equals(BarePdf.characters(file.getValue())) ? 1 : 0;
                ours.add(bare, file.getValue());
                for (int i = 0; i < shares.size(); i++) {
                    shares.get(i).add(bare, withoutPageNumbers(others.get(i).text(file.getKey())));
                }
            }
            figures.add(
                    figure("the same characters as bare PDFBox", same, "files").aimedAt("all"));
            figures.add(figure("characters of bare PDFBox found by " + OURS, ours.value(), "share"));
            for (int i = 1; i < shares.size(); i++) {
                String who = others.get(i).name();
                figures.add(figure(
                        "characters of bare PDFBox found by " + who,
                        shares.get(i).value(),
                        "share"));
            }
            return figures;
        }

        private static String withoutPageNumbers(String text) {
            return PAGE_NUMBER.matcher(text).replaceAll("");
        }

        private List<Figure> speed(Contest contest, int pages) {
            List<Figure> figures = new ArrayList<>();
            figures.add(rate(contest, OURS, pages));
            others.forEach(other -> figures.add(rate(contest, other.name(), pages)));
            figures.add(contest.ratio("extraction", group + ": time over " + BARE, OURS, BARE, Cost::wallSeconds)
                    .aimedAt("at most 1"));
            figures.add(
                    contest.ratio("extraction", group + ": processor time over " + BARE, OURS, BARE, Cost::cpuSeconds));
            for (TextReader other : others.subList(1, others.size())) {
                String who = other.name();
                boolean tika = other instanceof TikaText;
                figures.add(
                        contest.ratio("extraction", group + ": times as fast as " + who, who, OURS, Cost::wallSeconds)
                                .aimedAt(!tika ? "" : group.equals("TrueType") ? "at least 2.5" : "at least 1"));
                figures.add(contest.ratio(
                        "extraction", group + ": the same by processor time", who, OURS, Cost::cpuSeconds));
            }
            return figures;
        }

        private Figure rate(Contest contest, String who, int pages) {
            Spread seconds = contest.of(who, Cost::wallSeconds);
            Spread rates = new Spread(
                    seconds.values().stream().map(value -> pages / value).toList());
            return Figure.of("extraction", group + ": pages a second, " + who, rates, "pages/s");
        }

        private Figure figure(String what, double value, String unit) {
            return Figure.of("extraction", group + ": " + what, value, unit);
        }
    }
}
