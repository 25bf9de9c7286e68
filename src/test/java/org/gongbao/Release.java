package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A release for download as a reader gets it: every file compared with the manifest's digest and unpacked. */
record Release(String manifest, Map<String, String> files) {

    /** Waits for a release that holds the documents. */
    static Release awaitHolding(RunningProgram program, Collection<String> uids) throws Exception {
        long end = System.nanoTime() + RunningProgram.LONGEST.toNanos();
        while (true) {
            Release release = download(program);
            if (release.uids().containsAll(uids)) {
                return release;
            }
            assertThat(System.nanoTime()).as("time for a release").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static Release download(RunningProgram program) throws Exception {
        String manifest =
                program.ask("/data/documents").headers().firstValue("Location").orElseThrow();
        String folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        Map<String, String> files = new LinkedHashMap<>();
        JsonNode listed = program.json(manifest);
        for (JsonNode file : listed.get("files")) {
            String name = file.get("name").asString();
            byte[] bytes = program.ask(folder + name).body();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo(file.get("sha256").asString());
            if (name.endsWith(".gz")) {
                files.put(name, unpacked(bytes));
            }
        }
        return new Release(program.text(manifest), files);
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String csv() {
        return file("documents.csv.gz");
    }

    String quads() {
        return file("documents.nq.gz");
    }

    private String file(String name) {
        return java.util.Objects.requireNonNull(files.get(name), name);
    }

    Set<String> uids() {
        JsonMapper json = JsonMapper.builder().build();
        return file("documents.ndjson.gz")
                .lines()
                .map(line -> json.readTree(line).get("uid").asString())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** The lines of all files, each file's in its own order. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        files.forEach((name, text) -> text.lines().forEach(line -> lines.add(name + " " + line)));
        return lines;
    }
}
