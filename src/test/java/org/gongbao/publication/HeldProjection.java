package org.gongbao.publication;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A projection in a file that says what it holds. */
class HeldProjection extends FileProjection {

    private final String name;

    HeldProjection(String name, Path folder) {
        super(name, folder);
        this.name = name;
    }

    /** Changes what is held behind the program's back; null: it is held no more. */
    void damage(Uid uid, @Nullable String line) {
        Map<String, String> documents = documents();
        if (line == null) {
            documents.remove(uid.value());
        } else {
            documents.put(uid.value(), line);
        }
        write(documents, position());
    }

    @Override
    public List<Holdings> holdings() {
        return List.of(new Lines());
    }

    /** What is asked for when the lines are read. */
    void reading() {}

    private final class Lines implements Holdings {
        @Override
        public String name() {
            return name;
        }

        @Override
        public Map<Uid, String> held(@Nullable Set<Uid> uids) {
            reading();
            Map<Uid, String> held = new HashMap<>();
            documents().forEach((uid, line) -> {
                if (uids == null || uids.contains(new Uid(uid))) {
                    held.put(new Uid(uid), line);
                }
            });
            return held;
        }

        @Override
        public String expected(PublishedDocument document) {
            return line(document);
        }
    }
}
