package org.gongbao.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Another instance's public addresses: its log, and {@code /log/event} and {@code /log/package} beside it. */
final class HttpLeader implements Leader {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RemoteSite site;

    /** @param base of its addresses, such as {@code https://gazette.example} */
    HttpLeader(String base) {
        this.site = new RemoteSite(base, PATIENCE);
    }

    /** The key that verifies its checkpoints, as it says itself. */
    String key() throws IOException, InterruptedException {
        return site.key();
    }

    @Override
    public String checkpoint() throws IOException, InterruptedException {
        return site.checkpoint();
    }

    @Override
    public List<String> leaves(long index, int width) throws IOException, InterruptedException {
        return site.leaves(index, width);
    }

    @Override
    public String event(long seq) throws IOException, InterruptedException {
        return site.text("/log/event/" + seq);
    }

    @Override
    public Optional<Path> file(long seq, String name, Path to) throws IOException, InterruptedException {
        return site.fileUnlessGone("/log/package/" + seq + "/" + name, to);
    }
}
