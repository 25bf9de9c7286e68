package org.gongbao.bulk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bags of a release, a row each, with what tells each of them from any other; nothing of them but this is kept on disk. */
final class BagsTable implements LineTable {

    static final String NAME = "bags";

    private final Map<@Nullable Integer, Packed> bags = new TreeMap<>(Comparator.nullsFirst(Integer::compare));

    private static final class Packed {
        final MessageDigest manifest = Digest.sha256();
        long manifestBytes;
        long documents;
        long files;
        long octets;
        long inTar;
        Instant newest = Instant.MIN;

        void add(BagFile file) {
            byte[] line = file.manifestLine().getBytes(StandardCharsets.UTF_8);
            manifest.update(line);
            manifestBytes += line.length;
            files++;
            octets += file.bytes();
            inTar += TarParts.size(file.bytes());
            newest = file.at().isAfter(newest) ? file.at() : newest;
        }

        Bag bag(@Nullable Integer year) {
            String sha256 = HexFormat.of().formatHex(manifest.digest());
            return new Bag(year, documents, files, octets, newest, manifestBytes, sha256, 0).withSize(inTar);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.integer("year", "年份（没有的为空）", "year; empty for documents that have none"),
                Column.integer("documents", "文件数", "documents"),
                Column.integer("files", "数据文件数", "files of the payload"),
                Column.integer("octets", "数据字节数", "bytes of the payload"),
                Column.time("newest", "其中最新发布时间", "when the newest of it was published"),
                Column.integer("manifestBytes", "manifest-sha256.txt 字节数", "size of manifest-sha256.txt"),
                Column.text("manifestSha256", "manifest-sha256.txt 的 SHA-256", "SHA-256 of manifest-sha256.txt"),
                Column.text(
                        "tagManifestSha256", "tagmanifest-sha256.txt 的 SHA-256", "SHA-256 of tagmanifest-sha256.txt"),
                Column.integer("tarBytes", "tar 文件字节数", "size of the tar file"));
    }

    @Override
    public void add(JsonNode line, Rows rows) {
        List<BagFile> files = BagFile.of(line);
        if (!files.isEmpty()) {
            Packed bag = bags.computeIfAbsent(files.get(0).year(), year -> new Packed());
            bag.documents++;
            files.forEach(bag::add);
        }
    }

    @Override
    public void end(Rows rows) throws IOException {
        for (Map.Entry<@Nullable Integer, Packed> each : bags.entrySet()) {
            Bag bag = each.getValue().bag(each.getKey());
            rows.row(
                    bag.year(),
                    bag.documents(),
                    bag.files(),
                    bag.octets(),
                    bag.newest(),
                    bag.manifestBytes(),
                    bag.manifestSha256(),
                    bag.tagManifestSha256(),
                    bag.tarBytes());
        }
    }
}
