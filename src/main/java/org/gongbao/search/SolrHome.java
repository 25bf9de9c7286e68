package org.gongbao.search;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that Solr inside this process lives in: {@code solr.xml}, the configset, and a folder for each core. A configset's
 * folder is named by its content, so that an index always has the one it was made with.
 */
final class SolrHome {

    private static final Logger LOG = LoggerFactory.getLogger(SolrHome.class);

    /** No metrics, no port, cores in one folder. */
    private static final String SOLR_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <solr>
              <str name="coreRootDirectory">cores</str>
              <int name="coreLoadThreads">1</int>
              <metrics enabled="false"/>
            </solr>
            """;

    private final Path folder;
    private final String core;
    private final Configset configset;

    SolrHome(Path folder, String core, Configset configset) {
        this.folder = folder;
        this.core = core;
        this.configset = configset;
    }

    Path folder() {
        return folder;
    }

    /** Name of the configset that new cores get. */
    String configset() {
        return core + "-" + configuration();
    }

    String configuration() {
        return configset.digest();
    }

    /**
     * Makes the folder ready for Solr: writes what is missing, and removes what an interrupted rebuild left.
     *
     * @return whether an index is there
     */
    boolean prepare() throws IOException {
        Path cores = Files.createDirectories(folder.resolve("cores"));
        Files.writeString(folder.resolve("solr.xml"), SOLR_XML);
        configset.copyTo(folder.resolve("configsets").resolve(configset()).resolve("conf"));
        List<Path> named = new ArrayList<>();
        for (Path instance : children(cores)) {
            if (core.equals(nameOf(instance))) {
                named.add(instance);
            } else {
                LOG.info("{} is no index in use and is removed", instance);
                FileSystemUtils.deleteRecursively(instance);
            }
        }
        return keepNewest(named);
    }

    /** A stop in the middle of a swap leaves two of one name, each whole. */
    private static boolean keepNewest(List<Path> instances) throws IOException {
        List<Path> newestFirst = new ArrayList<>(instances);
        newestFirst.sort(Comparator.comparing(SolrHome::madeAt).reversed());
        for (Path older : newestFirst.subList(Math.min(1, newestFirst.size()), newestFirst.size())) {
            LOG.info("{} was replaced and is removed", older);
            FileSystemUtils.deleteRecursively(older);
        }
        return !instances.isEmpty();
    }

    private static long madeAt(Path instance) {
        return instance.resolve("core.properties").toFile().lastModified();
    }

    private static String nameOf(Path instance) throws IOException {
        Path file = instance.resolve("core.properties");
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties.getProperty("name", "");
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
