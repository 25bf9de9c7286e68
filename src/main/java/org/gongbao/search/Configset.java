package org.gongbao.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The configuration of the index as it is packed in the program ({@code solr-config/conf}): schema, handlers, mapping of
 * characters.
 *
 * @param files content by name
 */
record Configset(SortedMap<String, byte[]> files) {

    private static final String PACKED = "classpath*:/solr-config/conf/*";

    /** Characters of the digest that make a name. */
    private static final int SHORT = 12;

    static Configset packed() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(PACKED)) {
                String name = resource.getFilename();
                if (name != null && resource.isReadable()) {
                    files.putIfAbsent(name, resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packed configuration of Solr cannot be read", e);
        }
        if (!files.containsKey("solrconfig.xml")) {
            throw new IllegalStateException("there is no solr-config/conf/solrconfig.xml on the class path");
        }
        return new Configset(files);
    }

    /** Name of this very content. An index that was filled with another one has to be filled anew. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.getValue());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes the files into a folder; leaves those alone that are the same there. */
    void copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), file.getValue())) {
                Files.write(target, file.getValue());
            }
        }
    }

    /** The files as a ZIP, as Solr takes them. */
    byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    InputStream open(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalStateException("there is no solr-config/conf/" + name + " on the class path");
        }
        return new java.io.ByteArrayInputStream(content);
    }
}
