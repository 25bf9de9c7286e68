package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.List;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** What documents refer to beside each other, as RDF: agencies, issues of gazettes, and lists of such. */
public interface RegisterGraphs {

    void write(Agency agency, RdfFormat format, OutputStream out);

    void write(Issue issue, RdfFormat format, OutputStream out);

    void write(Listing listing, RdfFormat format, OutputStream out);

    /**
     * An agency.
     *
     * @param key its identifier, or the name it is known by where that is all
     * @param identifier null where it is not known which agency it is
     * @param division code of its division, null with the identifier
     * @param names its name first, and then others
     * @param changes how it came from others, was renamed, or went over to others
     */
    record Agency(
            String key,
            @Nullable String identifier,
            @Nullable String division,
            List<String> names,
            List<Change> changes) {
        public Agency {
            names = List.copyOf(names);
            changes = List.copyOf(changes);
        }
    }

    /**
     * A change of agencies (机构改革). Only agencies that have a page here are named by their identifiers.
     *
     * @param home the agency under whose identifier the change has its own
     * @param name what tells it from others there
     * @param on a day, a month or a year, as it is known
     * @param originals those that were there before
     * @param results those that were there after
     * @param label who became whom, in words
     */
    record Change(String home, String name, String on, List<String> originals, List<String> results, String label) {
        public Change {
            originals = List.copyOf(originals);
            results = List.copyOf(results);
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

    /**
     * What there is under an address.
     *
     * @param segments of the path of the address, as words
     */
    record Listing(List<String> segments, String name, List<Member> members) {
        public Listing {
            segments = List.copyOf(segments);
            members = List.copyOf(members);
        }
    }

    /** @param segments of the path of its address, as words */
    record Member(List<String> segments, String name) {
        public Member {
            segments = List.copyOf(segments);
        }
    }
}
