package org.gongbao.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.gongbao.access.FirstAdministrator;
import org.gongbao.bulk.Releases;
import org.gongbao.ingest.Samples;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.system.GongbaoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** Serves the pages and all other addresses; the command that runs when none is named. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the pages (the default command).")
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Settings settings;

    ServeCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        ConfigurableApplicationContext context = SpringApplication.run(settings.application(), settings.asArray());
        context.getBean(FirstAdministrator.class).invite();
        Thread loading = new Thread(() -> load(context), "samples");
        loading.setDaemon(true);
        loading.start();
        return CommandLineProgram.KEEPS_RUNNING;
    }

    /** Pages are served while the samples come in; the address is said when all of them can be found. */
    private static void load(ConfigurableApplicationContext context) {
        try {
            context.getBean(Samples.class).load();
            DisseminationEngine engine = context.getBean(DisseminationEngine.class);
            while (!engine.awaitCaughtUp(Duration.ofSeconds(10))) {
                LOG.info("The search index and the other projections are catching up with the log.");
            }
            if (context.getBean(GongbaoSettings.class).samples()) {
                context.getBean(Releases.class).bringUpToDate();
            }
            if (context instanceof WebServerApplicationContext server && server.getWebServer() != null) {
                LOG.info(
                        "Ready. Open http://localhost:{}/",
                        server.getWebServer().getPort());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (context.isActive()) {
                LOG.error("The samples could not be loaded; the next start goes on with them.", e);
            }
        }
    }
}
