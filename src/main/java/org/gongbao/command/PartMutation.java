package org.gongbao.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Damages one part inside a whole container, so that the damage comes as far as the reader of that part. */
final class PartMutation {

    private PartMutation() {}

    static byte[] ofZip(byte[] whole, ByteMutation mutation, byte[] other, Random random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        String victim = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
        parts.computeIfPresent(victim, (name, bytes) -> mutation.apply(bytes, other, random));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] ofOle(byte[] whole, ByteMutation mutation, byte[] other, Random random) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(whole))) {
            DirectoryNode root = container.getRoot();
            List<DocumentEntry> streams = new ArrayList<>();
            for (Entry entry : root) {
                if (entry instanceof DocumentEntry stream) {
                    streams.add(stream);
                }
            }
            DocumentEntry victim = streams.get(random.nextInt(streams.size()));
            byte[] content;
            try (DocumentInputStream in = new DocumentInputStream(victim)) {
                content = in.readAllBytes();
            }
            byte[] damaged = mutation.apply(content, other, random);
            root.createOrUpdateDocument(victim.getName(), new ByteArrayInputStream(damaged));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
