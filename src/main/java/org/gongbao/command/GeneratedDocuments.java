package org.gongbao.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.gongbao.record.Source;
import org.gongbao.record.Task;

/**
 * Documents as the projections are given them, as many as one likes, without packages on disk: of 400 agencies in 20 years,
 * 1,600 characters in the middle and up to twenty times that, one in eight with duties. The same seed and number give the
 * same document.
 */
final class GeneratedDocuments {

    private static final int CHARACTERS = 1_600;
    private static final double SPREAD = 0.8;
    private static final int LONGEST = 20 * CHARACTERS;
    private static final int CITIES = 40;
    private static final int FIRST_YEAR = 2004;
    private static final int YEARS = 20;
    private static final int WITH_DUTIES = 8;

    private static final List<String> KINDS = List.of("通知", "意见", "决定", "公告", "通告", "批复", "办法", "规定", "方案", "令");
    private static final List<String> THEMES =
            List.of("财政", "教育", "卫生健康", "城乡建设", "农业农村", "市场监管", "民政", "环境保护", "交通运输", "人事");
    private static final List<String> OFFICES =
            List.of("人民政府", "人民政府办公室", "财政局", "教育局", "民政局", "交通运输局", "卫生健康委员会", "农业农村局", "市场监督管理局", "住房和城乡建设局");

    private final GeneratedText text = new GeneratedText();
    private final long seed;

    GeneratedDocuments(long seed) {
        this.seed = seed;
    }

    /** Documents 0 to {@code count - 1}, before the first position of a log. */
    Stream<Change> changes(int count) {
        return IntStream.range(0, count)
                .mapToObj(this::document)
                .map(document -> new Change(document.position(), document.uid(), document));
    }

    PublishedDocument document(int number) {
        Random random = random(number);
        LocalDate issuedOn = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(YEARS * 365));
        String city = city(random.nextInt(CITIES));
        String issuer = city + OFFICES.get(random.nextInt(OFFICES.size()));
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String title = issuer + "关于" + subject(number) + "的" + kind;
        List<String> paragraphs = text.paragraphs(random, length(random));
        String whole = title + "\n" + String.join("\n", paragraphs) + "\n" + issuer + "\n" + issuedOn;
        DocumentRecord record = DocumentRecord.builder(source(number, whole))
                .title(title)
                .documentNumber(city.charAt(0) + "政办发〔" + issuedOn.getYear() + "〕" + (1 + number) + "号")
                .documentKind(kind)
                .issuers(List.of(issuer))
                .agencies(List.of(AgencyReference.unresolved(issuer)))
                .issuedOn(issuedOn)
                .themes(List.of(THEMES.get(random.nextInt(THEMES.size()))))
                .sections(sections(paragraphs))
                .tasks(number % WITH_DUTIES == 0 ? tasks(random, city, issuedOn) : List.of())
                .text(whole)
                .build();
        Uid uid = uid(random);
        Instant at = issuedOn.plusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new PublishedDocument(uid, 1, 0, at, at, new PublicPackage(uid, 1, record, List.of()), List.of());
    }

    /** What a document is about: four words that hardly another one has. */
    String subject(int number) {
        return text.words(new Random(seed ^ ~(number * 0x9E3779B97F4A7C15L)), 4);
    }

    /** A word as texts have it. */
    String word(Random random) {
        return text.word(random);
    }

    static String city(int number) {
        return "云江河山海林石泉".charAt(number % 8) + "州阳城宁安".substring(number / 8, number / 8 + 1) + "市";
    }

    static String issuer(Random random) {
        return city(random.nextInt(CITIES)) + OFFICES.get(random.nextInt(OFFICES.size()));
    }

    private Random random(int number) {
        return new Random(seed + number * 0x9E3779B97F4A7C15L);
    }

    /** Many short and a few long ones. */
    private static int length(Random random) {
        return (int) Math.min(LONGEST, CHARACTERS * Math.exp(SPREAD * random.nextGaussian()));
    }

    private static Uid uid(Random random) {
        String letters = "0123456789abcdefghjkmnpqrstvwxyz";
        StringBuilder uid = new StringBuilder();
        for (int i = 0; i < Uid.mint().value().length(); i++) {
            uid.append(letters.charAt(random.nextInt(letters.length())));
        }
        return new Uid(uid.toString());
    }

    private static Source source(int number, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return new Source("made-" + number + ".txt", "0".repeat(64), "text/plain", bytes, "UTF-8", null, false);
    }

    private static List<Section> sections(List<String> paragraphs) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            sections.add(new Section(BenchWords.numeral(1 + i % 99) + "、", 1, null, paragraphs.get(i), List.of()));
        }
        return sections;
    }

    private List<Task> tasks(Random random, String city, LocalDate issuedOn) {
        List<Task> tasks = new ArrayList<>();
        for (int number = 1; number <= 2 + random.nextInt(8); number++) {
            tasks.add(new Task(
                    number,
                    THEMES.get(random.nextInt(THEMES.size())),
                    text.words(random, 8),
                    List.of(city + OFFICES.get(random.nextInt(OFFICES.size()))),
                    text.words(random, 12),
                    List.of(issuedOn.plusDays(30 + random.nextInt(700)))));
        }
        return tasks;
    }
}
