package org.gongbao.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.archive.StorageException;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a published document may travel (传播范围和开放属性), each further than the one before. A package that says nothing is
 * {@link #OPEN}; the others say so in a file of the package, so that projections and mirrors know it from the package alone.
 *
 * <p>The document's own page and its forms are public under all of them, and so is the search of this site.
 */
public enum Terms {
    /** 仅网页: search engines are asked to leave its page out, and no dataset holds it. */
    PAGE("page"),
    /** 搜索引擎: its page may be found from outside; no dataset holds it. Also what is 不予开放 as data. */
    SEARCH_ENGINES("search-engines"),
    /** 有条件开放: datasets hold its description with these terms, and not its text. */
    CONDITIONAL("conditional"),
    /** 无条件开放: datasets hold all of it. */
    OPEN("open");

    /** Name of the file in a package. */
    public static final String FILE = "terms.json";

    private static final String SCHEMA = "gongbao-terms/1";

    private final String code;

    Terms(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * Whether search engines may list its page. What carries it on to other places asks the same: feeds, webhooks, articles
     * for social accounts.
     */
    public boolean mayBeIndexed() {
        return this != PAGE;
    }

    /** Whether datasets may describe it. */
    public boolean isOpenData() {
        return this == CONDITIONAL || this == OPEN;
    }

    /**
     * What datasets may hold of a record.
     *
     * @throws IllegalStateException where it is not open data
     */
    public DocumentRecord open(DocumentRecord record) {
        return switch (this) {
            case OPEN -> record;
            case CONDITIONAL -> description(record);
            case PAGE, SEARCH_ENGINES -> throw new IllegalStateException("the terms " + code + " are not open data");
        };
    }

    /** The fields of the catalogue; whatever repeats the text is left out, evidence and citations with their quotes too. */
    private static DocumentRecord description(DocumentRecord record) {
        return record.toBuilder()
                .text("")
                .summary(null)
                .sections(List.of())
                .tables(List.of())
                .tasks(List.of())
                .citations(List.of())
                .claims(Map.of())
                .findings(List.of())
                .items(record.items().stream().map(Terms::description).toList())
                .build();
    }

    /** The content with these terms in it; what is open says nothing, as packages did before there were terms. */
    public PackageContent in(PackageContent content, Path folder) throws IOException {
        if (this == OPEN) {
            return content;
        }
        return content.with(FILE, write(folder));
    }

    /** Writes the file that states these terms. */
    public Path write(Path folder) throws IOException {
        return Files.write(folder.resolve(FILE), CanonicalJson.bytes(Map.of("schema", SCHEMA, "terms", code)));
    }

    /** The narrower of two: what holds parts of both travels no further. */
    public Terms and(Terms other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The terms that content states which is to be a package. */
    static Terms of(PackageContent content) {
        Path file = content.files().get(FILE);
        try {
            return file == null ? OPEN : parse(Files.readAllBytes(file), file);
        } catch (IOException | JacksonException e) {
            throw new StorageException("the terms in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The terms that a package states. */
    static Terms of(PublicPackage published) {
        return published.file(FILE).map(Terms::read).orElse(OPEN);
    }

    /** What cannot be read is never taken for open. */
    private static Terms read(PublicPackage.File file) {
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            if (!Digests.sha256(bytes).equals(file.sha256())) {
                throw new StorageException("the terms in " + file.path() + " differ from their digest");
            }
            return parse(bytes, file.path());
        } catch (IOException | JacksonException e) {
            throw new StorageException("the terms in " + file.path() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Terms parse(byte[] bytes, Path file) {
        String code = JsonMapper.shared().readTree(bytes).path("terms").asString();
        return find(code).orElseThrow(() -> new StorageException("the terms in " + file + " are unknown: " + code));
    }

    private static Optional<Terms> find(String code) {
        return Arrays.stream(values()).filter(terms -> terms.code.equals(code)).findFirst();
    }

    /** The terms of a code; the narrowest for one that is unknown. */
    static Terms ofCode(String code) {
        return find(code).orElse(PAGE);
    }
}
