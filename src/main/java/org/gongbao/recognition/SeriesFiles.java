package org.gongbao.recognition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The profiles of series: those packed, with those of a folder of one's own beside or in place of them. */
final class SeriesFiles {

    private SeriesFiles() {}

    /** Single series first, families behind them, each by name. */
    static List<Series> load(@Nullable Path folder) {
        List<Series> all = new ArrayList<>();
        ProfileFiles.texts("series", folder).forEach((name, text) -> all.add(SeriesReader.read(name, text)));
        all.sort((a, b) -> Boolean.compare(a.family(), b.family()));
        return List.copyOf(all);
    }
}
