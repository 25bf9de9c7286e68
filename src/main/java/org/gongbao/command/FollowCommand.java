package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.gongbao.bulk.DataMirror;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.Follower;
import org.gongbao.publication.Mirror;
import org.gongbao.system.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves a public mirror of another instance. */
@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the data folder a public mirror of another instance and serves its pages from it.",
            "Log and packages are taken over HTTP and checked; what is withdrawn or erased there is destroyed here.",
            "With DIR it keeps only the open data there: the newest release once, and deltas from then on. Every byte is"
                    + " compared with what the log's key signed; what is taken away there goes here."
        })
final class FollowCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(FollowCommand.class);
    private static final Duration CATCH_UP = Duration.ofMinutes(10);
    private static final long PAUSE = 1000;
    private static final long LONGEST_PAUSE = 30_000;
    private static final long DATA_PAUSE = 60_000;

    @Parameters(
            index = "0",
            paramLabel = "URL",
            description = "where the other instance is, such as https://gazette.example")
    private String address = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "a folder for the open data alone; nothing is served then, and no data folder is needed")
    private @Nullable Path folder;

    @Option(names = "--key", description = "the key of its log; else the one it names at the first time is trusted")
    private String key = "";

    @Option(names = "--once", description = "take what is published until now, and end")
    private boolean isOnce;

    private final Settings settings;

    FollowCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (folder != null) {
            return followData(new DataMirror(address, folder, key));
        }
        try (DataFolder data = new DataFolder(settings.gongbao().data())) {
            if (!data.own()) {
                throw new IllegalStateException("the data folder " + data.root() + " is in use by another process");
            }
            Mirror.begin(data, address, key);
        }
        if (isOnce) {
            try (Store store = Store.still(settings)) {
                long events = round(store.get(Follower.class), store.get(DisseminationEngine.class));
                System.out.println(events + " events taken from " + address);
                return 0;
            }
        }
        ConfigurableApplicationContext context = SpringApplication.run(settings.application(), settings.asArray());
        Thread following = new Thread(() -> follow(context), "following");
        following.setDaemon(true);
        following.start();
        return CommandLineProgram.KEEPS_RUNNING;
    }

    /** What is wrong with what came ends it; that nobody answers does not, unless it is to end anyway. */
    private int followData(DataMirror mirror) throws IOException, InterruptedException {
        while (true) {
            try {
                DataMirror.Round round = mirror.catchUp();
                if (round.changed() || isOnce) {
                    System.out.println("release " + round.release() + ": " + round.documents() + " documents, "
                            + (!round.changed() ? "nothing new" : round.byDelta() ? "by a delta" : "taken whole"));
                }
            } catch (IOException e) {
                if (isOnce) {
                    throw e;
                }
                LOG.warn("{} cannot be followed for the moment: {}", address, e.getMessage());
            }
            if (isOnce) {
                return 0;
            }
            Thread.sleep(DATA_PAUSE);
        }
    }

    private static long round(Follower follower, DisseminationEngine engine) throws IOException, InterruptedException {
        Follower.Round round = follower.catchUp();
        boolean isInStep = engine.awaitCaughtUp(CATCH_UP);
        if (round.erased() && isInStep) {
            engine.purge();
        }
        return round.events();
    }

    /** As long as the leader does not answer, or answers what is not in its log, the mirror shows what it has. */
    private void follow(ConfigurableApplicationContext context) {
        Follower follower = context.getBean(Follower.class);
        DisseminationEngine engine = context.getBean(DisseminationEngine.class);
        follower.destroyGone();
        long pause = PAUSE;
        while (context.isActive()) {
            try {
                round(follower, engine);
                pause = PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                pause = Math.min(LONGEST_PAUSE, pause * 2);
                LOG.warn("{} cannot be followed for the moment: {}", address, e.getMessage());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
