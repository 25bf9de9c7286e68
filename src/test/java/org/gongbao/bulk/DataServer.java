package org.gongbao.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.LogServer;
import org.gongbao.publication.TransparencyLog;

/** A store's log and data over HTTP, as the web serves them. */
final class DataServer extends LogServer {

    private static final Pattern RELEASE = Pattern.compile("/data/documents/(\\d+-\\d+)/(.+)");
    private static final Pattern BETWEEN = Pattern.compile("/data/documents/delta/(\\d+)\\.\\.(\\d+)");
    private static final Pattern DELTA = Pattern.compile("/data/documents/delta/([^/]+)/(.+)");

    private final Releases releases;
    private final Deltas deltas;

    DataServer(TransparencyLog log, Releases releases, Deltas deltas) {
        super(log);
        this.releases = releases;
        this.deltas = deltas;
    }

    @Override
    protected Answer beside(String path) throws IOException {
        Matcher release = RELEASE.matcher(path);
        Matcher between = BETWEEN.matcher(path);
        Matcher delta = DELTA.matcher(path);
        if (path.equals("/data/documents")) {
            return Answer.elsewhere(
                    "/data/documents/" + releases.latest().orElseThrow().name() + "/manifest.json");
        }
        if (between.matches()
                && deltas.name(Long.parseLong(between.group(1)), Long.parseLong(between.group(2)))
                        instanceof Deltas.Answer.Moved now) {
            return Answer.elsewhere("/data/documents/delta/" + now.now() + "/manifest.json");
        }
        if (release.matches()) {
            Path folder = ReleaseName.parse(release.group(1))
                    .flatMap(releases::find)
                    .orElseThrow()
                    .folder();
            return Answer.of(Files.readAllBytes(folder.resolve(release.group(2))));
        }
        if (delta.matches()
                && deltas.find(DeltaName.parse(delta.group(1)).orElseThrow()) instanceof Deltas.Answer.Found found) {
            return Answer.of(Files.readAllBytes(found.delta().folder().resolve(delta.group(2))));
        }
        return Answer.NONE;
    }
}
