package org.gongbao.web.mcp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** The arguments of a call; what is not known or has no meaning is refused with what was expected. */
record McpArguments(Map<String, Object> given) {

    private static final int LONGEST = 500;

    /** A call cannot be answered. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    static McpArguments of(@Nullable Map<String, Object> given, Set<String> known) {
        Map<String, Object> all = given == null ? Map.of() : given;
        all.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Wrong("there is no argument " + name + "; expected " + String.join(", ", new TreeSet<>(known)));
        });
        return new McpArguments(all);
    }

    @Nullable
    String text(String name) {
        Object value = given.get(name);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        if (!(value instanceof String text) || text.length() > LONGEST) {
            throw new Wrong(name + " must be a text of at most " + LONGEST + " characters");
        }
        return text.strip();
    }

    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new Wrong(name + " is missing");
        }
        return text;
    }

    int number(String name, int usual, int least, int most) {
        Object value = given.get(name);
        if (value == null) {
            return usual;
        }
        if (!(value instanceof Number number)
                || number.doubleValue() != number.intValue()
                || number.intValue() < least
                || number.intValue() > most) {
            throw new Wrong(name + " is " + value + ", expected a whole number from " + least + " to " + most);
        }
        return number.intValue();
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Wrong(name + " is " + text + ", expected a day such as 2024-05-01");
        }
    }

    /** The identifier of a document, alone or at the end of its address. */
    Uid uid(String name) {
        String text = required(name);
        String last = text.substring(text.lastIndexOf('/') + 1);
        if (!Uid.isUid(last)) {
            throw new Wrong(text + " is no identifier of a document");
        }
        return new Uid(last);
    }

    /** The open document that an argument names. */
    PublishedDocument document(String name, PublishedDocuments documents) {
        Uid uid = uid(name);
        PublicState state = documents.find(uid).orElseThrow(() -> new Wrong("there is no document " + uid));
        if (state instanceof PublicState.Gone gone) {
            throw new Wrong(
                    "document " + uid + " was " + gone.event().code() + " at " + gone.at() + ": " + gone.reason());
        }
        PublishedDocument document = ((PublicState.Public) state).document();
        if (!document.terms().isOpenData()) {
            throw new Wrong("document " + uid + " is no open data; it may be read on its page alone: /doc/" + uid);
        }
        return document;
    }
}
