package org.gongbao.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program in this process, serving on a free port of the loopback address, beside what a bench adds to it. */
final class ServedStore implements Parts, AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String base;
    private final Path folder;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServedStore(ConfigurableApplicationContext context, Path folder) {
        this.context = context;
        this.folder = folder;
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer(), "no web server")
                .getPort();
        this.base = "http://127.0.0.1:" + port;
    }

    /** @param parts configuration of the bench's own */
    static ServedStore start(Settings settings, String folder, Class<?>... parts) {
        List<Class<?>> all = new ArrayList<>(List.of(parts));
        all.add(0, settings.application());
        SpringApplication application = new SpringApplication(all.toArray(Class<?>[]::new));
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        Settings own = settings.with(
                "--gongbao.data=" + folder,
                "--gongbao.samples=false",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=WARN");
        return new ServedStore(application.run(own.asArray()), Path.of(folder));
    }

    @Override
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /**
     * Fetches an address as browsers do, compressed, and reads all of it; the number of bytes that came.
     *
     * @param headers name, value, name, value
     */
    Callable<Integer> fetching(String path, boolean isCompressed, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (isCompressed) {
            request.header("Accept-Encoding", "gzip");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpRequest ready = request.build();
        return () -> fetch(ready).length;
    }

    /** The data folder. */
    Path folder() {
        return folder;
    }

    URI address(String path) {
        return URI.create(base + path);
    }

    /** What an address answers with. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        return fetch(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    private byte[] fetch(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ", expected 200");
        }
        return answer.body();
    }

    @Override
    public void close() {
        context.close();
    }
}
