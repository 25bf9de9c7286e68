package org.gongbao.privacy;

import java.util.List;

/**
 * A template for one kind of document (公文模板), as {@code ingest/templates/*.yaml} describes it.
 *
 * @param name the name of its file, for addresses
 * @param title what it is called, in Chinese
 */
record Template(String name, String title, List<Part> parts) {

    Template {
        parts = List.copyOf(parts);
    }

    /** What stands in the document, in its order. */
    sealed interface Part {

        /** A paragraph, or an empty line. */
        record Words(TemplateStyle style, String text) implements Part {}

        /** A table with a head and rows of prompts. */
        record Ruled(List<String> head, List<List<String>> rows) implements Part {

            public Ruled {
                head = List.copyOf(head);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }
    }
}
