package org.gongbao.web.desk;

import java.util.List;
import java.util.Optional;
import org.gongbao.privacy.Templates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The templates that the desk offers, called as the reader's language calls them (公文模板). */
@Component
class DeskTemplates {

    private final Templates templates;
    private final MessageSource messages;

    DeskTemplates(Templates templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    /** A template by the name of its address. */
    record Offered(String name, String title) {}

    List<Offered> all() {
        return templates.names().stream()
                .map(name -> new Offered(name, title(name)))
                .toList();
    }

    /** One that a folder of one's own adds has no words here and is called as its description calls it. */
    String title(String name) {
        String own = templates.title(name).orElse(name);
        String word = messages.getMessage("desk.template." + name, null, own, LocaleContextHolder.getLocale());
        return word == null ? own : word;
    }

    Optional<byte[]> docx(String name) {
        return templates.docx(name);
    }
}
