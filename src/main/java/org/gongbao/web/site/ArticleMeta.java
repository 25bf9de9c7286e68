package org.gongbao.web.site;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.PageFrame;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the meta tags of a document's page say of it (国办发〔2017〕47号). */
@Component("articleMeta")
public class ArticleMeta {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SiteIdentity identity;
    private final PageFrame frame;

    ArticleMeta(SiteIdentity identity, PageFrame frame) {
        this.identity = identity;
        this.frame = frame;
    }

    /**
     * The tags.
     *
     * @param published when this site released it (发布日期), to the minute
     * @param source who brings it: the gazette that printed it, else who issued it, else this site
     */
    public record Article(@Nullable String title, String published, String source, String keywords, String author) {}

    public Article of(DocumentRecord record, @Nullable String title, Instant releasedAt) {
        String author = String.join("、", record.issuers());
        return new Article(
                title,
                MINUTE.format(releasedAt.atZone(identity.zone())),
                source(record, author),
                Stream.of(record.themes().stream(), Stream.ofNullable(record.documentKind()))
                        .flatMap(words -> words)
                        .distinct()
                        .collect(Collectors.joining(",")),
                author);
    }

    private String source(DocumentRecord record, String author) {
        if (record.gazette() != null && record.gazette().series() != null) {
            return record.gazette().series();
        }
        return author.isEmpty() ? frame.siteName() : author;
    }
}
