package org.gongbao.bulk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.PinyinTitle;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;

/**
 * A document as a line of {@code documents.ndjson}, the one file that all others of a release are made from: its identifier
 * and version, when and at which position of the log it was published, its terms, its title in pinyin, the files of its package, and
 * its record as far as the terms let it into a dataset. The reading stands in the line, so that whoever makes the tables of it
 * needs no dictionary, nor the same one. RFC 8785, so that a document has one line only.
 */
final class DocumentLine {

    /** The file of all lines, in the order of identifiers. */
    static final String FILE = "documents.ndjson";

    /** The end of a line, whose members are sorted: {@code …,"uid":"h2apjkmwqcjj2t5p","version":1,"versionAt":"…"}}. */
    private static final Pattern END =
            Pattern.compile("\"uid\":\"([a-z0-9]{16})\",\"version\":(\\d+),\"versionAt\":\"[^\"]*\"}$");

    private DocumentLine() {}

    /** The line, without its end, of a document that is open data. */
    static byte[] of(PublishedDocument document) {
        Terms terms = document.terms();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("uid", document.uid().value());
        line.put("version", document.version());
        line.put("seq", document.position());
        line.put("releasedAt", document.releasedAt());
        line.put("versionAt", document.versionAt());
        line.put("terms", terms.code());
        PinyinTitle.of(document.record().title(), document.record().language())
                .ifPresent(pinyin -> line.put("titlePinyin", pinyin));
        line.put(
                "files",
                document.content().files().stream().map(DocumentLine::file).toList());
        line.put("record", terms.open(document.record()));
        return CanonicalJson.bytes(line);
    }

    private static Map<String, Object> file(PublicPackage.File file) {
        return Map.of(
                "name", file.name(), "mediaType", file.mediaType(), "bytes", file.bytes(), "sha256", file.sha256());
    }

    /**
     * Whose line it is.
     *
     * @throws IllegalArgumentException where it is no line of a document
     */
    static Uid uid(String line) {
        return new Uid(end(line).group(1));
    }

    static int version(String line) {
        return Integer.parseInt(end(line).group(2));
    }

    private static Matcher end(String line) {
        // A line may be long, and what is looked for is at its end.
        Matcher end = END.matcher(line.substring(Math.max(0, line.length() - 160)));
        if (!end.find()) {
            throw new IllegalArgumentException("a line that ends in no identifier, version and time");
        }
        return end;
    }
}
