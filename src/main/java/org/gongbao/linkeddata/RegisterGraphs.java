package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.List;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** What documents refer to beside each other, as RDF: agencies and issues of gazettes. */
public interface RegisterGraphs {

    void write(Agency agency, RdfFormat format, OutputStream out);

    void write(Issue issue, RdfFormat format, OutputStream out);

    /**
     * An agency.
     *
     * @param key its identifier, or the name it is known by where that is all
     * @param identifier null where it is not known which agency it is
     * @param division code of its division, null with the identifier
     * @param names its name first, and then others
     */
    record Agency(
            String key,
            @Nullable String identifier,
            @Nullable String division,
            List<String> names) {
        public Agency {
            names = List.copyOf(names);
        }
    }

    /**
     * An issue of a gazette.
     *
     * @param whole the document that is the whole issue, null where there is none
     * @param parts documents that are known to stand in it
     */
    record Issue(
            String series, int year, int number, @Nullable Uid whole, List<Uid> parts) {
        public Issue {
            parts = List.copyOf(parts);
        }
    }
}
