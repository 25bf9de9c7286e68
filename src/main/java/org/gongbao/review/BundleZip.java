package org.gongbao.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a bundle that came as ZIP. Names only tell files apart: an entry in a folder, or with a name that could be a path, is
 * refused; bytes are counted while they come, whatever the directory of the ZIP says.
 */
final class BundleZip {

    static final String DESCRIPTION = "submission.json";

    private final BundleStore store;
    private final BundleLimits limits;
    private final List<BundleProblem> problems;
    private final Map<String, Path> files = new LinkedHashMap<>();

    BundleZip(BundleStore store, BundleLimits limits, List<BundleProblem> problems) {
        this.store = store;
        this.limits = limits;
        this.problems = problems;
    }

    /** The entries by name; what is wrong with them is among the problems. */
    Map<String, Path> unpack(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            List<ZipEntry> entries = zip.stream().map(ZipEntry.class::cast).toList();
            if (entries.size() > limits.files() + 1) {
                problems.add(BundleProblem.of("", "too-many-files", entries.size(), limits.files()));
                return files;
            }
            Set<String> seen = new HashSet<>();
            for (ZipEntry entry : entries) {
                String name = entry.getName();
                if (!BundleNames.isPlain(name)) {
                    problems.add(BundleProblem.of("", "name-unsafe", BundleNames.shown(name)));
                } else if (!seen.add(BundleNames.key(name))) {
                    problems.add(BundleProblem.of("", "name-twice", name));
                } else if (!unpack(zip, entry)) {
                    return files;
                }
            }
        } catch (ZipException e) {
            problems.add(BundleProblem.of("", "zip-damaged", String.valueOf(e.getMessage())));
        }
        if (!files.containsKey(DESCRIPTION)) {
            problems.add(BundleProblem.of("", "description-missing", DESCRIPTION));
        }
        return files;
    }

    /** @return whether further ones may be unpacked */
    private boolean unpack(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            files.put(entry.getName(), store.copy(in));
            return true;
        } catch (BundleStore.TooLargeException e) {
            problems.add(BundleProblem.of("", "entry-too-large", entry.getName(), e.bound));
            return false;
        } catch (ZipException | java.io.EOFException e) {
            problems.add(BundleProblem.of("", "entry-damaged", entry.getName(), String.valueOf(e.getMessage())));
            return true;
        }
    }
}
