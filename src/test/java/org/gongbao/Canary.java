package org.gongbao;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for words in every file of a folder, as it lies there and unpacked. */
public final class Canary {

    private Canary() {}

    /** The files below a folder that hold the words in any usual encoding, by their first two folders. */
    public static List<String> holding(Path folder, String words) {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = folder.relativize(file);
                if (holds(file, words) || name.toString().contains(words)) {
                    found.add(name.subpath(0, Math.min(2, name.getNameCount())).toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(found);
    }

    private static boolean holds(Path file, String words) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<byte[]> forms = new ArrayList<>(List.of(bytes));
        unpack(forms, bytes, GZIPInputStream::new);
        unpack(forms, bytes, ZstdInputStream::new);
        if (ZstdFrames.isParquet(bytes)) {
            forms.addAll(ZstdFrames.in(bytes));
        }
        for (byte[] form : forms) {
            String latin = new String(form, StandardCharsets.ISO_8859_1);
            for (Charset charset : List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    Charset.forName("GBK"))) {
                if (latin.contains(new String(words.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private static void unpack(List<byte[]> forms, byte[] bytes, Unpacking unpacking) {
        try (InputStream in = unpacking.of(new BufferedInputStream(new ByteArrayInputStream(bytes)))) {
            forms.add(in.readAllBytes());
        } catch (IOException e) {
            return;
        }
    }
}
