package org.gongbao.extraction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * An Open Packaging container (ECMA-376 part 2): parts by name, and what they refer to. Entry names are only looked up, never
 * used as paths; what lies outside the file is never fetched; all parts together unpack to a bounded size.
 */
final class OfficePackage implements AutoCloseable {

    private final ZipFile zip;
    private final Map<String, String> names = new HashMap<>();
    private final long limit;
    private long budget;

    OfficePackage(Path file, ExtractionLimits limits) {
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFileException(
                    "file.damaged",
                    "a damaged office document came (" + e.getMessage() + "); expected a whole ZIP container");
        }
        limit = limits.unpackedBytes();
        budget = limit;
        zip.stream().forEach(entry -> names.putIfAbsent(normal(entry.getName()), entry.getName()));
    }

    private static String normal(String name) {
        String slashes = name.replace('\\', '/');
        return slashes.startsWith("/") ? slashes.substring(1) : slashes;
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    /** Opens a part; reading more than the bound of the whole file fails. */
    InputStream open(String name) throws IOException {
        String entryName = names.get(name);
        ZipEntry entry = entryName == null ? null : zip.getEntry(entryName);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (entry != null && entry.getSize() > budget) {
            throw tooLarge();
        }
        if (in == null) {
            throw new UnreadableFileException(
                    "file.damaged", "an office document without its part " + name + " came; expected a whole one");
        }
        return new Bounded(in);
    }

    private UnreadableFileException tooLarge() {
        return new UnreadableFileException(
                "file.too-large",
                "an office document that unpacks beyond the bound came; expected parts of at most " + limit
                        + " bytes together");
    }

    /** A part as a tree, where the package has it. */
    Optional<XmlElement> tree(String name) throws IOException, XMLStreamException {
        if (!has(name)) {
            return Optional.empty();
        }
        try (InputStream in = open(name)) {
            return Optional.of(XmlParts.tree(in));
        }
    }

    /** What a part refers to; the empty name stands for the package itself. */
    List<Reference> references(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String relations = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        List<Reference> references = new ArrayList<>();
        Optional<XmlElement> tree = tree(relations);
        if (tree.isPresent()) {
            for (XmlElement relation : tree.get().children()) {
                Map<String, String> attributes = relation.attributes();
                String type = attributes.getOrDefault("Type", "");
                boolean external = attributes.getOrDefault("TargetMode", "").equals("External");
                String target = attributes.getOrDefault("Target", "");
                references.add(new Reference(
                        type.substring(type.lastIndexOf('/') + 1),
                        external ? target : resolved(part, target),
                        external));
            }
        }
        return references;
    }

    private static String resolved(String part, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> steps = new ArrayList<>(List.of(part.split("/")));
        steps.remove(steps.size() - 1);
        for (String step : target.split("/")) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.remove(steps.size() - 1);
                }
            } else if (!step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * What one part refers to.
     *
     * @param type last step of the relationship's type, such as {@code footnotes}
     * @param external whether it lies outside the file
     */
    record Reference(String type, String target, boolean external) {}

    /** Takes every byte that is read from the budget of the package. */
    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            spend(Math.max(0, count));
            return count;
        }

        private void spend(int count) {
            budget -= count;
            if (budget < 0) {
                throw tooLarge();
            }
        }
    }
}
