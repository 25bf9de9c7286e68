package org.gongbao.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store's log and packages over HTTP, as the web serves them. */
final class LeaderServer extends LogServer {

    private static final Pattern EVENT = Pattern.compile("/log/event/(\\d+)");
    private static final Pattern FILE = Pattern.compile("/log/package/(\\d+)/(.+)");

    private final PublicPackages packages;

    LeaderServer(TestStore store) {
        super(store.log);
        this.packages = new PublicPackages(store.database, store.packages);
    }

    @Override
    protected Answer beside(String path) throws IOException {
        Matcher event = EVENT.matcher(path);
        Matcher file = FILE.matcher(path);
        if (event.matches()) {
            return Answer.of(packages.event(Long.parseLong(event.group(1))).orElseThrow());
        }
        if (file.matches()) {
            PublicPackages.Answer answer = packages.file(Long.parseLong(file.group(1)), file.group(2));
            if (answer instanceof PublicPackages.Answer.Found found) {
                return Answer.of(Files.readAllBytes(found.path()));
            }
            return answer instanceof PublicPackages.Answer.Gone ? Answer.GONE : Answer.NONE;
        }
        return Answer.NONE;
    }
}
