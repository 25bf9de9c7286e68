package org.gongbao.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.Workers;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPages;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.TextCorrection;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a package how the pages of its public PDF look (页面图像). They are drawn from that PDF and nothing else. A package whose
 * pages cannot be drawn goes out without: its text and its PDF are there.
 */
final class PageViews {

    private final Workers workers;
    private final boolean wanted;

    PageViews(Workers workers, boolean wanted) {
        this.workers = workers;
        this.wanted = wanted;
    }

    /**
     * @param reading a file with what was read of the PDF's pages; null where only the PDF tells
     * @param texts what people read in it otherwise
     */
    PackageContent addTo(PackageContent content, @Nullable Path reading, List<TextCorrection> texts, Path folder) {
        Path pdf = content.files().get(PackageContent.PDF);
        if (!wanted || pdf == null) {
            return content;
        }
        try {
            Path text = Files.writeString(
                    folder.resolve("text-of-pages.txt"), content.record().text());
            Map<String, String> options = new HashMap<>(Map.of("target", folder.toString(), "text", text.toString()));
            if (reading != null) {
                options.put("reading", reading.toAbsolutePath().toString());
                options.put("corrections", CanonicalJson.write(texts));
            }
            PublicPages pages = PublicPages.read(workers.run(PageViewTask.NAME, pdf, options));
            return new PackageContent(content.record(), files(content, pages, folder), content.decided());
        } catch (UnreadableFileException | WorkerFailedException e) {
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("the pages cannot be kept in " + folder, e);
        }
    }

    /** Written anew, so that it holds what it may hold, whatever a worker says. */
    private static Map<String, Path> files(PackageContent content, PublicPages pages, Path folder) throws IOException {
        Map<String, Path> files = new HashMap<>(content.files());
        for (PublicPages.Sheet sheet : pages.pictured()) {
            String name = java.util.Objects.requireNonNull(sheet.image()).name();
            files.put(name, folder.resolve(name));
        }
        files.put(PublicPages.NAME, Files.write(folder.resolve(PublicPages.NAME), pages.json()));
        return files;
    }
}
