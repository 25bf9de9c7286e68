package org.gongbao.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.ingest.IngestRunner;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.system.DataFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The store that a command works on: as the owner of the data folder where nobody else owns it, else as a guest that
 * writes to inbox and queue and follows what the owner does.
 */
final class Store implements Parts, AutoCloseable {

    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private final ConfigurableApplicationContext context;
    private final boolean owner;

    private Store(ConfigurableApplicationContext context, boolean owner) {
        this.context = context;
        this.owner = owner;
    }

    /** Opens the store in whichever way is possible. */
    static Store open(Settings settings) {
        boolean free = isFree(settings);
        return new Store(start(free ? OwnedStore.class : GuestStore.class, settings, !free, false), free);
    }

    /** Opens the accounts alone, whoever owns the folder: their changes are short and of one transaction. */
    static Store people(Settings settings) {
        boolean free = isFree(settings);
        return new Store(start(PeopleStore.class, settings, !free, true), free);
    }

    /**
     * Opens the store as its owner.
     *
     * @throws IllegalStateException when another process owns the folder
     */
    static Store own(Settings settings) {
        return own(settings, false);
    }

    /**
     * Opens the store as its owner with nothing at work in it: a part begins only when the command asks for it. No file is
     * read, nothing is settled, released or projected unless asked.
     *
     * @throws IllegalStateException when another process owns the folder
     */
    static Store still(Settings settings) {
        return own(settings, true);
    }

    private static Store own(Settings settings, boolean still) {
        if (!isFree(settings)) {
            throw new IllegalStateException("the data folder "
                    + settings.gongbao().data().toAbsolutePath().normalize()
                    + " is in use by another process; this command needs it alone, so stop that process first");
        }
        return new Store(start(OwnedStore.class, settings, false, still), true);
    }

    private static boolean isFree(Settings settings) {
        try (DataFolder folder = new DataFolder(settings.gongbao().data())) {
            return folder.own();
        }
    }

    private static ConfigurableApplicationContext start(
            Class<?> parts, Settings settings, boolean guest, boolean still) {
        SpringApplication application = new SpringApplication(parts);
        application.setLazyInitialization(still);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        List<String> arguments = new ArrayList<>(settings.arguments());
        arguments.add("--gongbao.guest=" + guest);
        // What a command prints is its answer; the log keeps to warnings.
        arguments.add("--logging.level.root=WARN");
        return application.run(arguments.toArray(String[]::new));
    }

    @Override
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether everything of the store can be read here. */
    boolean isOwner() {
        return owner;
    }

    /** As the owner, waits until all jobs are done and all projections have caught up. */
    void finish() throws InterruptedException {
        if (owner) {
            get(IngestRunner.class).awaitIdle();
            awaitCaughtUp();
        }
    }

    /** Waits until all projections have caught up. */
    void awaitCaughtUp() {
        if (!get(DisseminationEngine.class).awaitCaughtUp(CATCH_UP)) {
            throw new IllegalStateException("the projections have not caught up with the log after "
                    + CATCH_UP.toMinutes() + " minutes; they go on at the next start");
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** Everything but the web. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "org.gongbao.system",
        "org.gongbao.access",
        "org.gongbao.archive",
        "org.gongbao.extraction",
        "org.gongbao.recognition",
        "org.gongbao.privacy",
        "org.gongbao.review",
        "org.gongbao.publication",
        "org.gongbao.search",
        "org.gongbao.linkeddata",
        "org.gongbao.bulk",
        "org.gongbao.notification",
        "org.gongbao.ingest"
    })
    static class OwnedStore {}

    /** Accounts and the trail. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.gongbao.system", "org.gongbao.access"})
    static class PeopleStore {}

    /** Inbox and queue. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.gongbao.system", "org.gongbao.archive", "org.gongbao.ingest"})
    static class GuestStore {}
}
