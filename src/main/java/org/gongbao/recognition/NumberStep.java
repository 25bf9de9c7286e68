package org.gongbao.recognition;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentNumber;
import org.gongbao.record.DocumentNumberReader;
import org.gongbao.record.Finding;

/**
 * The document number (发文字号): the line of its own first, the header second, the sidecar last. A damaged number is repaired
 * and checked against the years that header, signature and index number name.
 */
final class NumberStep implements Step {

    /** {@code 云政办发〔2013〕158号云州市人民政府办公室关于….doc}: a link to the document itself. */
    static final Pattern FILE_LINK = Pattern.compile("(.{6,160})\\.(?:docx?|pdf|wps|ofd|rtf)");

    /** {@code YZFGS—2017—9} on a line of its own above the title. */
    private static final Pattern REGISTRY =
            Pattern.compile("[A-Z]{2,12}\\d{0,3}[-—－–]{1,2}(?:19|20)\\d{2}[-—－–]{1,2}\\d{1,5}(?:号)?");

    @Override
    public void apply(Draft draft) {
        Optional<Seen> stated = stated(draft);
        Anatomy.NumberLine line = draft.anatomy().number();
        if (line != null) {
            fromLine(draft, line, stated);
        } else if (stated.isPresent()) {
            accept(draft, stated.get());
        } else {
            fromLink(draft).or(() -> fromSidecar(draft)).ifPresent(seen -> accept(draft, seen));
        }
        draft.number().ifPresent(number -> compare(draft, number));
        registry(draft);
    }

    private static void fromLine(Draft draft, Anatomy.NumberLine line, Optional<Seen> stated) {
        DocumentNumberReader.Reading reading = line.reading();
        Optional<DocumentNumber> other = stated.flatMap(seen -> parse(seen.value()));
        if (reading.repaired()
                && other.isPresent()
                && other.get().code().equals(reading.number().code())) {
            accept(draft, stated.get());
            told(draft, reading, seen(draft, line));
            return;
        }
        Seen seen = seen(draft, line);
        draft.number(reading.number());
        told(draft, reading, seen);
        normalised(draft, reading, seen);
        draft.claim("documentNumber", seen);
    }

    private static Seen seen(Draft draft, Anatomy.NumberLine line) {
        DocumentNumberReader.Reading reading = line.reading();
        int from = Math.max(0, line.from());
        int to = Math.min(line.segment().text().length(), from + reading.raw().length());
        boolean doubted = reading.repaired() && !NumberYears.confirm(draft, reading.number());
        String rule = doubted ? reading.rule().replace("/", "-unconfirmed/") : reading.rule();
        double confidence = doubted ? 0.6 : reading.confidence();
        Seen seen = Seen.at(line.segment(), from, to, reading.number().toString(), rule);
        return reading.repaired() ? seen.repairedTo(seen.value(), confidence) : seen.withConfidence(confidence);
    }

    private static void told(Draft draft, DocumentNumberReader.Reading reading, Seen seen) {
        if (reading.repaired()) {
            draft.finding(
                    Finding.warning(
                            "number.repaired",
                            "the document number came as \"" + reading.raw() + "\", read as " + seen.value()
                                    + "; expected code〔year〕number号"),
                    seen);
            NumberYears.compareIndex(draft, reading.number());
        }
    }

    /** What the line of its own says, whether or not it is believed. */
    static Optional<Seen> ofLine(Draft draft) {
        return Optional.ofNullable(draft.anatomy().number()).map(line -> seen(draft, line));
    }

    /** What the header says, whether or not it is believed. */
    static Optional<Seen> ofHeader(Draft draft) {
        return stated(draft)
                .flatMap(seen -> DocumentNumberReader.parse(seen.value(), Set.of())
                        .map(reading -> {
                            Seen read = seen.withValue(reading.number().toString());
                            return reading.repaired()
                                    ? read.repairedTo(read.value(), 0.9)
                                    : read.withConfidence(reading.confidence());
                        }));
    }

