package org.gongbao.web.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongbao.access.Role;
import org.gongbao.notification.Abstract;
import org.gongbao.notification.Cover;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.web.Refusal;
import org.gongbao.web.site.ArticleHtml;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What an editor takes to a social account: the article, its digest and its cover, made from the public package. */
@Controller
class ArticleController {

    private final PublishedDocuments documents;
    private final GongbaoSettings settings;
    private final MessageSource messages;

    ArticleController(PublishedDocuments documents, GongbaoSettings settings, MessageSource messages) {
        this.documents = documents;
        this.settings = settings;
        this.messages = messages;
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/published/{uid}/article.zip")
    ResponseEntity<byte[]> article(@PathVariable String uid) throws IOException {
        if (!Uid.isUid(uid) || !(documents.find(new Uid(uid)).orElse(null) instanceof PublicState.Public state)) {
            throw Refusal.notFound();
        }
        if (!state.document().terms().mayBeIndexed()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "page-only");
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=article-" + uid + ".zip")
                .body(zip(state.document()));
    }

    private byte[] zip(PublishedDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            String source = messages.getMessage("desk.article.source", null, LocaleContextHolder.getLocale());
            String html = ArticleHtml.of(document, settings.base(), source);
            entry(zip, "article.html", html.getBytes(StandardCharsets.UTF_8));
            entry(zip, "digest.txt", Abstract.of(document.record()).getBytes(StandardCharsets.UTF_8));
            entry(zip, "cover.png", Cover.png(document.record(), settings.publisher()));
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
