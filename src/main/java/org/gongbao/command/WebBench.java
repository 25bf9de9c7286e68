package org.gongbao.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.Uid;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A document's page, warm, beside a static file of the same bytes that the same server serves. */
final class WebBench implements Bench {

    private static final double SECONDS = 5;
    private static final String STATIC = "gongbao.bench.static";

    @Override
    public String name() {
        return "web";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        Path files = Files.createDirectories(plan.folder().resolve("static"));
        Settings settings = plan.settings().with("--" + STATIC + "=" + files);
        String folder = plan.folder().resolve("web").toString();
        try (ServedStore store = ServedStore.start(settings, folder, StaticFiles.class)) {
            Uid uid = BenchPublications.of(store, plan, "web-package").publish(0);
            store.get(DisseminationEngine.class).awaitCaughtUp(java.time.Duration.ofMinutes(1));
            Files.write(files.resolve("page.html"), store.bytes("/doc/" + uid));
            List<Figure> figures = new ArrayList<>();
            figures.add(
                    Figure.of(name(), "page of a document", Files.size(files.resolve("page.html")) / 1024.0, "KiB"));
            for (boolean isCompressed : new boolean[] {true, false}) {
                figures.addAll(measured(store, uid, isCompressed, plan.rounds()));
            }
            return figures;
        }
    }

    private List<Figure> measured(ServedStore store, Uid uid, boolean isCompressed, int rounds) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        String how = isCompressed ? ", compressed" : ", as it is";
        Callable<?> page = store.fetching("/doc/" + uid, isCompressed);
        Callable<?> file = store.fetching("/bench/page.html", isCompressed);
        List<Double> pages = new ArrayList<>();
        List<Double> files = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (LoadRun load = new LoadRun(processors, SECONDS)) {
            IntFunction<Callable<?>> pageAgain = number -> page;
            IntFunction<Callable<?>> fileAgain = number -> file;
            load.saturation(processors, pageAgain);
            load.saturation(processors, fileAgain);
            for (int round = 0; round < rounds; round++) {
                files.add(load.saturation(processors, fileAgain));
                pages.add(load.saturation(processors, pageAgain));
                ratios.add(pages.get(round) / files.get(round));
            }
        }
        Spread ratio = new Spread(ratios);
        return List.of(
                Figure.of(name(), "static file" + how, new Spread(files), "requests/s"),
                Figure.of(name(), "page" + how, new Spread(pages), "requests/s"),
                Figure.of(name(), "page over static file" + how, ratio, "ratio").aimedAt("at least 0.6"));
    }

    /** Serves a folder under {@code /bench/}. Without an annotation, for the program itself must not find it. */
    static class StaticFiles {

        @Bean
        static WebMvcConfigurer benchFiles(Environment environment) {
            return new WebMvcConfigurer() {
                @Override
                public void addResourceHandlers(ResourceHandlerRegistry registry) {
                    registry.addResourceHandler("/bench/**")
                            .addResourceLocations("file:" + environment.getRequiredProperty(STATIC) + "/");
                }
            };
        }
    }
}