    private static void accept(Draft draft, Seen seen) {
        Optional<DocumentNumberReader.Reading> reading = DocumentNumberReader.parse(seen.value(), Set.of());
        if (reading.isEmpty()) {
            draft.finding(
                    Finding.info(
                            "number.unknown-form",
                            "\"" + seen.value() + "\" is labelled a document number, but has no form of one"),
                    seen);
            return;
        }
        draft.number(reading.get().number());
        Seen number = seen.withValue(reading.get().number().toString())
                .withConfidence(reading.get().confidence());
        draft.claim("documentNumber", reading.get().repaired() ? number.repairedTo(number.value(), 0.9) : number);
        if (reading.get().repaired()) {
            draft.finding(
                    Finding.warning(
                            "number.repaired",
                            "the document number came as \"" + seen.raw() + "\", read as " + number.value()),
                    number);
            NumberYears.compareIndex(draft, reading.get().number());
        }
        normalised(draft, reading.get(), number);
    }

    /** Other brackets, figures or a 第 are no damage; that the number is not printed as it came is told all the same. */
    private static void normalised(Draft draft, DocumentNumberReader.Reading reading, Seen seen) {
        if (reading.isWrittenOtherwise()) {
            draft.finding(
                    Finding.info(
                            "number.normalised",
                            "the document number came as \"" + seen.raw() + "\", written " + reading.number()),
                    seen);
        }
    }

    private static Optional<Seen> stated(Draft draft) {
        Optional<Seen> labelled = draft.header().value("documentNumber");
        return labelled.isPresent()
                ? labelled
                : draft.header()
                        .value("siteFileNumber")
                        .filter(seen -> parse(seen.value()).isPresent());
    }

    private static Optional<Seen> fromSidecar(Draft draft) {
        return draft.sidecar().value("documentNumber");
    }

    private static Optional<Seen> fromLink(Draft draft) {
        return draft.flow().segments().stream()
                .filter(segment -> FILE_LINK.matcher(segment.text()).matches())
                .flatMap(segment -> DocumentNumberReader.find(segment.text(), Set.of()).stream()
                        .filter(reading -> reading.start() == 0)
                        .map(reading -> Seen.at(segment, 0, reading.end(), reading.raw(), "number.file-link/1")
                                .withConfidence(0.9)))
                .findFirst();
    }

    private static void compare(Draft draft, DocumentNumber number) {
        stated(draft).or(() -> fromSidecar(draft)).ifPresent(other -> {
            Optional<DocumentNumber> parsed = parse(other.value());
            if (parsed.isPresent() && !sameSeries(parsed.get()).equals(sameSeries(number))) {
                draft.finding(
                        Finding.warning(
                                "number.disagrees",
                                "the document says " + number + ", its metadata say " + parsed.get()),
                        other);
            }
        });
    }

    /** Sites write 国令 for 国务院令. */
    static String sameSeries(DocumentNumber number) {
        return number.key().replaceFirst("^国令", "国务院令");
    }

    /** 规范性文件登记号, and a 文件编号 that is a site's own number. */
    private static void registry(Draft draft) {
        draft.header()
                .value("siteFileNumber")
                .filter(seen -> parse(seen.value()).isEmpty())
                .ifPresent(seen -> {
                    draft.record().siteFileNumber(seen.value());
                    draft.claim("siteFileNumber", seen);
                });
        draft.header().value("registryNumber").or(() -> registryLine(draft)).ifPresent(seen -> {
            draft.record().registryNumber(seen.value());
            draft.claim("registryNumber", seen);
        });
    }

    private static Optional<Seen> registryLine(Draft draft) {
        return draft.anatomy().head().stream()
                .filter(line -> REGISTRY.matcher(line.squeezed()).matches())
                .findFirst()
                .map(line -> Seen.whole(line, line.squeezed(), "number.registry-line/1"));
    }

    static Optional<DocumentNumber> parse(String text) {
        return DocumentNumberReader.parse(text, Set.of()).map(DocumentNumberReader.Reading::number);
    }
}
