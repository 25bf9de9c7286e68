package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gongbao.record.Finding;

/**
 * Reads a ZIP as its parts, in the order of the archive. A part that cannot be read is an error finding; the others are read
 * all the same. Names serve to be shown, never as paths; parts, pages, bytes and nesting are
 * bounded.
 */
public final class ZipExtractor implements Extractor {

    /** An archive in an archive is read, one inside that is not. */
    private static final int DEEPEST = 2;

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MediaTypes.ZIP);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        return extract(file, mediaType, limits, WorkerTask.Pages.NONE);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages pages) {
        return new Reading(limits, new PartPages(pages), false).archive(file, 1);
    }

    @Override
    public ExtractedText head(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages pages) {
        return new Reading(limits, new PartPages(pages), true).archive(file, 1);
    }

    /** One reading of an archive with all archives in it, which share its bounds. */
    private static final class Reading {

        private final ExtractionLimits limits;
        private final PartPages pages;
        private final boolean headsOnly;
        private long bytes;
        private int count;

        Reading(ExtractionLimits limits, PartPages pages, boolean headsOnly) {
            this.limits = limits;
            this.pages = pages;
            this.headsOnly = headsOnly;
            this.bytes = limits.unpackedBytes();
        }

        ExtractedText archive(Path file, int depth) {
            List<ExtractedText.Part> parts = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
                Path folder = Files.createTempDirectory("gongbao-zip");
                try {
                    entries(zip, folder, depth, parts, findings);
                } finally {
                    delete(folder);
                }
            } catch (ZipException e) {
                throw refused(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (parts.isEmpty() && findings.isEmpty()) {
                findings.add(Finding.warning("zip.empty", "a ZIP without any file came; expected documents"));
            }
            return new ExtractedText(MediaTypes.ZIP, null, List.of(), List.of(), Map.of(), parts, findings);
        }

        private static UnreadableFileException refused(ZipException e) {
            String message = String.valueOf(e.getMessage());
            return message.contains("encrypted")
                    ? Refusals.encrypted(MediaTypes.ZIP)
                    : new UnreadableFileException(
                            "file.damaged", "a damaged ZIP came (" + message + "); expected a whole one");
        }

        private void entries(
                ZipFile zip, Path folder, int depth, List<ExtractedText.Part> parts, List<Finding> findings) {
            List<ZipEntry> entries = zip.stream().map(ZipEntry.class::cast).toList();
            for (ZipEntry entry : entries) {
                String name = ZipNames.decoded(entry.getName());
                if (entry.isDirectory() || ZipNames.isSystem(name)) {
                    continue;
                }
                if (++count > limits.parts()) {
                    findings.add(Finding.error(
                            "zip.too-many-parts",
                            entries.size() + " entries came; expected at most " + limits.parts()
                                    + " files, and the others were not read"));
                    return;
                }
                part(zip, entry, name, folder, depth, parts, findings);
                if (bytes < 0) {
                    return;
                }
            }
        }

        private void part(
                ZipFile zip,
                ZipEntry entry,
                String name,
                Path folder,
                int depth,
                List<ExtractedText.Part> parts,
                List<Finding> findings) {
            Path file = folder.resolve("part-" + count);
            try {
                unpack(zip, entry, file);
                ExtractedText text = read(file, name, depth);
                parts.add(new ExtractedText.Part(name, text));
                findings.addAll(lifted(name, text));
            } catch (UnreadableFileException e) {
                findings.add(Finding.error(e.code(), "part " + name + ": " + e.getMessage()));
            } catch (IOException | IllegalArgumentException e) {
                findings.add(Finding.error(
                        "file.damaged",
                        "part " + name + " cannot be unpacked (" + e.getMessage() + "); expected a whole ZIP"));
            } finally {
                delete(file);
            }
        }

        /** What a part without text of its own says would be seen nowhere else. */
        private static List<Finding> lifted(String name, ExtractedText part) {
            return !part.blocks().isEmpty()
                    ? List.of()
                    : part.findings().stream()
                            .map(finding -> new Finding(
                                    finding.severity(),
                                    finding.code(),
                                    "part " + name + ": " + finding.message(),
                                    null,
                                    finding.quote()))
                            .toList();
        }

        private ExtractedText read(Path file, String name, int depth) {
            if (!MediaTypes.sniff(file).equals(MediaTypes.ZIP)) {
                pages.nextPart();
                int pagesLeft = Math.max(1, limits.pages() - pages.count());
                ExtractionLimits left =
                        new ExtractionLimits(pagesLeft, Math.max(1, bytes), limits.parts(), limits.profiles());
                return headsOnly
                        ? Extractors.head(file, name, left, pages)
                        : Extractors.extract(file, name, left, pages);
            }
            if (depth >= DEEPEST) {
                throw new UnreadableFileException(
                        "zip.too-deep", "an archive in " + depth + " others came; expected at most one in another");
            }
            return archive(file, depth + 1);
        }

        private void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
            if (entry.getSize() > bytes) {
                throw tooLarge();
            }
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes -= read;
                    if (bytes < 0) {
                        throw tooLarge();
                    }
                    out.write(buffer, 0, read);
                }
            }
        }

        private UnreadableFileException tooLarge() {
            return new UnreadableFileException(
                    "file.too-large",
                    "the archive unpacks beyond the bound; expected at most " + limits.unpackedBytes()
                            + " bytes in all its parts");
        }

        private static void delete(Path path) {
            if (!Files.exists(path)) {
                return;
            }
            try (var paths = Files.walk(path)) {
                for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
