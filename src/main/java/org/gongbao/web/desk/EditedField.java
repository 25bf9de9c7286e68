package org.gongbao.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** A field that people correct in a form: how it is shown there, and how what they type becomes its value. */
enum EditedField {
    TITLE("title", Form.WORDS, DocumentRecord::title),
    ENCLOSED_TITLE("enclosedTitle", Form.WORDS, DocumentRecord::enclosedTitle),
    DOCUMENT_NUMBER("documentNumber", Form.WORDS, DocumentRecord::documentNumber),
    ISSUERS("issuers", Form.LIST, DocumentRecord::issuers),
    ISSUED_ON("issuedOn", Form.DAY, DocumentRecord::issuedOn),
    ADDRESSEES("addressees", Form.LIST, DocumentRecord::addressees),
    DOCUMENT_KIND("documentKind", Form.WORDS, DocumentRecord::documentKind),
    INSTRUMENT_FORM("instrumentForm", Form.WORDS, DocumentRecord::instrumentForm),
    PUBLISHED_ON("publishedOn", Form.DAY, DocumentRecord::publishedOn),
    EFFECTIVE_ON("effectiveOn", Form.DAY, DocumentRecord::effectiveOn),
    EXPIRES_ON("expiresOn", Form.DAY, DocumentRecord::expiresOn),
    DISCLOSURE_MODE("disclosure.mode", Form.MODE, record -> record.disclosure().mode()),
    INDEX_NUMBER("indexNumber", Form.WORDS, DocumentRecord::indexNumber),
    REGISTRY_NUMBER("registryNumber", Form.WORDS, DocumentRecord::registryNumber),
    THEMES("themes", Form.LIST, DocumentRecord::themes),
    SUMMARY("summary", Form.WORDS, DocumentRecord::summary);

    private static final int LONGEST = 20_000;

    /** What a value is made of. */
    enum Form {
        WORDS,
        /** One a line. */
        LIST,
        DAY,
        /** The mode of disclosure, one of several attributes that are one field. */
        MODE
    }

    private final String name;
    private final Form form;
    private final Function<DocumentRecord, @Nullable Object> value;

    EditedField(String name, Form form, Function<DocumentRecord, @Nullable Object> value) {
        this.name = name;
        this.form = form;
        this.value = value;
    }

    static Optional<EditedField> of(String name) {
        return Arrays.stream(values()).filter(field -> field.name.equals(name)).findFirst();
    }

    /** The name in the record contract; as a method of beans for templates. */
    public String getName() {
        return name;
    }

    /** The field of the record that holds it, as corrections name it. */
    public String getField() {
        return form == Form.MODE ? "disclosure" : name;
    }

    /** The message that names it; a title is called otherwise here than on public pages. */
    public String getWord() {
        return (this == TITLE || this == ENCLOSED_TITLE ? "desk.record." : "field.") + name;
    }

    public Form getForm() {
        return form;
    }

    /** The value as a form shows it. */
    String shown(DocumentRecord record) {
        Object now = value.apply(record);
        if (now instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        return now == null ? "" : now.toString();
    }

    /**
     * What was typed as JSON; nothing typed is null, or no element.
     *
     * @param record the document as it is now
     * @throws Refusal where a day is none
     */
    String json(String typed, DocumentRecord record) {
        String text = Texts.limited(typed, LONGEST);
        return switch (form) {
            case LIST ->
                CanonicalJson.write(text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
            case DAY -> text.isEmpty() ? "null" : CanonicalJson.write(day(text).toString());
            case MODE -> CanonicalJson.write(record.disclosure().withMode(text.isEmpty() ? null : text));
            case WORDS -> text.isEmpty() ? "null" : CanonicalJson.write(text);
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(Objects.requireNonNull(text));
        } catch (DateTimeException e) {
            throw Refusal.badRequest("desk.day", text);
        }
    }
}
