package org.gongbao.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The published copies of a year with their text and records as a bag (BagIt 1.0, RFC 8493), in a tar file. It is a pure function of
 * the documents in it: releases that hold the same of a year hold the same bag, byte for byte.
 *
 * @param year of the documents; null for those that have none
 * @param files in its payload
 * @param octets of its payload
 * @param newest when the newest of it was published
 * @param manifestBytes and {@code manifestSha256}: of its {@code manifest-sha256.txt}
 * @param tarBytes of the whole, as it is downloaded
 */
public record Bag(
        @Nullable Integer year,
        long documents,
        long files,
        long octets,
        Instant newest,
        long manifestBytes,
        String manifestSha256,
        long tarBytes) {

    static final String MANIFEST = "manifest-sha256.txt";

    /** The year in names, for documents that have none. */
    private static final String UNDATED = "undated";

    /** The name of its folder, and of the file without {@code .tar}. */
    public String name() {
        return "bag-" + (year == null ? UNDATED : year.toString());
    }

    /** The name of the file. */
    public String file() {
        return name() + ".tar";
    }

    /** Tells it from every other one: its manifest names all bytes of its payload. */
    public String tagManifestSha256() {
        return Digest.of(tagManifest());
    }

    static Bag of(CSVRecord row) {
        String year = row.get("year");
        return new Bag(
                year.isEmpty() ? null : Integer.valueOf(year),
                Long.parseLong(row.get("documents")),
                Long.parseLong(row.get("files")),
                Long.parseLong(row.get("octets")),
                Instant.parse(row.get("newest")),
                Long.parseLong(row.get("manifestBytes")),
                row.get("manifestSha256"),
                Long.parseLong(row.get("tarBytes")));
    }

    static byte[] bagit() {
        return bytes("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    byte[] info() {
        return bytes("Bagging-Date: " + newest.atOffset(ZoneOffset.UTC).toLocalDate()
                + "\nBag-Group-Identifier: " + Release.DATASET
                + "\nExternal-Description: 政府公报公开文件的公开副本、文本和记录 (published copies, text and records of the gazette), "
                + (year == null ? UNDATED : year)
                + "\nExternal-Identifier: " + name()
                + "\nPayload-Oxum: " + octets + "." + files + "\n");
    }

    byte[] tagManifest() {
        return bytes(Digest.of(info()) + "  bag-info.txt\n" + Digest.of(bagit()) + "  bagit.txt\n" + manifestSha256
                + "  " + MANIFEST + "\n");
    }

    /** The same with the size of its tar file. */
    Bag withSize(long payloadInTar) {
        long tags = TarParts.size(bagit().length)
                + TarParts.size(info().length)
                + TarParts.size(manifestBytes)
                + TarParts.size(tagManifest().length);
        return new Bag(
                year,
                documents,
                files,
                octets,
                newest,
                manifestBytes,
                manifestSha256,
                tags + payloadInTar + TarParts.END);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
