package org.gongbao.command;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Apache Tika's plain text, in this process as its manual says. The program does not carry Tika: its libraries come from a
 * class path that the Maven profile {@code tika} writes, with a class loader of their own.
 */
final class TikaText implements TextReader {

    /** What the profile writes, below the folder in which it runs. */
    static final Path CLASS_PATH = Path.of("target", "tika.classpath");

    private final URLClassLoader libraries;
    private final Object tika;
    private final Method parse;

    private TikaText(URLClassLoader libraries) throws ReflectiveOperationException {
        this.libraries = libraries;
        Class<?> type = libraries.loadClass("org.apache.tika.Tika");
        this.tika = type.getConstructor().newInstance();
        type.getMethod("setMaxStringLength", int.class).invoke(tika, -1);
        this.parse = type.getMethod("parseToString", Path.class);
    }

    /** Tika, or nothing where the class path was not written. */
    static Optional<TextReader> find(Path classPath) throws IOException, ReflectiveOperationException {
        if (!Files.isRegularFile(classPath)) {
            return Optional.empty();
        }
        List<URL> jars = new ArrayList<>();
        for (String jar : Files.readString(classPath).strip().split(File.pathSeparator)) {
            // Without its own settings Logback would write every line of the libraries.
            if (!Path.of(jar).getFileName().toString().startsWith("logback")) {
                jars.add(url(jar));
            }
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        URLClassLoader libraries = new URLClassLoader("tika", jars.toArray(URL[]::new), platform);
        return Optional.of(within(libraries, () -> new TikaText(libraries)));
    }

    private static URL url(String jar) throws MalformedURLException {
        return Path.of(jar).toUri().toURL();
    }

    @Override
    public String name() {
        return "Apache Tika";
    }

    @Override
    public String text(Path file) throws Exception {
        return within(libraries, () -> (String) parse.invoke(tika, file));
    }

    @Override
    public void close() throws IOException {
        libraries.close();
    }

    /** Something that is done while the libraries find each other by the thread. */
    private interface Call<T> {
        T run() throws ReflectiveOperationException;
    }

    private static <T> T within(ClassLoader libraries, Call<T> call) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(libraries);
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Tika cannot read it: " + e.getCause(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
